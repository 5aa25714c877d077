"""When two coders' values are the same thing: names, places, dates, tolls and claims, spelling aside."""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from contested.evaluation.records import JudgedClaim, JudgedDate, JudgedPlace, JudgedToll

NAMES_ALIKE = 0.85
NEAR_KM = 15.0
EARTH_DIAMETER_KM = 12742.0
VAGUE_PRECISIONS = frozenset({"country", "unknown"})
_UNWEIGHTY = frozenset(
    {"the", "of", "a", "an", "and", "in", "for", "al", "el", "as", "ad", "ar", "ash", "members", "forces", "fighters", "soldiers", "troops",
     "militants", "group", "s"}
)
_APOSTROPHES = re.compile(r"['’ʻʿ`]")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name that count: without accents, case, apostrophes, articles and words for members."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    every = tuple(_WORD.findall(_APOSTROPHES.sub("", bare.casefold())))
    return tuple(w for w in every if w not in _UNWEIGHTY) or every


@lru_cache(maxsize=65536)
def same_name(left: str, right: str) -> bool:
    """Do two names denote the same thing: equal words, one within the other, nearly the same letters, or initials?"""
    a, b = name_words(left), name_words(right)
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    joined_a, joined_b = "".join(a), "".join(b)
    if difflib.SequenceMatcher(None, joined_a, joined_b).ratio() >= NAMES_ALIKE:
        return True
    return joined_b == _initials(a) or joined_a == _initials(b)


def _initials(words: Iterable[str]) -> str:
    return "".join(w[0] for w in words)


def distance_km(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Measure the great circle between two (latitude, longitude) in degrees, in kilometres."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(math.radians(x) for x in p) for p in (left, right))
    chord = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(chord)))


def is_vague(place: JudgedPlace | None) -> bool:
    """Does the place say no more than none would: no words, or only a country?"""
    return place is None or not place.text or place.precision in VAGUE_PRECISIONS


def same_place(gold: JudgedPlace | None, coded: JudgedPlace | None) -> bool:
    """Is it the same place: by name, or within 15 km (regions by name only)? A vague place is as good as none."""
    if gold is None:
        return is_vague(coded)
    if coded is None:
        return False
    if any(name and same_name(gold.text, name) for name in (coded.text, coded.name)):
        return True
    here, there = _point(gold), _point(coded)
    return gold.precision != "region" and here is not None and there is not None and distance_km(here, there) <= NEAR_KM


def _point(place: JudgedPlace) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def same_date(gold: JudgedDate, coded: JudgedDate) -> bool:
    """Are both ends the same day?"""
    return (gold.start, gold.end) == (coded.start, coded.end) if coded.start else not gold.start


def dates_overlap(gold: JudgedDate, coded: JudgedDate) -> bool:
    """Do the two dates share a day?"""
    if not (gold.start and gold.end and coded.start and coded.end):
        return False
    return gold.start <= coded.end and coded.start <= gold.end


def same_toll(gold: JudgedToll, coded: JudgedToll) -> bool:
    """Are kind and range the same? Whose people, and who says so, are judged by the claims."""
    return (gold.kind, gold.low, gold.high) == (coded.kind, coded.low, coded.high)


def same_claim(gold: JudgedClaim, coded: JudgedClaim) -> bool:
    """Is it the same party with the same stance?"""
    return gold.stance == coded.stance and same_name(gold.party, coded.party)

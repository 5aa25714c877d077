"""What of an event is compared, prepared once for each event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contested.linking.across.names import ActorNames, words_of
from contested.linking.across.records import Ref, Telling
from contested.model.events import Event, EventPlace
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision

TOWN = frozenset({PlacePrecision.EXACT, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.TOWN, PlacePrecision.UNKNOWN})
HARM = (CasualtyKind.KILLED, CasualtyKind.ABDUCTED, CasualtyKind.ARRESTED, CasualtyKind.CAPTURED)
_TELLING_WORD = re.compile(r"[^\W\d_]{3,}")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]{2,}")
_PLAIN = frozenset(
    ["the", "and", "was", "for", "its", "his", "her", "had", "has", "who", "two", "one", "six", "ten", "men", "you", "not", "but", "all", "out", "off", "new", "old", "day", "any", "our", "are", "own", "via", "per", "nor", "yet", "about", "according", "after", "again", "against", "also", "among", "another", "around", "attack", "attacked", "attacks", "before", "being", "between", "both", "called", "civilians", "claimed", "claims", "clash", "clashes", "could", "dead", "death", "deaths", "died", "down", "during", "each", "early", "fighters", "fighting", "fired", "forces", "from", "group", "gunmen", "have", "hospital", "hours", "including", "injured", "into", "killed", "killing", "last", "late", "later", "least", "left", "many", "member", "members", "militants", "monday", "more", "morning", "near", "night", "officials", "only", "other", "others", "over", "people", "person", "police", "reported", "responsibility", "said", "same", "saturday", "several", "since", "soldiers", "some", "spokesman", "statement", "still", "sunday", "than", "that", "their", "them", "then", "there", "they", "this", "thursday", "time", "told", "took", "town", "troops", "tuesday", "under", "until", "village", "were", "wednesday", "week", "weeks", "what", "when", "where", "which", "while", "with", "wounded", "wounding", "wounds", "friday", "yesterday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "seven", "eight", "nine", "three", "four", "five", "armed", "army", "military", "exploded", "bomb", "bombing", "opened", "city", "district", "province", "local", "witnesses", "residents", "sources", "security", "officers", "officer", "ambush", "ambushed", "convoy", "abducted", "kidnapped", "shelling", "shells", "shelled", "strike", "strikes", "aircraft", "drone", "explosion", "blast", "device", "carried", "area", "southern", "northern", "eastern", "western", "central", "region"]
)


@dataclass(frozen=True, slots=True)
class Traits:
    """An event, ready to be compared. Days are ordinals; ``point`` is latitude and longitude in degrees.

    ``named_nearby`` are the capitalised words of the sentences of an event that has no place of its own, or none with coordinates.
    """

    ref: Ref
    source: str
    action: str
    aggregate: bool
    first: int | None
    last: int | None
    precise: bool
    country: str | None
    admin1: frozenset[str]
    places: tuple[str, ...]
    place_words: frozenset[str]
    town: bool
    point: tuple[float, float] | None
    authors: frozenset[str]
    targets: frozenset[str]
    tolls: tuple[tuple[int, int], ...]
    words: frozenset[str]
    reported: bool
    spans: tuple[tuple[int, int], ...]
    named_nearby: frozenset[str]


def traits_of(telling: Telling, names: ActorNames) -> Traits:
    """Prepare an event for comparison."""
    event, place = telling.event, telling.event.place
    authors = frozenset(names.fullest_of(p.name) for p in event.perpetrators)
    targets = frozenset(names.fullest_of(t.name) for t in event.targets)
    placed = place if place is not None and place.precision is not PlacePrecision.COUNTRY else None
    spelled = tuple(dict.fromkeys(n for n in (placed.name, placed.text) if n)) if placed else ()
    return Traits(
        telling.ref, telling.source, event.action, event.aggregate, _ordinal(event.date.start), _ordinal(event.date.end),
        event.date.precision is DatePrecision.DAY, place.country if place else None, words_of(place.admin1) if place and place.admin1 else frozenset(),
        spelled, frozenset(w for s in spelled for w in words_of(s)), placed is not None and placed.precision in TOWN, _point(placed), authors, targets,
        _tolls(event), _telling_words(event, (*spelled, *authors, *targets, *(p.text for p in event.perpetrators))),
        event.date.basis is Basis.REPORT, tuple((e.start, e.end) for e in event.evidence),
        frozenset() if spelled and _point(placed) else frozenset(w for e in event.evidence for n in _CAPITALISED.findall(e.text) for w in words_of(n)),
    )  # fmt: skip


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _point(place: EventPlace | None) -> tuple[float, float] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _tolls(event: Event) -> tuple[tuple[int, int], ...]:
    """Give the ranges of the first kind of harm that is counted, the largest for whole groups first; open ends meet the other end."""
    for kind in HARM:
        found = [c for c in event.casualties if c.kind is kind and (c.low or c.high)]
        if found:
            return tuple(dict.fromkeys((c.low or c.high or 0, c.high or 2 * (c.low or 0)) for c in found))
    return ()


def _telling_words(event: Event, names: Iterable[str]) -> frozenset[str]:
    """Give the words of the telling sentences that say what this event was: no names, numbers or words of every report."""
    known = {w for n in names for w in words_of(n)}
    return frozenset(
        _stem(w) for e in event.evidence for w in map(str.casefold, _TELLING_WORD.findall(e.text)) if w not in _PLAIN and w not in known
    )


def _stem(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word

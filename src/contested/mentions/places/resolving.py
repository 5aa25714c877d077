"""Choose which place of the gazetteer a spot means, and whether it is a place at all."""

from __future__ import annotations

import math
from dataclasses import dataclass

from contested.mentions.places.context import Context, Local
from contested.mentions.places.entries import COUNTRY, DIVISION1, DIVISION2, FACILITY, FEATURE, SETTLEMENT, Entry, Hit
from contested.mentions.places.spotting import Spot

_PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_ENTS = frozenset({"DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_BODY_ENTS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT"})
_FAMOUS, _KNOWN = 100_000, 20_000
_CONTAINED = 6.0


@dataclass(frozen=True, slots=True)
class Container:
    """The division or country that the words after a name put it in."""

    country: str | None
    admin1: str | None


def choose(spot: Spot, hits: tuple[Hit, ...], context: Context, local: Local, here: frozenset[str], container: Container | None) -> Hit | None:
    """Choose the place that a name means in its context, or None where no candidate fits.

    ``here`` are the countries named in the sentence. A place outside the countries of the document must be famous.
    """
    best: tuple[float, Hit] | None = None
    for hit in hits:
        if not _fits(hit, context, here, container, spot):
            continue
        score = _score(spot, hit, context, local, here, container)
        if best is None or score > best[0]:
            best = score, hit
    return best[1] if best else None


def _fits(hit: Hit, context: Context, here: frozenset[str], container: Container | None, spot: Spot) -> bool:
    entry = hit.entry
    if container and container.country:
        return entry.country == container.country and (container.admin1 is None or entry.admin1 in (None, container.admin1))
    if context.prior(entry.country) >= 0.1 or entry.country in here:
        return True
    if entry.country in context.named:
        return hit.exact or entry.population >= _KNOWN
    return hit.exact and entry.population >= _FAMOUS and (spot.strength >= 1 or spot.ent in _PLACE_ENTS)


def _score(spot: Spot, hit: Hit, context: Context, local: Local, here: frozenset[str], container: Container | None) -> float:
    entry = hit.entry
    score = 3.0 * context.prior(entry.country) + 0.25 * math.log10(entry.population + 1) + 0.6 * hit.main + 0.4 * hit.exact
    score += 1.5 * (entry.country in here) + 1.0 * (entry.country == local.country)
    score += 0.8 * (entry.admin1 is not None and entry.admin1 == local.admin1)
    if container and container.admin1 and entry.admin1 == container.admin1:
        score += _CONTAINED
    return score + _kind_score(spot, entry)


def _kind_score(spot: Spot, entry: Entry) -> float:
    wanted = spot.kind.kind if spot.kind else None
    if wanted in (DIVISION1, DIVISION2):
        return {wanted: 4.0, DIVISION1: 1.0, DIVISION2: 1.0}.get(entry.kind, 0.0)
    if entry.kind == SETTLEMENT:
        return 0.5
    if entry.kind == DIVISION1:
        return 1.5 + 0.5 * bool(spot.direction) if wanted != SETTLEMENT else 0.0
    if wanted in (FACILITY, FEATURE) and entry.kind == wanted:
        return 1.0
    return 0.0


def is_place(spot: Spot, hit: Hit | None, learned: frozenset[str]) -> bool:
    """Decide whether a spot names a place: by its cue, its type noun, the gazetteer and the parser's label."""
    if spot.listed:
        return True
    if spot.ent in _OTHER_ENTS and spot.strength < 3:
        return False
    typed = spot.kind is not None and spot.kind.kind != COUNTRY
    if hit is not None:
        return _is_known_place(spot, hit, typed)
    if _is_acronym(spot.name):
        return False
    if spot.name in learned:
        return spot.ent not in ("PERSON", "ORG") or spot.strength >= 2
    return (typed and spot.strength >= 1) or spot.strength >= 3 or (spot.strength == 2 and _may_be_unlisted(spot))


def _is_known_place(spot: Spot, hit: Hit, typed: bool) -> bool:
    if _is_acronym(spot.name):
        return spot.ent in _PLACE_ENTS
    if spot.ent in _PLACE_ENTS or spot.strength >= 2 or typed:
        return True
    if spot.ent in _BODY_ENTS:
        return spot.strength == 1 and hit.exact and hit.entry.population >= _KNOWN
    return hit.exact and (spot.strength == 1 or hit.entry.population >= _KNOWN or hit.entry.kind == DIVISION1)


def _may_be_unlisted(spot: Spot) -> bool:
    words = spot.name.replace("-", " ").split()
    if spot.ent in _PLACE_ENTS:
        return True
    return len(words) <= 3 and spot.ent not in ("NORP", "PRODUCT")


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= 5 and " " not in name

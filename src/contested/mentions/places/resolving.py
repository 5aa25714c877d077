"""Choose which place of the gazetteer a spot means, and whether it is a place at all."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from contested.mentions.places.context import Context, Local
from contested.mentions.places.entries import DIVISION1, DIVISION2, FACILITY, FEATURE, SETTLEMENT, Hit
from contested.mentions.places.spots import Spot

_PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_ENTS = frozenset({"DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_GREAT, _FAMOUS, _KNOWN, _TOWN, _VILLAGE = 1_000_000, 300_000, 20_000, 5_000, 50_000
_CONTAINED, _NEARBY, _SAME_SENSE = 6.0, 1.0, 1.5
_ABOUT, _MUCH_ABOUT = 0.1, 0.2
_SHORT = 4
_NOUN_BEFORE = 0.8
_PLACE_CUES = frozenset({"in", "near", "outside", "at", "around", "over", "off", "between", "through", "on"})


@dataclass(frozen=True, slots=True)
class Container:
    """The division or country that the words after a name put it in; ``loose`` where they only put it near ("X, near Y")."""

    country: str | None
    admin1: str | None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a spot is judged by: the document, the block so far, the countries that its sentence names, its container.

    ``senses`` are the countries and divisions that names have stood for earlier in the document, ``admin1`` is the division that it is most about.
    """

    context: Context
    local: Local
    here: frozenset[str]
    container: Container | None = None
    senses: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    admin1: str | None = None


def choose(spot: Spot, hits: tuple[Hit, ...], around: Surroundings) -> Hit | None:
    """Choose the place that a name means in its context, or None where no candidate fits.

    A place outside the countries of the document must be famous; one that is spelled otherwise must be in them. A great city's
    own name is not another, small place's second name.
    """
    great = any(hit.main and hit.exact and hit.entry.population >= _GREAT for hit in hits)
    own = [hit for hit in hits if not great or hit.main or hit.entry.population >= _VILLAGE]
    fitting = [(_score(spot, hit, around), -n, hit) for n, hit in enumerate(own) if _fits(spot, hit, around)]
    return max(fitting, key=lambda f: f[:2])[2] if fitting else None


def _fits(spot: Spot, hit: Hit, around: Surroundings) -> bool:
    entry, container = hit.entry, around.container
    if spot.small and (entry.population > _VILLAGE or around.local.admin1 not in (None, entry.admin1)):
        return False
    if container and container.country and not container.loose:
        if entry.country != container.country:
            return False
        return container.admin1 is None or entry.admin1 in (None, container.admin1) or (entry.kind == SETTLEMENT and entry.population > _FAMOUS)
    prior = around.context.prior(entry.country)
    if not hit.exact:
        close = prior >= _MUCH_ABOUT or entry.country in around.here or entry.country == around.local.country
        return close and (spot.strength >= 2 or spot.kind is not None or spot.ent in _PLACE_ENTS)
    if prior >= _MUCH_ABOUT or entry.country in around.here or entry.country == around.local.country:
        return True
    if prior >= _ABOUT or entry.country in around.context.named:
        return hit.main or entry.population >= _KNOWN
    return entry.population >= (_FAMOUS if hit.main else _GREAT) and (spot.strength >= 1 or spot.ent in _PLACE_ENTS)


def _score(spot: Spot, hit: Hit, around: Surroundings) -> float:
    entry = hit.entry
    score = 3.0 * around.context.prior(entry.country) + 0.25 * math.log10(entry.population + 1) + 0.6 * hit.main + 0.4 * hit.exact
    score += 1.5 * (entry.country in around.here) + 1.0 * (entry.country == around.local.country)
    score += 0.8 * (entry.admin1 is not None and entry.admin1 == around.local.admin1)
    score += 0.8 * (entry.admin1 is not None and entry.admin1 == around.admin1)
    if around.container and around.container.admin1 and entry.admin1 == around.container.admin1:
        score += _NEARBY if around.container.loose else _CONTAINED
    if around.senses.get(spot.name) == (entry.country, entry.admin1):
        score += _SAME_SENSE
    return score + _kind_score(spot, hit)


def _kind_score(spot: Spot, hit: Hit) -> float:
    entry = hit.entry
    wanted = spot.kind.kind if spot.kind else spot.noun
    if wanted in (DIVISION1, DIVISION2):
        sure = 4.0 if spot.kind else _NOUN_BEFORE
        return sure if entry.kind == wanted else 1.0 if entry.kind in (DIVISION1, DIVISION2) and spot.kind else 0.0
    if entry.kind == SETTLEMENT:
        return 0.5 + 0.5 * (hit.exact and entry.population >= _KNOWN) + (wanted == SETTLEMENT)
    if entry.kind == DIVISION1:
        return 1.5 + 0.5 * bool(spot.direction) if wanted != SETTLEMENT else 0.0
    return 1.0 if wanted in (FACILITY, FEATURE) and entry.kind == wanted else 0.0


def is_place(spot: Spot, hit: Hit | None, around: Surroundings, learned: frozenset[str], persons: frozenset[str]) -> bool:
    """Decide whether a spot names a place: by its cue, its type noun, the gazetteer, and what else bears the name.

    ``learned`` are names that a strong cue has shown to be places elsewhere in the document, ``persons`` the words of
    persons' names in it. The parser's label counts little: it is often wrong on names that are not English.
    """
    if spot.listed:
        return True
    typed = spot.kind is not None
    if spot.ent in _OTHER_ENTS and spot.strength < 3 and not typed and not (hit and hit.exact):
        return False
    if _is_acronym(spot.name) and spot.ent not in _PLACE_ENTS and not (spot.shouting and hit and hit.exact):
        return False
    if spot.name in persons and spot.strength < 2 and not typed:
        return False
    if hit is not None:
        return typed or _is_known_place(spot, hit, around.context)
    if spot.shouting and spot.strength < 3 and not (typed and spot.kind and spot.kind.kind in (FACILITY, FEATURE)):
        return False
    if typed and spot.kind and spot.kind.kind == DIVISION1:
        return spot.strength >= 2 and spot.kind.word not in ("department", "state")
    if spot.name in learned:
        return not spot.speaks
    return (typed and spot.cue != "" and spot.strength >= 1) or spot.strength >= 3 or (spot.strength == 2 and _may_be_unlisted(spot, around.container))


def _is_known_place(spot: Spot, hit: Hit, context: Context) -> bool:
    entry = hit.entry
    if spot.strength >= 2 or spot.ent in _PLACE_ENTS:
        return True
    if not hit.exact or (len(spot.name) < _SHORT and entry.population < _KNOWN):
        return False
    if spot.speaks or context.prior(entry.country) < _ABOUT:
        return entry.population >= _FAMOUS
    if spot.strength == 1 and spot.cue in _PLACE_CUES:
        return True
    if spot.ent == "PERSON" and entry.population < _KNOWN and entry.kind != DIVISION1:
        return False
    return entry.population >= _TOWN or entry.kind == DIVISION1


def _may_be_unlisted(spot: Spot, container: Container | None) -> bool:
    if not spot.cue:
        return container is not None and len(spot.name) >= _SHORT and (spot.ent != "PERSON" or " " not in spot.name)
    if spot.ent in _PLACE_ENTS:
        return True
    return len(spot.name.replace("-", " ").split()) <= 3 and spot.ent not in ("NORP", "PRODUCT")


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= 5 and " " not in name

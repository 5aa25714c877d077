"""Places that quotations name, coded or not, for releases that tell no place finely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from contested.exchange.release.people import known_bodies, quotations
from contested.exchange.release.words import Key, key
from contested.model.events import Coding

_CAP = r"[^\W\d_a-z][\w'’]*(?:-\w+)*"
_NAME = rf"{_CAP}(?:\s+(?:(?:al|el|as|ash|de|du|la)[\s-])?{_CAP}){{0,3}}"
_AT = re.compile(
    rf"\b(?:in|near|at|from|to|into|outside|around|towards?|between|between\s+{_NAME}\s+and|entering|leaving|reached|village of|town of|"
    rf"city of|district of|(?:north|south|east|west)\s+of)\s+(?:the\s+(?:village|town|city|district|area)\s+of\s+)?({_NAME})"
)
_BEFORE_COLON = re.compile(rf"^\W*({_NAME}):", re.MULTILINE)
_TIMES = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
     "wednesday", "thursday", "friday", "saturday", "sunday", "ramadan", "eid", "christmas", "easter"]
)  # fmt: skip


def sites_in(coding: Coding, told: Iterable[Key]) -> Iterator[Key]:
    """Give the names in quotations that stand where a place is told ("near Oakford", "Oakford: ..."), and are nothing else known.

    Args: told: names that are told: parties, divisions, countries.
    """
    others = {*told, *(key(n) for n in _named(coding))}
    words = {w for name in others for w in name}
    for text in quotations(coding):
        for found in (*_AT.findall(text), *_BEFORE_COLON.findall(text)):
            name = key(found)
            if name and name not in known_bodies() and not _TIMES.intersection(name) and not words.issuperset(name):
                yield name


def _named(coding: Coding) -> Iterator[str]:
    for event in coding.events:
        yield from (p.name for p in (*event.perpetrators, *event.targets))
        yield from (p.text for p in (*event.perpetrators, *event.targets))
        yield from (c.party for c in event.claims)

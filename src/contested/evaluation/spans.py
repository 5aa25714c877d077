"""Entities found in a text against those that others marked: by type, spans that overlap or are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from contested.evaluation.scoring import Counts


class EntityType(StrEnum):
    """What an entity is; the value is the word of the marked texts."""

    ORGANISATION = "Organisation"
    PERSON = "Person"
    LOCATION = "Location"


class Match(StrEnum):
    """When a found span counts as a marked one."""

    OVERLAP = "overlapping"
    EXACT = "exact"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A typed span; offsets in code points of its document's text, end exclusive."""

    document: str
    type: EntityType
    start: int
    end: int


def hold_spans(gold: Iterable[Entity], found: Iterable[Entity], match: Match) -> Mapping[EntityType, Counts]:
    """Pair found with marked entities of the same document and type one to one, in the order of the text, and count."""
    marked, coded = _grouped(gold), _grouped(found)
    counts = dict.fromkeys(EntityType, Counts())
    for key in marked.keys() | coded.keys():
        one = _hold(marked.get(key, []), coded.get(key, []), match)
        counts[key[1]] = counts[key[1]] + one
    return counts


def _grouped(entities: Iterable[Entity]) -> dict[tuple[str, EntityType], list[Entity]]:
    groups: dict[tuple[str, EntityType], list[Entity]] = {}
    for one in sorted(set(entities)):
        groups.setdefault((one.document, one.type), []).append(one)
    return groups


def _hold(gold: list[Entity], found: list[Entity], match: Match) -> Counts:
    right = len({(e.start, e.end) for e in gold} & {(e.start, e.end) for e in found}) if match is Match.EXACT else sum(_overlaps(gold, found))
    return Counts(right=right, gold=len(gold), coded=len(found))


def _overlaps(gold: list[Entity], found: list[Entity]) -> Iterator[bool]:
    """Walk both lists; of two that overlap both are used up, else the one that ends first is."""
    marked, coded = sorted(gold, key=lambda e: (e.end, e.start)), sorted(found, key=lambda e: (e.end, e.start))
    i = j = 0
    while i < len(marked) and j < len(coded):
        overlap = marked[i].start < coded[j].end and coded[j].start < marked[i].end
        yield overlap
        first_ends = marked[i].end <= coded[j].end
        i += overlap or first_ends
        j += overlap or not first_ends

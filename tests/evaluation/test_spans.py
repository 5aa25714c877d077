"""Found spans against marked spans."""

from __future__ import annotations

import pytest

from contested.evaluation.scoring import Counts
from contested.evaluation.spans import Entity, EntityType, Match, hold_spans


def people(*spans: tuple[int, int], document: str = "a") -> list[Entity]:
    return [Entity(document, EntityType.PERSON, start, end) for start, end in spans]


@pytest.mark.parametrize(
    ("gold", "found", "match", "expected"),
    [
        (people((0, 9), (20, 30)), people((4, 9), (20, 30), (40, 50)), Match.OVERLAP, Counts(2, 2, 3)),
        (people((0, 9), (20, 30)), people((4, 9), (20, 30), (40, 50)), Match.EXACT, Counts(1, 2, 3)),
        (people((0, 30)), people((0, 9), (20, 30)), Match.OVERLAP, Counts(1, 1, 2)),
        (people((0, 5), (8, 12)), people((6, 7), (8, 10)), Match.OVERLAP, Counts(1, 2, 2)),
        (people((0, 9)), people((0, 9), document="b"), Match.OVERLAP, Counts(0, 1, 1)),
        (people((0, 9)), people((9, 12)), Match.OVERLAP, Counts(0, 1, 1)),
        ([], people((0, 9)), Match.EXACT, Counts(0, 0, 1)),
    ],
)
def test_each_marked_entity_is_found_once(gold: list[Entity], found: list[Entity], match: Match, expected: Counts) -> None:
    assert hold_spans(gold, found, match)[EntityType.PERSON] == expected


def test_the_type_must_be_the_same() -> None:
    counts = hold_spans(people((0, 9)), [Entity("a", EntityType.LOCATION, 0, 9)], Match.OVERLAP)
    assert (counts[EntityType.PERSON], counts[EntityType.LOCATION]) == (Counts(0, 1, 0), Counts(0, 0, 1))

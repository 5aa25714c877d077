"""Totals by speaker, from tolls by group."""

import pytest

from contested.exchange.figures import largest, smallest, totals
from contested.model.events import Casualty, Coding
from contested.model.vocabulary import CasualtyKind

KILLED = CasualtyKind.KILLED
Given = tuple[int | None, int | None, str | None, str | None]


def toll(low: int | None, high: int | None, of: str | None, by: str | None) -> Casualty:
    return Casualty(kind=KILLED, low=low, high=high, of=of, asserted_by=by)


@pytest.mark.parametrize(
    ("given", "low", "high"),
    [
        ([], None, None),
        ([(14, 14, None, "nurse"), (8, 8, "pupils", "nurse")], 14, 14),
        ([(7, 7, "rebels", "army"), (2, 2, "army", "army")], 9, 9),
        ([(3, 3, None, "police"), (5, 5, None, "police")], 5, 5),
        ([(9, 9, None, "rebels"), (0, 0, None, "army")], 9, 9),
        ([(0, 0, None, None)], 0, 0),
        ([(None, 12, None, None), (4, None, None, "army")], 4, 12),
    ],
)
def test_totals(coding: Coding, given: list[Given], low: int | None, high: int | None) -> None:
    event = coding.events[0].model_copy(update={"casualties": tuple(toll(*g) for g in given)})
    assert (smallest(totals(event, KILLED)), largest(totals(event, KILLED))) == (low, high)

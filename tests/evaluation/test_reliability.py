"""Confidence held against gold."""

from __future__ import annotations

import pytest

from contested.evaluation.reliability import Judged, judge, measure
from judged_events import TEXT, compared, event

TOLD = {"quote": "", "evidence": [{"start": 0, "end": len(TEXT)}]}


def judged(confidence: float, right: bool) -> Judged:
    return Judged("place", "larch", 0, confidence, right)


def test_sure_and_right_at_the_same_rate_is_no_error() -> None:
    table = measure([judged(0.75, True)] * 3 + [judged(0.75, False)])[0]
    assert (table.error, table.bins[7].count, table.bins[7].right) == (0.0, 4, 0.75)


def test_the_error_is_the_mean_distance_by_number() -> None:
    table = measure([judged(0.9, False)] + [judged(0.25, False)] * 3)[0]
    assert table.error == pytest.approx((0.9 + 3 * 0.25) / 4)


def test_full_confidence_falls_into_the_last_bin() -> None:
    assert measure([judged(1.0, True)])[0].bins[9].count == 1


def test_values_of_a_made_up_event_are_wrong_and_others_by_their_slot() -> None:
    sure = {"confidence": 0.9, "action_confidence": 0.8, "place": {"text": "Hazel", "precision": "town", "confidence": 0.5}}
    made_up = event(**{**TOLD, **sure}, date={"start": "2020-01-01", "confidence": 0.4}, action="arrest")
    right = event(**{**TOLD, **sure}, targets=[{"name": "National Army", "confidence": 0.7}])
    found = {(j.event, j.property): j.right for j in judge(compared([event()], [{**right, "id": "a"}, {**made_up, "id": "b"}]))}
    assert found == {
        ("a", "event"): True, ("a", "action"): True, ("a", "place"): False, ("a", "target"): True,
        ("b", "event"): False, ("b", "action"): False, ("b", "date"): False, ("b", "place"): False,
    }  # fmt: skip


def test_what_says_nothing_of_confidence_is_not_judged() -> None:
    assert judge(compared([event()], [event(**TOLD)])) == ()

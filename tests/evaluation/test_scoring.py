"""Slot counts: what is right, missing and made up."""

from __future__ import annotations

import pytest

from contested.evaluation.scoring import Counts, all_slots
from judged_events import TEXT, compared, event

TOLD = {"quote": "", "evidence": [{"start": 0, "end": len(TEXT)}]}


def test_a_coding_equal_to_gold_is_all_right() -> None:
    scores = compared([event()], [event(**TOLD)]).scores
    assert scores["event"] == Counts(1, 1, 1)
    assert all_slots(scores).f1 == 1.0


def test_a_missed_event_counts_with_all_its_values() -> None:
    scores = compared([event()], []).scores
    assert (scores["event"], scores["casualties"], scores["claims"]) == (Counts(0, 1, 0),) * 3


def test_a_missed_optional_event_costs_nothing() -> None:
    assert compared([event(optional=True)], []).scores["event"] == Counts(0, 0, 0)


def test_a_made_up_event_counts_as_coded() -> None:
    scores = compared([], [event(**TOLD)]).scores
    assert (scores["event"], scores["place"]) == (Counts(0, 0, 1), Counts(0, 0, 1))


@pytest.mark.parametrize(
    ("slot", "value", "counts"),
    [
        ("date", {"start": "2023-05-05", "end": "2023-05-05"}, Counts(0, 1, 1)),
        ("place", None, Counts(0, 1, 0)),
        ("place", {"text": "Larch village", "precision": "town"}, Counts(1, 1, 1)),
        ("place", {"text": "Sweden", "precision": "country"}, Counts(0, 1, 0)),
        ("perpetrators", ["RC"], Counts(1, 1, 1)),
        ("perpetrators", ["Reed Company fighters", "Elm Front"], Counts(1, 1, 2)),
        ("targets", [], Counts(0, 1, 0)),
        ("casualties", [{"kind": "killed", "low": 12, "high": None}], Counts(0, 1, 1)),
        ("claims", [{"party": "National Army", "stance": "disputes"}], Counts(0, 1, 1)),
        ("status", "reported", Counts(0, 1, 1)),
    ],
)
def test_each_slot_is_compared_by_its_own_rule(slot: str, value: object, counts: Counts) -> None:
    assert compared([event()], [event(**TOLD, **{slot: value})]).scores[slot] == counts


def test_the_alternative_that_agrees_best_counts() -> None:
    gold = event(alternatives={"targets": [[], ["army convoy"]], "action": ["clash"]})
    scores = compared([gold], [event(**TOLD, targets=["Army convoy"], action="clash")]).scores
    assert (scores["targets"], scores["action"]) == (Counts(1, 1, 1), Counts(1, 1, 1))


def test_an_event_is_found_by_day_and_act_where_the_words_differ() -> None:
    assert compared([event()], [event(quote="", place=None)]).pairs == ((0, 0),)
    other_day = event(quote="", date={"start": "2023-06-04", "end": "2023-06-04"})
    assert compared([event()], [other_day]).pairs == ()


def test_profiles_are_compared_by_the_fields_that_gold_has() -> None:
    from contested.evaluation.pairing import ActionKinds
    from contested.evaluation.records import coding_of
    from contested.evaluation.scoring import compare

    gold = coding_of({"events": [], "profile": {"name": "Reed Company", "leaders": [{"name": "Ana Birch"}]}})
    coded = coding_of({"events": [], "profile": {"name": "The Reed Company", "leaders": ["Bo Ash"], "wars": ["Larch war"]}})
    assert compare("report", "", gold, coded, ActionKinds.load()).scores["profile"] == Counts(1, 2, 2)

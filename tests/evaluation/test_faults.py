"""Every error has a kind."""

from __future__ import annotations

from typing import Any

import pytest

from contested.evaluation.faults import count_faults, find_faults
from judged_events import TEXT, compared, event

TOLD = {"quote": "", "evidence": [{"start": 0, "end": len(TEXT)}]}
TOLL = {"kind": "killed", "low": 12, "high": 12, "asserted_by": None}


def kinds(gold: list[dict[str, Any]], coded: list[dict[str, Any]]) -> list[str]:
    return [f.kind.value for f in find_faults(compared(gold, coded))]


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"action": "shooting"}, "wrong act"),
        ({"date": {"start": "2023-05-11", "end": "2023-05-11"}}, "wrong date anchor"),
        ({"date": {"start": "2023-05-01", "end": "2023-05-31"}}, "date too wide or too narrow"),
        ({"date": None}, "date missed"),
        ({"place": {"text": "Hazel", "precision": "town"}}, "wrong place"),
        ({"place": None}, "place missed"),
        ({"perpetrators": ["Elm Front"]}, "wrong party"),
        ({"perpetrators": []}, "party missed"),
        ({"targets": ["National Army", "Elm Front"]}, "party made up"),
        ({"casualties": [{**TOLL, "low": 2}]}, "wrong figure"),
        ({"casualties": []}, "toll missed"),
        ({"casualties": [{**TOLL, "asserted_by": "Elm Front"}]}, "toll of another speaker"),
        ({"claims": [{"party": "National Army", "stance": "reports"}]}, "wrong stance"),
        ({"claims": []}, "claim missed"),
        ({"status": "claimed"}, "wrong status"),
    ],
)
def test_a_wrong_value_is_named(changed: dict[str, Any], kind: str) -> None:
    assert kinds([event()], [event(**{**TOLD, **changed})]) == [kind]


def test_swapped_roles_are_no_made_up_parties() -> None:
    swapped = event(**TOLD, perpetrators=["National Army"], targets=["Reed Company"])
    assert kinds([event()], [swapped]) == ["role swapped", "role swapped"]


def test_whole_events_are_missed_made_up_split_or_joined() -> None:
    other = event(id="hazel", action="arrest", quote="", evidence=[{"start": 98, "end": 117}], date=None, claims=[], casualties=[])
    assert kinds([event()], []) == ["missed act"]
    assert kinds([event()], [event(**TOLD), other]) == ["made-up event"]
    assert kinds([event()], [event(**TOLD), {**other, "evidence": TOLD["evidence"]}]) == ["wrong split"]
    assert kinds([event(), event(id="two", quote="killing 12 soldiers")], [event(**TOLD)]) == ["joined with another event"]


def test_what_stands_at_another_event_is_told_apart_from_what_is_missed() -> None:
    elsewhere = event(id="hazel", quote="", evidence=[{"start": 98, "end": 117}], date=None, place=None, action="arrest")
    bare = event(**TOLD, claims=[], casualties=[])
    assert kinds([event()], [bare, elsewhere]) == ["made-up event", "toll at another event", "claim unattached"]


def test_kinds_are_counted_commonest_first_with_examples() -> None:
    coded = event(**TOLD, perpetrators=[], targets=[], status="claimed")
    counted = count_faults(find_faults(compared([event()], [coded])), examples=1)
    assert [(c.kind, c.count, len(c.examples)) for c in counted] == [("party missed", 2, 1), ("wrong status", 1, 1)]
    assert counted[1].examples[0].gold == "disputed"

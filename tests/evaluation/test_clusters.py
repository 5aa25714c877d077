"""Agreement between groups, and the measured set."""

from __future__ import annotations

from pathlib import Path

import pytest

import contested
from contested.evaluation.clusters import Agreement, b_cubed, pairwise
from contested.evaluation.linking import read_set, score
from contested.linking.across.link import LinkResources

SET = Path(contested.__file__).parent / "samples/linking"


def test_a_group_torn_in_two_costs_recall_alone() -> None:
    gold, made = [("a", "b", "c")], [("a", "b"), ("c",)]
    assert pairwise(gold, made) == Agreement(1.0, 1 / 3)
    assert b_cubed(gold, made) == Agreement(1.0, pytest.approx(5 / 9))


def test_linking_gold_events_reaches_its_bars_and_beats_every_simple_rule() -> None:
    gold = read_set(SET)
    own, *rules = score(gold.events, gold.groups, LinkResources.load())
    assert len(gold.groups) >= 60
    assert sum(len(g) * (len(g) - 1) // 2 for g in gold.groups) >= 300
    assert own.pairs.f1 >= 0.97
    assert own.items.f1 >= 0.97
    assert max(r.pairs.f1 for r in rules) < own.pairs.f1 - 0.1

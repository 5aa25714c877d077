"""Accuracy recorded earlier, and what fell below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from contested.errors import InputError
from contested.evaluation.baseline import accuracy, fallen, read_baseline, record_baseline
from contested.evaluation.evaluation import evaluate
from judged_events import TEXT, compared, event

TOLD = {"quote": "", "evidence": [{"start": 0, "end": len(TEXT)}]}


def test_only_a_fall_of_more_than_the_tolerance_counts() -> None:
    assert fallen({"event": 0.81, "date": 0.70}, {"event": 0.82, "date": 0.75}) == ("date fell from 0.750 to 0.700",)


def test_a_measure_that_vanished_fell() -> None:
    assert fallen({}, {"event": 0.5}) == ("event fell from 0.500 to 0.000",)


def test_accuracy_holds_the_measures_that_gold_has_values_for() -> None:
    numbers = accuracy(evaluate([compared([event(claims=[])], [event(**TOLD, claims=[], status="reported")])]))
    assert numbers["event"] == 1.0
    assert numbers["status"] == 0.0
    assert "claims" not in numbers
    assert numbers["all slots"] == pytest.approx(6 / 7, abs=1e-4)


def test_recording_one_collection_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "evaluation/baseline.json"
    record_baseline(file, "gold", {"event": 0.5})
    record_baseline(file, "samples", {"event": 0.9})
    assert (read_baseline(file, "gold"), read_baseline(file, "samples")) == ({"event": 0.5}, {"event": 0.9})


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text('{"gold": {"event": 0.5}}', encoding="utf-8")
    with pytest.raises(InputError, match=r"nothing is recorded for 'samples'.*It has gold"):
        read_baseline(file, "samples")
    file.write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        read_baseline(file, "gold")

"""The project's own measure and the shared scoring program give the same numbers on several codings."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from contested.evaluation.evaluation import evaluate
from contested.evaluation.folders import coded_in, compare_all, read_gold
from contested.evaluation.scoring import MEASURES, all_slots
from contested.samples import gold_folder

SHARED = Path(__file__).parents[3] / "shared"
SCORE = SHARED / "tools/score.py"
pytestmark = pytest.mark.skipif(not SCORE.is_file(), reason="the shared scoring program is not beside the repository")
GOLDS = [folder for folder in (SHARED / "gold", gold_folder()) if folder.is_dir()]


def perturbed(event: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Change an event the way a coder errs: another act, day, place, party, figure or stance, or other evidence."""
    event = {**event, "evidence": [{"start": (at := chance.randrange(8000)), "end": at + 200, "text": ""}] if chance.random() < 0.6 else []}
    if chance.random() < 0.3:
        event["action"] = chance.choice(("ambush", "arrest", "shelling", "clash", "ceasefire"))
    if chance.random() < 0.3:
        event["date"] = chance.choice((None, {"start": None}, {"start": "2024-08-19", "end": None}, {"start": "2023-01-01", "end": "2025-12-31"}))
    if chance.random() < 0.3:
        event["place"] = chance.choice((None, {"text": "Gao", "precision": "country"}, {"text": "Gao", "name": "Gao", "latitude": 16.2, "longitude": -0.04}))
    for slot in ("perpetrators", "targets", "casualties", "claims"):
        if chance.random() < 0.4:
            event[slot] = chance.sample(event[slot], chance.randint(0, len(event[slot])))
    if chance.random() < 0.3:
        event["perpetrators"] = [{"name": name.lower() + " fighters", "text": "they"} for name in event["perpetrators"]]
    event["status"] = chance.choice((event["status"], "claimed"))
    return event


def coding_like(gold: dict[str, Any], seed: int) -> dict[str, Any]:
    """Drop, change, double and shuffle the events of gold."""
    chance = random.Random(f"{seed} {gold['document']}")
    events = [perturbed(e, chance) for e in gold["events"] for _ in range(chance.choice((0, 1, 1, 1, 2)))]
    chance.shuffle(events)
    return {"profile": chance.choice((None, gold["profile"])), "events": events}


def assert_same(gold: Path, coded: Path) -> None:
    documents = gold.parent / "documents"
    command = [sys.executable, str(SCORE), "--gold", str(gold), "--coded", str(coded), "--documents", str(documents), "--json"]
    wanted = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = evaluate(compare_all(read_gold(gold, documents), coded_in(coded)))
    own = {**{m: found.scores[m] for m in MEASURES}, "slot_f1": all_slots(found.scores)}
    assert {m: (c.right, c.gold, c.coded) for m, c in own.items()} == {m: tuple(wanted[m][k] for k in ("right", "gold", "coded")) for m in own}
    each = {c.name: {"event_f1": c.scores["event"].f1, "slot_f1": all_slots(c.scores).f1} for c in found.comparisons}
    assert each == wanted["documents"]


@pytest.mark.parametrize("gold", GOLDS, ids=str)
def test_on_gold_itself(gold: Path) -> None:
    assert_same(gold, gold)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("gold", GOLDS, ids=str)
def test_on_codings_with_errors(gold: Path, seed: int, tmp_path: Path) -> None:
    for path in gold.glob("*.json"):
        made = coding_like(json.loads(path.read_text(encoding="utf-8")), seed)
        (tmp_path / path.name).write_text(json.dumps(made), encoding="utf-8")
    assert_same(gold, tmp_path)


def test_on_the_codings_of_the_program(tmp_path: Path) -> None:
    from contested.batch.reports import CodeOptions, code_reports
    from contested.batch.runner import Coded

    reports = sorted(str(p) for p in (gold_folder().parent / "documents").glob("*.txt"))
    for report, outcome in zip(reports, code_reports(reports, CodeOptions(None)), strict=True):
        assert isinstance(outcome, Coded), outcome
        (tmp_path / f"{Path(report).stem}.json").write_text(json.dumps(outcome.coding.to_gold()), encoding="utf-8")
    assert_same(gold_folder(), tmp_path)

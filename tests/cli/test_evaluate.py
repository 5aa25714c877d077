"""``contested evaluate`` on one report of one ambush, and on the samples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_program import Contested
from contested.samples import gold_folder

SAMPLES = str(gold_folder())
AMBUSH = {
    "id": "oakford", "action": "ambush", "date": {"start": "2021-05-03", "end": "2021-05-03"}, "place": {"text": "Oakford", "precision": "town"},
    "perpetrators": ["Reed Company"], "targets": ["army"], "casualties": [], "claims": [{"party": "army", "stance": "denies"}],
    "status": "disputed", "quote": "ambushed a patrol",
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> str:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/a.json").write_text(json.dumps({"document": "a.txt", "events": [AMBUSH]}), encoding="utf-8")
    return str(tmp_path / "gold")


def test_gold_against_itself_is_all_right(contested: Contested) -> None:
    ran = contested("evaluate", "--gold", SAMPLES, "--coded", SAMPLES, "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["slot_f1"]["f1"], found["errors"]) == (0, 1.0, [])


def test_documents_are_coded_where_no_codings_are_named(contested: Contested, gold: str) -> None:
    ran = contested("evaluate", "--gold", gold, "--documents", ".")
    assert ran.code == 0
    assert "party missed\n         a, oakford: gold: targets: army" in ran.out


def test_a_fall_below_the_recorded_accuracy_ends_with_1(contested: Contested, gold: str) -> None:
    perfect, coded = ("evaluate", "--gold", gold, "--documents", ".", "--coded", gold), ("evaluate", "--gold", gold, "--documents", ".")
    assert contested(*perfect, "--baseline", "base.json", "--record").code == 0
    assert contested(*perfect, "--baseline", "base.json").code == 0
    ran = contested(*coded, "--baseline", "base.json")
    assert ran.code == 1
    assert "targets fell from 1.000 to 0.000 (base.json)" in ran.err


def test_the_page_is_written_whole(contested: Contested, gold: str) -> None:
    assert contested("evaluate", "--gold", gold, "--documents", ".", "--format", "html", "-o", "page.html").out == ""
    assert Path("page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_missing_folder_is_one_line(contested: Contested) -> None:
    ran = contested("evaluate", "--gold", "nowhere")
    assert ran.code == 2
    assert ran.err == "contested: nowhere: there are no right answers (*.json) in the folder. Check the path after --gold.\n"

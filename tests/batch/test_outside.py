"""Actors and places in texts that others marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contested.batch.outside import compare_on, lines, main, total
from contested.batch.pipeline import load_pipeline
from contested.evaluation.re3d import read_marked_texts
from contested.evaluation.spans import Match

RE3D = Path(__file__).parents[3] / "shared/outside/re3d"


@pytest.mark.skipif(not RE3D.is_dir(), reason="the texts marked by others are not here (../shared/outside/re3d)")
def test_all_texts_are_coded_and_the_language_model_is_beaten_by_ten_points() -> None:
    comparison = compare_on(read_marked_texts(RE3D), load_pipeline())
    print("\n".join(lines(comparison)))
    assert comparison.texts == 71
    for match in Match:
        assert total(comparison.ours[match].values()).f1 > total(comparison.model[match].values()).f1 + 0.1


def test_a_small_folder_is_read_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    text = "The Lake Front attacked a convoy near Bukavu on 3 May 2024."
    entities = [("Organisation", 0, 14), ("Location", 38, 44), ("Weapon", 26, 32)]
    (folder / "documents.json").write_text(json.dumps({"_id": "one", "title": "", "text": text}) + "\n", encoding="utf-8")
    marks = [{"documentId": "one", "type": t, "begin": b, "end": e} for t, b, e in entities]
    (folder / "entities.json").write_text("\n".join(map(json.dumps, marks)), encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("1 texts coded without a fault, 1 events\n")
    assert "Location           1.000   1.000  1.000" in told


def test_a_folder_without_texts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}: no folder in it has documents.json. Name the folder of the dataset.\n"

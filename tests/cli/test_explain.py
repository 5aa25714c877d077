"""``contested explain`` with the real coder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contested.cli.app import run

TEXT = "Clashes near Bol\n\nOn 4 May 2023, rebels ambushed a convoy of the Chadian army near Bol, killing three soldiers.\n\nThe market sells fish.\n"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(TEXT, encoding="utf-8")
    return "report.txt"


def test_one_line_of_a_report(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", f"{report}:5"]) == 0
    assert capsys.readouterr().out.startswith("report.txt, line 5\n  “The market sells fish.”\n  Nothing was coded here because none of its words")


def test_an_event_of_the_store(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["code", report, "--format", "json"]) == 0
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert run(["explain", event["id"], "--format", "json"]) == 0
    (explained,) = json.loads(capsys.readouterr().out)
    assert (explained["line"], explained["told"][0]["event"]) == (3, event["id"])


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("report.txt:2", "report.txt:2: there are no words on this line."),
        ("nowhere.txt", "nowhere.txt: there is no such file, and no store with events. Give a FILE, FILE:LINE, or the id of an event with --store."),
    ],
)
def test_what_is_not_there_is_one_line(report: str, target: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", target]) == 2
    assert words in capsys.readouterr().err

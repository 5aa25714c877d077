"""Looking things up in the store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_program import Contested


@pytest.fixture
def filled(contested: Contested) -> Contested:
    contested("code", "a.txt", "b.txt")
    return contested


def test_events_are_listed_and_filtered(filled: Contested) -> None:
    assert "Oakford, GB" in filled("events", "--from", "2021-05-01", "--to", "2021-05-31", "--actor", "reed").out
    nothing = filled("events", "--country", "FR")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "no event was found\n")
    assert filled("events", "--format", "csv").out.startswith("document,")


def test_an_unknown_status_or_act_is_told_with_the_nearest(filled: Contested) -> None:
    assert "Did you mean disputed?" in filled("events", "--status", "dispute").err
    assert "Did you mean ambush?" in filled("events", "--action", "ambushes").err


def test_one_event_shows_its_sentence_with_the_coded_words_marked(filled: Contested) -> None:
    (event,) = json.loads(filled("events", "--format", "json").out)
    shown = filled("events", event["id"].removeprefix("ambush-")).out
    assert "line 1: «Reed Company» «ambushed» a patrol near «Oakford» on 3 May 2021." in shown
    assert "because the army denies it" in shown
    assert "“denied”" in shown
    assert "no event has the id 'zz'" in filled("events", "zz").err


def test_actors_are_counted_and_profiled(filled: Contested) -> None:
    (reed, army) = json.loads(filled("actors", "--format", "json").out)
    assert reed == {"actor": "Reed Company", "perpetrator": 1, "target": 0, "claimant": 0, "also": ""}
    assert army["claimant"] == 1
    profile = filled("actors", "rc").out
    assert "aliases" in profile
    assert "“Reed Company”" in profile
    assert "no actor is named 'Nobody'" in filled("actors", "Nobody").err


def test_claims_come_with_their_words(filled: Contested) -> None:
    (claim,) = json.loads(filled("claims", "--format", "json").out)
    assert (claim["party"], claim["stance"], claim["about"], claim["words"]) == ("army", "denies", "event", "denied")


def test_sources_tell_what_was_made_of_them(filled: Contested) -> None:
    found = json.loads(filled("sources", "--format", "json").out)
    assert [(s["document"], s["events"], s["left_out"]) for s in found] == [("a.txt", 1, 1), ("b.txt", 0, 0)]


def test_export_writes_a_folder_with_a_manifest(filled: Contested, tmp_path: Path) -> None:
    assert filled("export", "--layout", "csv", "-o", "out").err == "out: 2 documents, 1 events, 1 incidents (policy by_source/1), 9 files\n"
    assert (tmp_path / "out" / "manifest.json").is_file()
    assert "there is no layout 'xls'" in filled("export", "--layout", "xls", "-o", "out2").err


def test_a_report_is_one_page_without_outside_requests(filled: Contested, tmp_path: Path) -> None:
    assert filled("report", "-o", "page.html", "--title", "Oakford").err == "page.html is written: open it in a browser\n"
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<title>Oakford" in page
    assert 'src="http' not in page

"""Linking, comparing and looking back on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_program import REPORT, Contested, Ran


@pytest.fixture
def linked(contested: Contested, store_address: str) -> Contested:
    """Give the program with a store of two reports, on each database in turn."""

    def call(*arguments: str) -> Ran:
        return contested(*arguments, "--store", store_address)

    Path("c.txt").write_text(f"{REPORT} The road was closed.", encoding="utf-8")
    call("code", "a.txt", "c.txt")
    return call


def test_clusters_name_documents_events_and_offsets(linked: Contested) -> None:
    (incident,) = json.loads(linked("link", "--format", "json").out)
    sentence = {"start": 0, "end": REPORT.index(".") + 1}
    assert [m["evidence"] for m in incident["members"]] == [[sentence], [sentence]]
    assert len({m["document"] for m in incident["members"]}) == 2
    assert json.loads(linked("link", "--format", "json").out) == [incident]


def test_a_merge_is_listed_with_its_reasons_and_undone_by_its_number(linked: Contested) -> None:
    linked("link")
    (merge,) = json.loads(linked("link", "--show", "merges", "--format", "json").out)
    assert "place same" in merge["why"]
    assert len(json.loads(linked("link", "--undo", "1", "--why", "two patrols", "--format", "json").out)) == 2
    event = merge["left"].split(":")[1]
    told = linked("history", merge["left"]).out
    assert event in told
    assert "two patrols" in told
    assert "no merge 9 in force" in linked("link", "--undo", "9").err


def test_rulings_of_other_relations_are_listed_with_who_and_why(linked: Contested) -> None:
    linked("link")
    (merge,) = json.loads(linked("link", "--show", "merges", "--format", "json").out)
    linked("link", "--part-of", merge["left"], merge["right"], "--why", "first night of the siege")
    (related,) = json.loads(linked("link", "--show", "related", "--format", "json").out)
    assert (related["event"], related["relation"], related["of"]) == (merge["left"], "part of", merge["right"])
    assert related["reasons"] == "first night of the siege"
    assert len(json.loads(linked("link", "--format", "json").out)) == 2


def test_policies_are_compared_and_unknown_ones_refused(linked: Contested) -> None:
    linked("link")
    assert "the two policies make the same of every incident" in linked("compare", "--policy", "by_source", "--policy", "by_source").err
    shown = linked("compare", "--policy", "acled", "--policy", "independent_only")
    assert "1 of 1 incidents differ" in shown.err
    assert "perpetrator's side" in " ".join(shown.out.split())
    assert "there is no policy 'gtd'" in linked("compare", "--policy", "gtd").err


def test_the_matrix_lays_out_facts_by_speakers(linked: Contested) -> None:
    linked("link")
    records = json.loads(linked("claims", "--matrix", "--format", "json").out)
    assert ("event", "army", "denies") in {(r["fact"], r["speaker"], r["position"]) for r in records}
    assert "no event or incident is named 'zz'" in linked("claims", "--matrix", "--event", "zz").err


def test_an_export_has_a_row_an_incident_by_the_policy_that_was_named(linked: Contested) -> None:
    linked("link")
    done = linked("export", "--layout", "ucdp", "--policy", "by_source", "-o", "out")
    assert "2 documents, 2 events, 1 incidents (policy by_source/1)" in done.err
    assert json.loads(Path("out/manifest.json").read_text())["policy"] == "by_source/1"
    assert "there is no policy 'gtd'" in linked("export", "--policy", "gtd", "-o", "out").err


def test_actors_are_ruled_about_listed_and_parted_again(linked: Contested) -> None:
    linked("link")
    assert "needs the day of the change" in linked("identities", "--merged", "army", "Reed Company").err
    ruled = linked("identities", "--merged", "army", "Reed Company", "--from", "2020-01-01", "--why", "joined the company")
    assert "decision 1: army merged into Reed Company" in ruled.err
    (actor, *_) = json.loads(linked("actors", "--format", "json").out)
    assert (actor["actor"], actor["also"]) == ("Reed Company", "army")
    (decision,) = json.loads(linked("identities", "--show", "decisions", "--format", "json").out)
    assert (decision["from"], decision["why"], decision["in_force"]) == ("2020-01-01", "joined the company", True)
    linked("identities", "--undo", "1")
    assert json.loads(linked("identities", "--format", "json").out) == []
    assert "there is no view 'all'" in linked("identities", "--show", "all").err
    assert "Give one at a time" in linked("identities", "--same", "army", "Reed Company", "--undo", "1").err

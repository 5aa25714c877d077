"""``contested code``."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from cli_program import REPORT, Contested


def test_a_report_gives_a_table_with_what_was_left_out_and_why(contested: Contested) -> None:
    ran = contested("code", "a.txt")
    assert ran.code == 0
    for words in ("2021-05-03", "Oakford, GB", "ambush ?", "Reed Company", "2 or more killed (Reed Company)", "disputed"):
        assert words in ran.out
    assert "Left out: 1 predicted\n  line 1: “raids” predicted" in ran.out
    assert "1 events, 1 acts left out, added" in ran.out


def test_coding_again_changes_nothing_and_prints_the_same(contested: Contested, tmp_path: Path) -> None:
    first = contested("code", "a.txt")
    again = contested("code", "a.txt")
    assert again.out == first.out.replace("added", "unchanged")


def test_a_report_that_this_coder_has_read_is_not_coded_again(contested: Contested, monkeypatch: pytest.MonkeyPatch) -> None:
    contested("code", "a.txt")
    monkeypatch.setenv("CODER", "breaks")
    assert "unchanged" in contested("code", "a.txt").out


def test_reports_of_one_name_do_not_hide_each_other(contested: Contested, tmp_path: Path) -> None:
    reports = [tmp_path / folder / "report.txt" for folder in ("first", "second")]
    for report in reports:
        report.parent.mkdir()
        report.write_text(f"{REPORT} This is the {report.parent.name} report.")
    first = contested("code", *map(str, reports))
    assert "added as report-" in first.out
    assert contested("code", *map(str, reports)).out == first.out.replace("added", "unchanged")
    assert contested("events").out.count("2021-05-03") == len(reports)


def test_one_document_is_an_object_and_several_are_a_list(contested: Contested) -> None:
    one = json.loads(contested("code", "a.txt", "--format", "json").out)
    assert (one["document"], [e["action"] for e in one["events"]]) == ("a.txt", ["ambush"])
    several = json.loads(contested("code", "a.txt", "b.txt", "--format", "json").out)
    assert [c["document"] for c in several] == ["a.txt", "b.txt"]
    assert contested("code", "none.txt", "gone.txt", "--format", "json").out == "[]\n"


def test_lines_and_rows(contested: Contested) -> None:
    lines = contested("code", "a.txt", "b.txt", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["document"] for line in lines] == ["a.txt", "b.txt"]
    rows = list(csv.DictReader(contested("code", "a.txt", "b.txt", "--format", "csv").out.splitlines()))
    assert [(r["document"], r["action"]) for r in rows] == [("a.txt", "ambush")]


def test_out_writes_a_file_for_each_document(contested: Contested, tmp_path: Path) -> None:
    for _ in range(2):
        assert contested("code", "a.txt", "b.txt", "--out", "coded").code == 0
        assert sorted(p.name for p in (tmp_path / "coded").iterdir()) == ["a.json", "b.json"]
    assert json.loads((tmp_path / "coded" / "a.json").read_text(encoding="utf-8"))["events"][0]["status"] == "disputed"


def test_out_that_is_a_file_is_one_line(contested: Contested) -> None:
    ran = contested("code", "a.txt", "--out", "b.txt", "--dry-run")
    assert ran.code == 2
    assert ran.err.splitlines()[-1].startswith("contested: b.txt/a.json: cannot be written")


def test_a_dry_run_makes_no_store(contested: Contested, tmp_path: Path) -> None:
    assert contested("code", "a.txt", "--dry-run").code == 0
    assert not (tmp_path / "contested.db").exists()


def test_a_bad_report_is_one_line_and_the_others_are_coded(contested: Contested) -> None:
    ran = contested("code", "gone.txt", "a.txt", "--format", "jsonl")
    assert ran.code == 2
    assert ran.err == "contested: gone.txt: there is no such file. Check the path.\n"
    assert json.loads(ran.out)["document"] == "a.txt"


def test_a_report_without_an_event_says_so_and_is_no_error(contested: Contested) -> None:
    ran = contested("code", "b.txt")
    assert (ran.code, ran.err) == (0, "b.txt: no event found\n")


def test_a_dash_is_standard_input(contested: Contested) -> None:
    assert '"action":"ambush"' in contested("code", "-", "--format", "jsonl", stdin=REPORT).out


def test_min_confidence_leaves_doubtful_events_away_but_keeps_them_in_the_store(contested: Contested) -> None:
    assert json.loads(contested("code", "a.txt", "--min-confidence", "0.5", "--format", "json").out)["events"] == []
    assert "ambush" in contested("events").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cod",), "No such command 'cod'. Did you mean 'code'?"),
        (("code", "a.txt", "--stor", "x"), "No such option: --stor"),
        (("code", "a.txt", "--format", "xml"), "Invalid value for '--format': 'xml' is not one of"),
        (("code",), "Missing argument 'REPORT...'"),
        (("code", "a.txt", "--store", "b.txt"), "b.txt: the file is not a database."),
        (("code", "a.txt", "--tables", "none"), "none: there is no such folder of tables."),
        (("events", "--store", "none.db"), "none.db: there is no store. Code a report first"),
        (("events", "--from", "May"), "Invalid value for '--from'"),
    ],
)
def test_what_the_user_got_wrong_is_one_line_with_exit_code_2(contested: Contested, arguments: tuple[str, ...], message: str) -> None:
    ran = contested(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert message in ran.err


def test_a_fault_of_the_program_shows_its_trace_and_the_others_are_coded(contested: Contested, monkeypatch: pytest.MonkeyPatch) -> None:
    contested("code", "b.txt")
    monkeypatch.setenv("CODER", "breaks")
    ran = contested("code", "a.txt", "b.txt", "--format", "jsonl")
    assert ran.code == 2
    assert "ZeroDivisionError" in ran.err
    assert ran.err.splitlines()[-1] == "contested: a.txt: the program failed on this document. Please report this fault."
    assert json.loads(ran.out)["document"] == "b.txt"

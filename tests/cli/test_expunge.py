"""Expunging on the command line: told first, asked for, and what lies outside the store is named."""

from __future__ import annotations

from cli_program import Contested


def test_nothing_goes_before_it_is_told_and_agreed_to(contested: Contested) -> None:
    contested("code", "a.txt")
    asked = contested("expunge", "--words", "Reed Company", "--why", "safety")
    assert asked.code == 2
    assert "1 of documents" in asked.err
    assert "nobody can be asked. Read what would go, then give --yes." in asked.err
    assert "Reed Company" in contested("events", "--format", "csv").out


def test_words_of_standard_input_go_and_exports_are_named(contested: Contested) -> None:
    contested("code", "a.txt")
    contested("export", "-o", "out")
    done = contested("expunge", "--words-from", "-", "--why", "safety", "--yes", stdin="reed company\n")
    assert done.code == 0
    assert "an earlier export may hold it still: csv for public into" in done.err
    assert "Reed Company" not in contested("events", "--format", "csv").out
    again = contested("code", "a.txt")
    assert "Reed Company" not in again.out


def test_an_expunged_report_is_not_read_again(contested: Contested) -> None:
    contested("code", "a.txt")
    assert contested("expunge", "--document", "a", "--why", "its author asked", "--yes").code == 0
    refused = contested("code", "a.txt")
    assert refused.code == 2
    assert "a.txt: this document was expunged from the store on" in refused.err


def test_one_thing_at_a_time(contested: Contested) -> None:
    contested("code", "a.txt")
    assert "Give words, or --event, or --document: one of them." in contested("expunge", "--why", "x").err

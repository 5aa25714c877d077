"""Copying a store on the command line."""

from __future__ import annotations

from cli_program import Contested


def test_a_copy_holds_what_the_store_holds_and_is_in_its_log(contested: Contested) -> None:
    contested("code", "a.txt")
    assert contested("copy", "copy.db").code == 0
    assert contested("events", "--store", "copy.db", "--format", "csv").out == contested("events", "--format", "csv").out
    assert "there is such a file" in contested("copy", "copy.db").err
    assert "copy into" in contested("history", "ambush").out

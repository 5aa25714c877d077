"""Every command has help and stands in the documentation."""

from __future__ import annotations

from pathlib import Path

from contested.cli.docs import commands_page
from contested.exchange.layouts import LAYOUTS

DOCS = Path(__file__).parents[2] / "docs/commands.md"


def test_the_page_of_commands_is_that_of_the_program() -> None:
    assert DOCS.read_text(encoding="utf-8") == commands_page(), "run make docs"


def test_every_argument_and_option_has_help() -> None:
    rows = [line for line in commands_page().splitlines() if line.startswith("| `")]
    assert len(rows) > 20
    assert [row for row in rows if len(row.split(" | ")[1]) < 12] == []


def test_the_help_of_export_names_every_layout() -> None:
    assert f"One of {', '.join(sorted(LAYOUTS))}." in commands_page()

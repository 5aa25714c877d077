"""Rows of the tables of words, printed."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from contested.cli.show.output import tell
from contested.resources import Row


def show_rows(rows: Sequence[Row], words: str) -> None:
    """Print each row with file and line, and its filled columns."""
    for row in rows:
        typer.echo(row.where)
        for column, value in row.values.items():
            if value:
                typer.echo(f"  {column}: {value}")
    if not rows:
        tell(f"no table knows '{words}'; add a row to a table of your own and name its folder with --tables")

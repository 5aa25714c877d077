"""States that speak by the names of their capitals ("Madrid said")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from contested.resources import read_table

_COLUMNS = ("iso", "name", "demonyms", "capitals", "other_names")


def load_capitals(extra: Sequence[Path] = ()) -> Mapping[str, str]:
    """Read which state each capital of countries.csv stands for, by its name. Raises TableError with file and line."""
    rows = read_table("countries.csv", _COLUMNS, extra)
    return {capital: row["name"] for row in rows for capital in row["capitals"].split("|") if capital}

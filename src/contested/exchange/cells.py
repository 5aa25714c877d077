"""Cells of a CSV file: absent values empty, and nothing that a spreadsheet would run as a formula."""

from __future__ import annotations

from datetime import date

Cell = str | int | float | bool | date | None
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell_text(value: Cell) -> str:
    """Write a value as a cell: numbers and dates plainly, text with an apostrophe where it could be a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" ").startswith(_FORMULA_STARTS) else value
    return value.isoformat() if isinstance(value, date) else repr(value)

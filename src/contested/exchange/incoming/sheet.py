"""A table from a spreadsheet or statistics program: any separator, a byte order mark or none, columns checked by name."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from contested.errors import InputError
from contested.exchange.cells import cell_text
from contested.exchange.incoming.record import Remark
from contested.reading.encoding import decode

_SEPARATORS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: where it stands ("file:line"), its cells by column, and the line as it was."""

    where: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its columns in order."""

    where: str
    columns: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]

    def rows(self) -> Iterator[SheetRow | InputError]:
        """Give the rows; one with too few or too many cells is an error in its place."""
        for number, cells in self.lines:
            where = f"{self.where}:{number}"
            if len(cells) != len(self.columns):
                yield InputError(f"{len(cells)} cells where the header has {len(self.columns)}", where=where, fix="Quote cells that hold the separator.")
            else:
                yield SheetRow(where, dict(zip(self.columns, cells, strict=True)))


def read_sheet(data: bytes, where: str, *, columns_without_header: Sequence[str] = ()) -> Sheet:
    """Read a table.

    Args:   columns_without_header: the columns to take where the first line is of that many cells and begins with a number.
    Raises: InputError: no header, a column twice, or text that cannot be decoded.
    """
    text = decode(data, where)
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    lines = [(reader.line_num, tuple(plain_cell(c) for c in cells)) for cells in reader if any(c.strip() for c in cells)]
    if not lines:
        raise InputError("there is no table in it", where=where, fix="Give a CSV file with a header.")
    header = lines[0][1]
    if columns_without_header and len(header) == len(columns_without_header) and header[0].isdigit():
        return Sheet(where, tuple(columns_without_header), tuple(lines))
    columns = tuple(plain_name(c) for c in header)
    if twice := sorted({c for c in columns if columns.count(c) > 1}):
        raise InputError(f"the column '{twice[0]}' is there twice", where=f"{where}:1", fix="Rename or remove one.")
    return Sheet(where, columns, tuple(lines[1:]))


def plain_cell(cell: str) -> str:
    """Take blanks off, and the apostrophe that keeps a spreadsheet from running a cell as a formula."""
    words = cell.strip()
    return words[1:] if len(words) > 1 and words[0] == "'" and cell_text(words[1:]) == words else words


def plain_name(column: str) -> str:
    """Write a column's name in lower case with "_" for blanks."""
    return re.sub(r"[\s_-]+", "_", column.strip().lower())


def check_columns(sheet: Sheet, needed: Sequence[str], known: Collection[str]) -> Iterator[Remark]:
    """See that all needed columns are there; remark on those that the layout does not know.

    Raises: InputError: a needed column is missing; names it, and the column that may be meant.
    """
    strangers = [c for c in sheet.columns if c not in known]
    missing = [c for c in needed if c not in sheet.columns]
    if missing:
        meant = difflib.get_close_matches(missing[0], strangers, 1, 0.6)
        hint = f"Is it '{meant[0]}'? Rename it to '{missing[0]}'." if meant else f"The columns needed are {', '.join(needed)}."
        names = ", ".join(f"'{c}'" for c in missing)
        raise InputError(f"the column{'s' if len(missing) > 1 else ''} {names} {'are' if len(missing) > 1 else 'is'} missing", where=f"{sheet.where}:1", fix=hint)
    for stranger in strangers:
        yield Remark(f"{sheet.where}:1", f"the column '{stranger}' is not in this layout and was left away")

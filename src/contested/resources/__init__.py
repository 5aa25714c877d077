"""Tables of words that people edit, read with file and line.

Each table is a CSV file in this folder; lines that begin with ``#`` tell what the columns mean, and where the rows come
from. A user's folder (``--tables DIR``) adds rows to the table of the same file name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from contested.errors import TableError


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and where it stands."""

    file: str
    line: int
    values: Mapping[str, str]

    @property
    def where(self) -> str:
        """Give ``file:line``, the form in which every value names the row that made it."""
        return f"{self.file}:{self.line}"

    def __getitem__(self, column: str) -> str:
        return self.values[column]


def read_table(name: str, columns: Sequence[str], extra: Sequence[Path] = ()) -> tuple[Row, ...]:
    """Read a table of this folder and of the user's folders: every row has exactly ``columns``, blanks stripped.

    Raises: TableError: a row has too few or too many values, or the header is another; names file and line.
    """
    rows = list(_parse(name, resources.files(__package__).joinpath(name).read_text(encoding="utf-8"), columns))
    for folder in extra:
        path = folder / name
        if path.is_file():
            try:
                text = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError as err:
                raise TableError("the table is not UTF-8", where=str(path), fix="Save it as UTF-8.") from err
            rows.extend(_parse(str(path), text, columns))
    return tuple(rows)


def _parse(file: str, text: str, columns: Sequence[str]) -> Iterator[Row]:
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        return
    header = [c.strip() for c in next(csv.reader([lines[0][1]]))]
    if header != list(columns):
        raise TableError(
            f"the header is {','.join(header)}", where=f"{file}:{lines[0][0]}", fix=f"It must be {','.join(columns)}."
        )
    for number, line in lines[1:]:
        values = [v.strip() for v in next(csv.reader([line]))]
        if len(values) != len(columns):
            raise TableError(
                f"{len(values)} values where the header has {len(columns)}", where=f"{file}:{number}",
                fix="Quote values that contain a comma.",
            )
        yield Row(file, number, dict(zip(columns, values, strict=True)))

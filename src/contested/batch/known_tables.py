"""All tables of words at once: check a user's folder, look a word up."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from contested.errors import ContestedError, InputError
from contested.resources import Row, read_table

LOADERS = (
    "contested.reading.issuer:IssuerTable",
    "contested.mentions.actors.tables:ActorTables",
    "contested.mentions.acts.table:ActTable",
    "contested.mentions.attribution.tables:AttributionTables",
    "contested.mentions.counts.tables:CountTables",
    "contested.mentions.times.lexicon:TimeWords",
    "contested.mentions.weapons:WeaponTables",
    "contested.coding.drafts:JoinTable",
    "contested.coding.tables:Tables",
    "contested.assessing.confidence:ConfidenceTable",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a folder of tables gave: numbers of files and rows read, and what is wrong, one line each."""

    files: int
    rows: int
    problems: tuple[str, ...]


def table_columns() -> dict[str, tuple[str, ...]]:
    """Give the name of every table with its columns."""
    folder = resources.files("contested.resources")
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".csv"))
    return {name: _columns(folder.joinpath(name).read_text(encoding="utf-8")) for name in names}


def _columns(text: str) -> tuple[str, ...]:
    header = next(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(c.strip() for c in header.split(","))


def known_actions() -> tuple[str, ...]:
    """Give the names of the acts that the program codes, in the order of their table."""
    return tuple(row["action"] for row in read_table("actions.csv", table_columns()["actions.csv"]))


def check_tables(folder: Path) -> Checked:
    """Check every table in a user's folder: its name, its columns, and its values by the rules of its kind.

    Raises: InputError: the folder is missing or holds no table.
    """
    files = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    if not files:
        raise InputError("there is no table (*.csv) in the folder", where=str(folder), fix="Check the path.")
    problems: list[str] = []
    columns, rows = table_columns(), 0
    for file in files:
        try:
            rows += _count_rows(file, columns)
        except ContestedError as err:
            problems.append(str(err))
    for loader in () if problems else LOADERS:
        try:
            _load(loader, (folder,))
        except ContestedError as err:
            problems.append(str(err))
    return Checked(len(files), rows, tuple(dict.fromkeys(problems)))


def _count_rows(file: Path, columns: dict[str, tuple[str, ...]]) -> int:
    if file.name not in columns:
        near = difflib.get_close_matches(file.name, columns, 1)
        hint = f"Did you mean {near[0]}?" if near else f"Name it as one of {', '.join(columns)}."
        raise InputError("there is no table of this name", where=str(file), fix=hint)
    return sum(row.file == str(file) for row in read_table(file.name, columns[file.name], (file.parent,)))


def _load(loader: str, extra: Sequence[Path]) -> None:
    module, _, name = loader.partition(":")
    kind: Any = getattr(importlib.import_module(module), name)
    kind.load(extra)


def rows_with(words: str, extra: Sequence[Path] = ()) -> list[Row]:
    """Give the rows of all tables that hold a name or word: whole entries if there are any, else parts of entries."""
    wanted = words.casefold().strip()
    rows = [row for name, columns in table_columns().items() for row in read_table(name, columns, extra)]
    whole = [row for row in rows if any(wanted in _entries(v) for v in row.values.values())]
    return whole or [row for row in rows if any(wanted in v.casefold() for v in row.values.values())]


def _entries(value: str) -> list[str]:
    return [part.strip() for part in value.casefold().replace("/", "|").replace(";", "|").split("|")]

"""The tables by which events are compared: weights, acts that can be one, acts that follow from others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.errors import TableError
from contested.linking.across.records import Level
from contested.resources import Row, read_table

WEIGHT_COLUMNS = ("axis", "level", "bits", "why")
ACT_COLUMNS = ("left", "right", "level")
FAMILY_COLUMNS = ("action", "general", "rank", "family")
SEQUEL_COLUMNS = ("first", "then", "days", "why")
PRIOR = Level("prior", "pair")


@dataclass(frozen=True, slots=True)
class LinkTables:
    """``bits`` and ``why`` by level; ``acts`` by ordered pair of acts; ``sequels`` by (first, then) in days;
    ``families`` by act."""

    bits: Mapping[Level, float]
    why: Mapping[Level, str]
    acts: Mapping[tuple[str, str], str]
    sequels: Mapping[tuple[str, str], int]
    families: Mapping[str, str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> LinkTables:
        """Read the tables; a user's row replaces the program's own for the same level or pair.

        Raises: TableError: a weight or a number of days is no number; names file and line.
        """
        weights = read_table("linking_weights.csv", WEIGHT_COLUMNS, extra)
        acts = {pair: row["level"] for row in read_table("linking_acts.csv", ACT_COLUMNS, extra) for pair in _both(row)}
        sequels = {(r["first"], r["then"]): int(_number(r, "days")) for r in read_table("linking_sequels.csv", SEQUEL_COLUMNS, extra)}
        levels = {Level(r["axis"], r["level"]): r for r in weights}
        families = {r["action"]: r["family"] for r in read_table("joining.csv", FAMILY_COLUMNS, extra)}
        return cls({k: _number(r, "bits") for k, r in levels.items()}, {k: r["why"] for k, r in levels.items()}, acts, sequels, families)


def _both(row: Row) -> tuple[tuple[str, str], tuple[str, str]]:
    return (row["left"], row["right"]), (row["right"], row["left"])


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError as err:
        raise TableError(f"{column} is '{row[column]}', not a number", where=row.where, fix="Write a number, such as 1.5.") from err

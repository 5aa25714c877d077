"""The words that make tolls, read from ``counts.csv``, ``counts_harm.csv`` and ``counts_people.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from contested.errors import TableError
from contested.model.vocabulary import CasualtyKind
from contested.resources import Row, read_table

SHAPES = ("object", "subject", "state", "noun", "toll", "body")
STRENGTHS = ("strong", "weak", "from", "people", "many", "figure", "zero")
ROLES = (
    "number", "times", "exact", "vague", "zero", "any", "ordinal",
    "minimum", "maximum", "about", "after", "possible", "saying", "revising",
)  # fmt: skip
SIDES = ("army", "police", "militant", "civil", "any", "thing")
GAP = 9


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of ``counts.csv``: what its words do to a figure."""

    words: tuple[str, ...]
    role: str
    value: str


@dataclass(frozen=True, slots=True)
class Harm:
    """A row of ``counts_harm.csv``. ``pattern`` has the forms allowed at each place; an empty set is a gap."""

    pattern: tuple[frozenset[str], ...]
    shape: str
    kinds: tuple[CasualtyKind, ...]
    strength: str
    where: str


@dataclass(frozen=True, slots=True)
class CountTables:
    """All words for tolls, indexed by their first word; longer rows first."""

    figures: Mapping[str, tuple[Figure, ...]]
    harms: Mapping[str, tuple[Harm, ...]]
    sides: Mapping[str, str]
    plurals: frozenset[str]

    @classmethod
    def load(cls, extra_dirs: Sequence[Path] = ()) -> CountTables:
        """Read the tables of the package and of the user's folders.

        Raises: TableError: a role, shape, strength, kind or side is not one of those that the table's header lists.
        """
        figures = [_figure(row) for row in read_table("counts.csv", ("words", "role", "value"), extra_dirs)]
        harms = [_harm(row) for row in read_table("counts_harm.csv", ("words", "shape", "kind", "strength"), extra_dirs)]
        sides: dict[str, str] = {}
        for row in read_table("counts_people.csv", ("noun", "side"), extra_dirs):
            _check(row, "side", SIDES)
            sides[row["noun"].lower()] = row["side"]
        plurals = {_plural(noun): side for noun, side in sides.items()}
        sides = plurals | sides
        by_word: dict[str, list[Harm]] = {}
        for harm in sorted(harms, key=lambda h: -len(h.pattern)):
            for word in sorted(harm.pattern[0]):
                by_word.setdefault(word, []).append(harm)
        return cls(_by_first(figures), {w: tuple(h) for w, h in by_word.items()}, sides, frozenset(plurals))


@cache
def default_tables() -> CountTables:
    """Give the tables of the package itself, read once."""
    return CountTables.load()


def word_set(words: str) -> frozenset[str]:
    """Give the set of the words in a string."""
    return frozenset(words.split())


def _by_first(figures: Iterable[Figure]) -> dict[str, tuple[Figure, ...]]:
    found: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda f: -len(f.words)):
        found.setdefault(figure.words[0], []).append(figure)
    return {word: tuple(rows) for word, rows in found.items()}


def _check(row: Row, column: str, allowed: Sequence[str]) -> None:
    if row[column] not in allowed:
        raise TableError(f"unknown {column} '{row[column]}'", where=row.where, fix=f"Allowed: {', '.join(allowed)}.")


def _figure(row: Row) -> Figure:
    _check(row, "role", ROLES)
    if row["role"] in ("number", "times", "exact", "vague", "zero", "ordinal") and not row["value"].isdigit():
        raise TableError(f"'{row['value']}' is no number", where=row.where, fix="Give the figure in digits.")
    return Figure(tuple(row["words"].lower().split()), row["role"], row["value"])


def _harm(row: Row) -> Harm:
    _check(row, "shape", SHAPES)
    _check(row, "strength", STRENGTHS)
    words = row["words"].lower().split()
    if not words or words[0] == "*":
        raise TableError("a row must begin with a word", where=row.where, fix="Put the verb or noun first.")
    pattern = tuple(frozenset() if w == "*" else frozenset(w.split("/")) for w in words)
    try:
        kinds = tuple(CasualtyKind(kind) for kind in row["kind"].split("+") if kind)
    except ValueError as err:
        raise TableError(
            f"unknown kind '{row['kind']}'", where=row.where, fix=f"Allowed: {', '.join(CasualtyKind)}, joined by +."
        ) from err
    return Harm(pattern, row["shape"], kinds, row["strength"], row.where)


def _plural(noun: str) -> str:
    if noun.endswith("man") and noun not in ("human", "german", "shaman"):
        return noun[:-3] + "men"
    if noun.endswith("child"):
        return noun + "ren"
    if noun.endswith("wife"):
        return noun[:-2] + "ves"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"

"""Weapons and means in a sentence, and the act that their use makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from contested.errors import TableError
from contested.model.mentions import WeaponMention
from contested.model.syntax import Analysis, Sentence
from contested.resources import read_table


@dataclass(frozen=True, slots=True)
class WeaponRow:
    """A row of ``weapons.csv``: the words, the weapon's normal name, the act it makes ("" for none)."""

    words: tuple[str, ...]
    name: str
    action: str
    where: str


@dataclass(frozen=True, slots=True)
class WeaponTables:
    """The words for weapons, indexed by their first word; longer rows first."""

    rows: Mapping[str, tuple[WeaponRow, ...]]

    @classmethod
    def load(cls, extra_dirs: Sequence[Path] = ()) -> WeaponTables:
        """Read ``weapons.csv`` of the package and of the user's folders; plurals in -s are made by rule.

        Raises: TableError: a row has no words or no name.
        """
        found: dict[str, list[WeaponRow]] = {}
        for row in read_table("weapons.csv", ("words", "name", "action"), extra_dirs):
            words = tuple(row["words"].lower().split())
            if not words or not row["name"]:
                raise TableError("a weapon needs words and a name", where=row.where, fix="Fill both columns.")
            found.setdefault(words[0], []).append(WeaponRow(words, row["name"], row["action"], row.where))
        return cls({w: tuple(sorted(rows, key=lambda r: -len(r.words))) for w, rows in found.items()})


@cache
def default_weapons() -> WeaponTables:
    """Give the table of the package itself, read once."""
    return WeaponTables.load()


def find_weapons(analysis: Analysis, tables: WeaponTables | None = None) -> tuple[WeaponMention, ...]:
    """Find the weapons and means that the sentences of a document name, in the order of the text.

    The longest row wins ("car bomb" is one bombing, not a car and a bomb). ``tables`` are those of the package where
    none are given.
    """
    tables = tables or default_weapons()
    found: list[WeaponMention] = []
    for sentence in analysis.sentences:
        lower = [token.text.lower() for token in sentence.tokens]
        i = 0
        while i < len(lower):
            row = _row_at(lower, i, tables)
            if row is None:
                i += 1
                continue
            end = i + len(row.words)
            found.append(_mention(sentence, i, end, row))
            i = end
    return tuple(found)


def _row_at(lower: Sequence[str], i: int, tables: WeaponTables) -> WeaponRow | None:
    for first in _singulars(lower[i]):
        for row in tables.rows.get(first, ()):
            end = i + len(row.words)
            if end > len(lower):
                continue
            inner = all(lower[k] == row.words[k - i] for k in range(i + 1, end - 1))
            if inner and row.words[-1] in _singulars(lower[end - 1]) and (end - i == 1 or first == lower[i]):
                return row
    return None


def _singulars(word: str) -> tuple[str, ...]:
    """Give the word and what it may be the plural of."""
    if len(word) < 4 or not word.endswith("s"):
        return (word,)
    if word.endswith("ves"):
        return word, word[:-3] + "fe"
    return (word, word[:-1], word[:-2]) if word.endswith("es") else (word, word[:-1])


def _mention(sentence: Sentence, first: int, end: int, row: WeaponRow) -> WeaponMention:
    start, stop = sentence.tokens[first].start, sentence.tokens[end - 1].end
    return WeaponMention(
        sentence=sentence.index, start=start, end=stop, head=end - 1, rule=row.where,
        text=sentence.text[start - sentence.start : stop - sentence.start], name=row.name, action=row.action,
    )  # fmt: skip

"""The table of words that dates are made of, as the scanner wants it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from contested.errors import TableError
from contested.resources import Row, read_table

TABLE = "times_words.csv"

# One letter for each kind of word: a sentence becomes a string of these letters, which the patterns are matched on.
LETTERS = {
    "month": "M", "month_unsure": "m", "weekday": "W", "weekday_short": "w", "season": "S", "holiday": "H",
    "number": "n", "unit": "u", "weekend": "k", "part": "P", "day": "T", "night": "V", "portion": "e", "ordinal": "f",
    "later": "L", "earlier": "E", "ago": "G", "after": "F", "before": "B", "next": "R", "last": "Q", "previous": "D",
    "this": "C", "that": "h", "so_far": "q", "the": "t", "in": "i", "of": "O", "on": "c", "by": "b", "since": "s",
    "from": "r", "until": "v", "to": "j", "between": "K", "and": "&", "for": "p", "about": "~", "every": "y",
    "habit": "U", "period": "A",
}  # fmt: skip
_SETS = ("unit_noun", "name_noun", "reporting", "coming", "founding", "founding_field")
_NUMBERS = frozenset("MmWwSnTfU")


@dataclass(frozen=True, slots=True)
class Word:
    """What one entry of the table does in a date."""

    letter: str
    value: int | str


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The table: single words, phrases by their first word (longest first), and the sets of words."""

    words: dict[str, Word]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Word], ...]]
    sets: dict[str, frozenset[str]]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> TimeWords:
        """Read the table and the rows that the user's folders add.

        Raises: TableError: an unknown kind, or a value that is not of the kind; names file and line.
        """
        return _load(tuple(extra))


@cache
def _load(extra: tuple[Path, ...]) -> TimeWords:
    words: dict[str, Word] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    sets: dict[str, set[str]] = {name: set() for name in _SETS}
    for row in read_table(TABLE, ("words", "kind", "value"), extra):
        if row["kind"] in sets:
            sets[row["kind"]].add(row["words"])
            continue
        parts, word = tuple(row["words"].split()), _word(row)
        if len(parts) == 1:
            words[parts[0]] = word
        else:
            phrases.setdefault(parts[0], []).append((parts, word))
    by_length = {k: tuple(sorted(v, key=lambda entry: -len(entry[0]))) for k, v in phrases.items()}
    return TimeWords(words, by_length, {k: frozenset(v) for k, v in sets.items()})


def _word(row: Row) -> Word:
    letter = LETTERS.get(row["kind"])
    if letter is None:
        allowed = ", ".join((*LETTERS, *_SETS))
        raise TableError(f"unknown kind of time word {row['kind']!r}", where=row.where, fix=f"Use one of {allowed}.")
    value: int | str = row["value"]
    if letter in _NUMBERS and not (letter == "U" and not value):
        try:
            value = int(value)
        except ValueError as err:
            raise TableError(f"the value {value!r} is no number", where=row.where, fix="Give a whole number.") from err
    return Word(letter, value)

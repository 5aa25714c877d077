"""The words of one expression, asked for by what they do."""

from __future__ import annotations

from dataclasses import dataclass

from contested.mentions.times.intervals import Interval
from contested.mentions.times.scan import Piece


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date as a form gives it: ``span`` is None where nothing resolves it; ``kind``, ``source`` as in TimeMention."""

    span: Interval | None
    kind: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of one expression."""

    pieces: tuple[Piece, ...]

    @property
    def letters(self) -> str:
        """Give the letters of the pieces."""
        return "".join(p.letter for p in self.pieces)

    def numbers(self, letters: str) -> list[int]:
        """Give the values of the pieces with one of the letters, in order."""
        return [int(p.value) for p in self.pieces if p.letter in letters]

    def number(self, letters: str) -> int | None:
        """Give the first value with one of the letters."""
        return next((int(p.value) for p in self.pieces if p.letter in letters), None)

    def string(self, letters: str) -> str:
        """Give the first value with one of the letters as a string, or ""."""
        return next((str(p.value) for p in self.pieces if p.letter in letters), "")

    @property
    def is_plural(self) -> bool:
        """Is the unit counted written in the plural ("the days after")?"""
        return any(p.letter == "u" and p.end - p.start > len(str(p.value)) for p in self.pieces)

    def has(self, letters: str) -> bool:
        """Is there a piece with one of the letters?"""
        return any(p.letter in letters for p in self.pieces)

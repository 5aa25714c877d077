"""Find the words of a sentence that may give a date: text -> expressions, still without a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contested.mentions.times.lexicon import TimeWords
from contested.mentions.times.patterns import EXPRESSIONS, TRIGGERS

_TOKEN = re.compile(
    r"(?P<I>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<J>\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d))"
    r"|(?P<Z>\d{6}Z\b)"
    r"|(?P<g>\d{4}['’]?s\b)"
    r"|(?P<l>\d{1,2}[:.]\d\d(?!\d)(?:\s?[ap]\.?m\b)?)"
    r"|(?P<o>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<N>\d+(?:[,.]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s])"
)
_MARKS = {"-": "j", "–": "j", "—": "j", "/": "/", "&": "&", ",": ",", ".": ".", "(": "(", "'": "'", "’": "'", ":": ":"}
OTHER = "_"
_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_HOURS = re.compile(r"\s?(?:hrs?|hours|h|local|gmt|utc)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a sentence: its letter, what it is worth, and where it stands in the scanned text."""

    letter: str
    value: int | str
    start: int
    end: int
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that match a pattern: ``rule`` is the pattern's name, first/last index the pieces (last exclusive)."""

    rule: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """A text as pieces, and the same as a string of letters."""

    text: str
    pieces: tuple[Piece, ...]
    letters: str

    def expressions(self) -> Iterator[Expression]:
        """Match the patterns from left to right, without overlap."""
        if not TRIGGERS.search(self.letters):
            return
        for match in EXPRESSIONS.finditer(self.letters):
            yield Expression(str(match.lastgroup), match.start(), match.end())


def scan(text: str, words: TimeWords) -> Scanned:
    """Cut a text into pieces and give each its letter; phrases of the table become one piece."""
    pieces: list[Piece] = []
    known, phrases = words.words, words.phrases
    skip_to = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < skip_to:
            continue
        kind = match.lastgroup
        raw = match[0]
        if kind == "word":
            lower = raw.lower()
            if lower in phrases and (piece := _phrase(text, start, phrases[lower])):
                skip_to = piece.end
            elif word := known.get(lower):
                piece = Piece(word.letter, word.value, start, start + len(raw), raw[0].isupper())
            else:
                piece = Piece(OTHER, 0, start, start + len(raw), raw[0].isupper())
        elif kind == "mark":
            piece = Piece(_MARKS.get(raw, OTHER), 0, start, start + 1)
        else:
            piece = _numeral(str(kind), raw, start)
            if piece.letter == "Y" and _HOURS.match(text, piece.end):
                piece = Piece("l", raw, start, piece.end)
        pieces.append(piece)
    return Scanned(text, tuple(pieces), "".join(p.letter for p in pieces))


def _phrase(text: str, start: int, entries: tuple[tuple[tuple[str, ...], object], ...]) -> Piece | None:
    for parts, word in entries:
        length = sum(map(len, parts)) + len(parts) - 1
        found = text[start : start + length]
        if found.lower().replace("’", "'").split() == list(parts) and not text[start + length : start + length + 1].isalnum():
            return Piece(word.letter, word.value, start, start + length, found[0].isupper())  # type: ignore[attr-defined]
    return None


def _numeral(kind: str, raw: str, start: int) -> Piece:
    end = start + len(raw)
    if kind == "o":
        return Piece("o", int(raw[:-2]), start, end)
    if kind == "g":
        first = int(raw[:4])
        return Piece("g" if _FIRST_YEAR <= first <= _LAST_YEAR else "x", first, start, end)
    if kind != "N":
        return Piece(kind, raw, start, end)
    if not raw.isdigit() or len(raw) > 4:
        return Piece("x", 0, start, end)
    value = int(raw)
    if len(raw) <= 2 and 1 <= value <= 31:
        return Piece("d", value, start, end)
    if len(raw) == 2 and value >= 32:
        return Piece("z", 1900 + value, start, end)
    if len(raw) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
        return Piece("Y", value, start, end)
    return Piece("x", value, start, end)

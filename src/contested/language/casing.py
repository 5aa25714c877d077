"""Make the letters of a text fit the parser without moving any of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_STRAIGHT = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "*": " ", "|": ";"})
_FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")
_MARK = re.compile(r"(?<=[\w.!?)”\"'] )\*(?= \S)")
_TITLE = re.compile(r"\b(?:Hon|Alh|Engr|Barr|Insp|Supt|(?:Lt|Maj|Brig|Lieut)\.?-(?:Col|Gen))(\.)(?= [A-Z])")
_CELL = re.compile(r"(?<=\w)\t(?=[^\W\d_])")
_FOREIGN = re.compile(r"\((?=[^()]*[\u0370-\u1fff\u3040-\ud7ff])[^()A-Za-zÀ-ɏ]*\)")
_INTRODUCED = re.compile(r"((?:[A-Z][\w'-]*\s+){1,7})\(([A-Z]{2,8})\)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?(?:-[^\W\d_]+)*")
_VOWEL = re.compile(r"[AEIOUY]")
_SHARE, _LETTERS = 0.85, 12
_MONTHS = frozenset({"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC", "MARCH"})
_ABBREVIATION = 3
_PARTICLES = frozenset({"SAN", "LOS", "LAS", "DEL", "EL", "LA", "AL", "DE", "BIN", "ABU", "IBN", "VAN", "VON", "DA", "DOS", "LE", "TAL", "UM", "SAO", "SUR", "MR", "DR", "ST", "MT"})

IsCommon = Callable[[str], bool]


def plain_for_parser(text: str, is_common: IsCommon | None = None) -> str:
    """Replace what the parser stumbles over, length unchanged: line breaks, curly quotes, footnote marks, cell borders, capitals.

    A name in another script in brackets is blanked, and so is the point of a title ("Hon."); a star between two items ends the first.

    ``is_common`` tells whether a lower-case word is an ordinary word of the language; without it, capitals stay.
    """
    if "\t" in text:
        text = _CELL.sub(":", text)
    text = _TITLE.sub(lambda m: m[0][:-1] + " ", _MARK.sub(".", text))
    plain = _FOOTNOTE.sub(_blank, text.translate(_STRAIGHT))
    if not plain.isascii():
        plain = _FOREIGN.sub(_blank, plain)
    return restore_case(plain, is_common) if is_common and is_upper(plain) else plain


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _introduced(text: str) -> Iterator[tuple[int, int]]:
    """Give where names stand that an abbreviation in brackets follows: its letters begin their words."""
    for match in _INTRODUCED.finditer(text):
        words = list(_WORD.finditer(text, match.start(1), match.end(1)))
        for first in range(len(words) - 1, -1, -1):
            initials = iter(w[0][0] for w in words[first:])
            if words[first][0][0] == match[2][0] and all(letter in initials for letter in match[2]):
                yield words[first].start(), words[-1].end()
                break


def is_upper(text: str) -> bool:
    """Is the text written in capitals throughout, as cables are?"""
    letters = sum(c.isalpha() for c in text)
    return letters >= _LETTERS and sum(c.isupper() for c in text) >= _SHARE * letters


def restore_case(text: str, is_common: IsCommon) -> str:
    """Write ordinary words in lower case, names with a capital, and leave abbreviations: same length."""

    names = list(_introduced(text))

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        lower = word.lower()
        start = match.start()
        if len(lower) > _ABBREVIATION and any(begin <= start < end for begin, end in names):
            return word.capitalize()
        first = start == 0 or text[:start].rstrip()[-1:] in ".!?"
        if word in _MONTHS and (text[max(0, start - 3) : start].strip()[-1:].isdigit() or text[match.end() : match.end() + 2].strip()[:1].isdigit()):
            return word.capitalize()
        if is_common(lower):
            return word.capitalize() if first else lower
        if word not in _PARTICLES and (len(word) <= _ABBREVIATION or not _VOWEL.search(word)):
            return word
        return "-".join(part.capitalize() for part in word.split("-")) if len("".join(p.capitalize() for p in word)) == len(word) else word

    return _WORD.sub(cased, text)

"""Find names of several words in a sentence, whatever their accents, apostrophes, hyphens or case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from contested.mentions.actors.words import word_set
from contested.model.syntax import Token

_MARKS = re.compile(r"['’‘ʻʿʾ`´.]")
_GENITIVE = re.compile(r"['’]s\b|s['’](?=\s|$)")
_WORD = re.compile(r"\w+")
_COMMON_ABBREVIATIONS = word_set(
    """
    us is it who car far raw sas mit fast as ac or
    """
)

T = TypeVar("T")


@cache
def fold(word: str) -> tuple[str, ...]:
    """Give the keys of one word: no accents, case, dots or apostrophes; split at hyphens."""
    if word.isascii() and word.isalnum():
        return (word.lower(),)
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    return tuple(_WORD.findall(_MARKS.sub("", plain)))


def name_keys(name: str) -> tuple[str, ...]:
    """Give the keys of a whole name, without a leading article."""
    split = _GENITIVE.sub(lambda m: m[0][0] + " s" if m[0][-1] == "s" else "s", name)
    keys = tuple(key for word in split.split() for key in fold(word))
    return keys[1:] if len(keys) > 1 and keys[0] == "the" else keys


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name found: tokens ``first`` to ``last`` (included) and what the index holds for it."""

    first: int
    last: int
    value: T


@dataclass(slots=True)
class NameIndex(Generic[T]):
    """Names by their keys; the longest name at a place wins."""

    _values: dict[tuple[str, ...], list[T]] = field(default_factory=dict)
    _exact: dict[tuple[str, ...], bool] = field(default_factory=dict)
    _lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def add(self, name: str, value: T, *, exact_case: bool = False) -> None:
        """Add a name; with ``exact_case`` (abbreviations) the text must show at least two capitals."""
        keys = name_keys(name)
        if not keys:
            return
        held = self._values.setdefault(keys, [])
        if value not in held:
            held.append(value)
        self._exact[keys] = self._exact.get(keys, True) and exact_case
        lengths = self._lengths.get(keys[0], ())
        if len(keys) not in lengths:
            self._lengths[keys[0]] = tuple(sorted((*lengths, len(keys)), reverse=True))

    def get(self, name: str) -> tuple[T, ...]:
        """Give what the index holds for exactly this name."""
        return tuple(self._values.get(name_keys(name), ()))

    def find(self, sentence: SentenceKeys) -> list[Hit[list[T]]]:
        """Find the names of a sentence from left to right, the longest at each place, none overlapping."""
        keys, tokens_of = sentence.keys, sentence.token_of
        found: list[Hit[list[T]]] = []
        i, total, lengths_of = 0, len(keys), self._lengths
        while i < total:
            lengths = lengths_of.get(keys[i])
            step = 1
            for length in lengths or ():
                values = self._values.get(keys[i : i + length])
                if (
                    values
                    and i + length <= total
                    and self._fits(sentence, keys[i : i + length], tokens_of[i], tokens_of[i + length - 1])
                ):
                    found.append(Hit(tokens_of[i], tokens_of[i + length - 1], values))
                    step = length
                    break
            i += step
        return found

    def _fits(self, sentence: SentenceKeys, keys: tuple[str, ...], first: int, last: int) -> bool:
        if sentence.upper:
            return not (self._exact[keys] and keys[0] in _COMMON_ABBREVIATIONS)
        text = sentence.tokens[last].text
        if self._exact[keys]:
            words = "".join(sentence.tokens[n].text for n in range(first, last + 1))
            return sum(c.isupper() or c.isdigit() for c in words) >= 2 and not words.isdigit()
        return not text[0].islower() or (len(keys) > 1 and sentence.tokens[first].text[0].isupper())


@dataclass(frozen=True, slots=True)
class SentenceKeys:
    """The keys of a sentence's tokens in a row, and which token each comes from."""

    tokens: Sequence[Token]
    keys: tuple[str, ...]
    token_of: tuple[int, ...]
    upper: bool

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> SentenceKeys:
        """Fold every token of a sentence."""
        keys: list[str] = []
        token_of: list[int] = []
        letters = capitals = 0
        for token in tokens:
            text = token.text
            if len(text) > 3 and text.isalpha():
                letters += 1
                capitals += text.isupper()
            for key in fold(text):
                keys.append(key)
                token_of.append(token.i)
        return cls(tokens, tuple(keys), tuple(token_of), letters > 3 and capitals > 0.8 * letters)

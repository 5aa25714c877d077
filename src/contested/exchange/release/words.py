"""Find names in any text, whatever their case, marks and the signs between their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_BETWEEN_AT_MOST = 3
Key = tuple[str, ...]


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """Write a word without case and marks."""
    if word.isascii():
        return word.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()


def key(name: str) -> Key:
    """Give the folded words of a name."""
    return tuple(folded(w) for w in _WORD.findall(unicodedata.normalize("NFC", name)))


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: where it stands and which name it is."""

    start: int
    end: int
    key: Key


class Finder:
    """Finds names by their words. A name of one word counts only where it is written with a capital."""

    def __init__(self, names: Iterable[Key]) -> None:
        self._by_first: dict[str, list[Key]] = {}
        for name in sorted(set(names), key=lambda n: (-len(n), n)):
            if name:
                self._by_first.setdefault(name[0], []).append(name)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def find(self, text: str, also: Mapping[str, Key] | None = None) -> Iterator[Hit]:
        """Give the names in a text from left to right, the longest first; ``also`` are further names of one word."""
        plain = list(map(folded, _WORD.findall(text)))
        further = also or {}
        starts = [n for n, word in enumerate(plain) if word in self._by_first or word in further]
        if not starts:
            return
        words = list(_WORD.finditer(text))
        past = 0
        for n in starts:
            hit = self._at(words, plain, n, further) if n >= past else None
            if hit is not None:
                yield hit
                past = n + len(hit.key)

    def _at(self, words: list[re.Match[str]], plain: list[str], n: int, also: Mapping[str, Key]) -> Hit | None:
        capital = _capital(words[n].group())
        for name in self._by_first.get(plain[n], ()):
            if (capital or len(name) > 1) and self._matches(words, plain, n, name):
                return Hit(words[n].start(), words[n + len(name) - 1].end(), name)
        if capital and plain[n] in also:
            return Hit(words[n].start(), words[n].end(), also[plain[n]])
        return None

    def _matches(self, words: list[re.Match[str]], plain: list[str], n: int, name: Key) -> bool:
        if tuple(plain[n : n + len(name)]) != name:
            return False
        gaps = range(n, n + len(name) - 1)
        return all(words[k + 1].start() - words[k].end() <= _BETWEEN_AT_MOST for k in gaps)


def capital_words(text: str) -> Iterator[str]:
    """Give the words of a text that are written with a capital, folded."""
    return (folded(w) for w in _WORD.findall(text) if _capital(w))


def _capital(word: str) -> bool:
    return not word[0].islower()

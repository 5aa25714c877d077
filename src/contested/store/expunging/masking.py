"""Find words in any spelling of case, marks and hyphens, and put as many blocks in their place, so that offsets hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from contested.errors import UsageError
from contested.store.rows import folded

BLOCK = "█"
_LEAST = 2
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Words:
    """Names or other words to be taken out, each as it is usually written; "Jane Doe" is also found as "jane-doe" and "JANÉ DOE"."""

    spellings: tuple[str, ...]

    @classmethod
    def of(cls, spellings: Iterable[str]) -> Words:
        """Gather spellings.

        Raises: UsageError: there is none, or one is so short that it would be found in other words' place.
        """
        wanted = tuple(dict.fromkeys(s.strip() for s in spellings if s.strip()))
        for one in wanted:
            if len("".join(_TOKEN.findall(one))) < _LEAST:
                raise UsageError(f"'{one}' is too short to be taken out safely", fix="Give the whole name.")
        if not wanted:
            raise UsageError("there are no words to take out", fix="Name them with --words or --words-from.")
        return cls(wanted)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        each = (r"[\W_]*".join(map(re.escape, _TOKEN.findall(folded(s)))) for s in sorted(self.spellings, key=len, reverse=True))
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(each)})(?![^\W_])")

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Give where the words stand in a text."""
        if text.isascii():
            return [m.span() for m in self._pattern.finditer(text.lower())]
        if not self._pattern.search(folded(text)):
            return []
        places, characters = [], []
        for place, character in enumerate(text):
            for one in folded(character):
                places.append(place)
                characters.append(one)
        hits = self._pattern.finditer("".join(characters))
        return [(places[m.start()], _past_marks(text, places[m.end() - 1] + 1)) for m in hits]

    def masked(self, text: str) -> str:
        """Give a text without the words."""
        return mask(text, self.spans(text))


def _past_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def mask(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Put blocks in place of the characters of some spans; white space stays, so that sentences and lines do."""
    for start, end in spans:
        text = text[:start] + "".join(c if c.isspace() else BLOCK for c in text[start:end]) + text[end:]
    return text


def change_strings(value: Any, change: Callable[[str], str]) -> Any:
    """Change every string within a value read from JSON, keys too."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [change_strings(v, change) for v in value]
    if isinstance(value, dict):
        return {change(k): change_strings(v, change) for k, v in value.items()}
    return value


def quoted_anew(value: Any, text: str) -> Any:
    """Let every quotation (start, end, text) within a value say what the text now has there."""
    if isinstance(value, list):
        return [quoted_anew(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    changed = {k: quoted_anew(v, text) for k, v in value.items()}
    start, end = changed.get("start"), changed.get("end")
    if isinstance(changed.get("text"), str) and isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text):
        changed["text"] = text[start:end]
    if "original" in changed:
        changed["original"] = original_anew(value, changed)
    return changed


def original_anew(before: Mapping[str, Any], after: Mapping[str, Any]) -> Any:
    """Give the words of a statement as its first quotation now has them, if they were that quotation's."""
    quoted = before.get("evidence")
    same = isinstance(quoted, list) and quoted and quoted[0].get("text") == before["original"]
    return after["evidence"][0]["text"] if same else after["original"]

"""Tell the language of a text by the share of its scripts and of its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from contested.errors import LanguageError
from contested.resources import read_table

_SAMPLE = 40_000
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS, _MIN_ENGLISH, _MIN_OTHER = 25, 0.02, 0.08


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its script (first word of the Unicode names), and words or letters that mark it."""

    code: str
    name: str
    script: str
    words: frozenset[str]
    letters: frozenset[str]


def load_tongues(extra: Sequence[Path] = ()) -> tuple[Tongue, ...]:
    """Read the table ``tongues.csv``; more rows of a language add to it."""
    rows = read_table("tongues.csv", ("code", "name", "script", "words", "letters"), extra)
    return tuple(
        Tongue(r["code"], r["name"], r["script"], frozenset(r["words"].split()), frozenset(r["letters"])) for r in rows
    )


@cache
def _default_tongues() -> tuple[Tongue, ...]:
    return load_tongues()


def require_english(text: str, where: str, tongues: Sequence[Tongue] | None = None) -> str:
    """Give "en" for an English text; a text too short to tell is taken as English.

    Raises: LanguageError: the text is in another language, which the message names where it can be told.
    """
    found = find_tongue(text, tongues if tongues is not None else _default_tongues())
    if found == "English":
        return "en"
    what = f"it is in {found}" if found else "it is not in English"
    raise LanguageError(f"{what}, and only English can be coded", where=where, fix="Give an English translation.")


def find_tongue(text: str, tongues: Sequence[Tongue]) -> str | None:
    """Name the language of a text; "English" where there is too little to tell, None for one not in the table."""
    middle = max(0, (len(text) - _SAMPLE) // 2)
    sample = text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[middle : middle + _SAMPLE]
    scripts = _scripts(sample)
    total = sum(scripts.values())
    if not total or scripts["LATIN"] >= total / 2:
        return _latin_tongue(sample.casefold(), [t for t in tongues if t.script == "LATIN"])
    script = max(sorted(scripts), key=lambda s: scripts[s])
    return _by_letters(sample, [t for t in tongues if t.script == script])


def _scripts(text: str) -> Counter[str]:
    """Count letters by script."""
    found: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        if letter.isalpha():
            found[unicodedata.name(letter, "?").split()[0].split("-")[0]] += count
    return found


def _by_letters(text: str, tongues: Sequence[Tongue]) -> str | None:
    """Choose among the languages of a script: the first whose own letters are common, else the one without any."""
    counts = Counter(text)
    for tongue in tongues:
        if tongue.letters and sum(counts[c] for c in tongue.letters) > len(text) / 100:
            return tongue.name
    return next((t.name for t in tongues if not t.letters), None)


def _latin_tongue(folded: str, tongues: Sequence[Tongue]) -> str | None:
    words: Mapping[str, int] = Counter(_WORD.findall(folded))
    total = sum(words.values())
    if total < _FEW_WORDS:
        return "English"
    shares = {t.name: sum(words.get(w, 0) for w in t.words) / total for t in tongues}
    english = shares.pop("English", 0.0)
    best = max(sorted(shares), key=lambda name: shares[name], default="")
    if best and shares[best] > max(1.5 * english, _MIN_OTHER):
        return best
    return "English" if english >= _MIN_ENGLISH else None

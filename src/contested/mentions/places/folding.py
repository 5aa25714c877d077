"""Bring the spellings of a place's name to one form: accents, articles, transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from contested.resources import read_table

TABLE = "places_folds.csv"
_LETTERS = str.maketrans(
    {
        "ø": "o", "ı": "i", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "đ": "d", "ħ": "h",
        "ə": "e", "ŋ": "n", "ة": "ه", "ى": "ي", "ـ": None,
        **dict.fromkeys("'’‘ʻʿʼʾ`´′\"“”", None),
    }
)
_NOT_LETTERS = re.compile(r"[\W_]+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_SOFT = re.compile(r"[aeiouyvh_]+")
_MIN_BONES = 3


@cache
def _folds() -> tuple[tuple[str, str], ...]:
    return tuple((row["found"], row["replaced"]) for row in read_table(TABLE, ("found", "replaced")))


def plain(name: str) -> str:
    """Give a name in lower case without accents, apostrophes and punctuation, words parted by one space.

    >>> plain("Khirbat al-Ma'zah")
    'khirbat al mazah'
    """
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_LETTERS.sub(" ", name.lower().translate(_LETTERS)).strip()


def fold(name: str) -> str:
    """Give the key under which all usual spellings of a name meet; never empty for a name with letters.

    >>> fold("Al-Sheykh Maskin") == fold("Shaykh Maskīn"), fold("Tartous") == fold("Ţarţūs")
    (True, True)
    """
    return fold_plain(plain(name))


def fold_plain(words: str) -> str:
    """Give the key of a name that ``plain`` has been over."""
    key = f"_{words.replace(' ', '_')}_"
    for found, replaced in _folds():
        if found in key:
            key = key.replace(found, replaced)
    return _DOUBLED.sub(r"\1", key.strip("_")) or words.replace(" ", "_")


def bones(key: str) -> str | None:
    """Give the hard consonants of a key, the part that transliteration keeps; None where too few to tell names apart.

    >>> bones(fold("Maskin")) == bones(fold("Miskin"))
    True
    """
    hard = _SOFT.sub("", key)
    return hard if len(hard) >= _MIN_BONES else None

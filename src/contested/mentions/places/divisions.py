"""Name first-order divisions as English texts do: "Latakia", not "Muḩāfaz̧at al Lādhiqīyah"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_TYPES = (
    "governorate|province|state|region|district|oblast|department|prefecture|county|republic|krai|emirate|municipality|"
    "parish|canton|autonomous region|autonomous community|voivodeship"
)
_TYPED = re.compile(rf"^(?P<name>.+?)(?:\s+|-)(?:{_TYPES})$", re.IGNORECASE)
_NATIVE = re.compile(
    r"^(?:muḩāfaz̧at|muhafazat|wilāyat|wilayat|wilaya|ostān-e|ostan-e|departamento del?|departamento|région de|région du|"
    r"provincia de|provincia del|provincia|estado de|estado|province de|state of|province of|department of)\s+(?:la\s+)?",
    re.IGNORECASE,
)
_MARKS = frozenset("\u0304\u0323\u0327\u0331\u0306\u0307")
_KEPT = frozenset("çÇşŞţŢăĂğĞżŻ")


def division_names(name: str, aliases: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Choose the usual English name of a division, and give every name that it goes by.

    >>> division_names("Al Lādhiqīyah", ("Latakia Governorate",))[0], division_names("Junín", ())[0]
    ('Latakia', 'Junín')
    """
    others = [a for a in aliases if a and a[0] < "\u0250"]
    bare = _bare(name)
    typed = [m["name"] for a in others if (m := _TYPED.match(a))]
    names = dict.fromkeys([name, bare, *others, *typed])
    usual = next((t for t in typed if t.isascii() and not t[0].isdigit()), None)
    if usual is None or _letters(usual) == _letters(bare):
        usual = _untransliterated(bare)
    return usual, (usual, *(n for n in names if n != usual))


def _bare(name: str) -> str:
    stripped = _NATIVE.sub("", name)
    match = _TYPED.match(stripped)
    return match["name"] if match else stripped


def _letters(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in decomposed if c.isalnum() and not unicodedata.combining(c))


def _untransliterated(name: str) -> str:
    """Strip the marks of scholarly transliteration (macrons, dots below), but no accents of a Latin orthography."""
    decomposed = unicodedata.normalize("NFD", name)
    marked = any(c in _MARKS for c in decomposed) or any(c in "‘’ʻʿʼ" for c in name)
    if not marked or (any(c in _KEPT for c in name) and "\u0304" not in decomposed and "\u0331" not in decomposed):
        return name
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub("[‘’ʻʿʼ]", "", plain)

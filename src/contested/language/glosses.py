"""Brackets that only tell how a name is said elsewhere: the parser does not get them, nor do sentences end in them."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[ \t]?\(([^()\n]{3,300})\)")
_TRANSLATED = re.compile(r"\b(?:lit|transl|romani[sz]ed|pronounced)\b[.:]?", re.IGNORECASE)
_FOREIGN_LETTERS = 3


def glosses(text: str) -> tuple[tuple[int, int], ...]:
    """Give the (start, end) of the brackets with words of another script or a translation: "(Arabic: ..., lit. 'Sons')"."""
    if "(" not in text:
        return ()
    return tuple(m.span() for m in _BRACKET.finditer(text) if _is_gloss(m[1]))


def _is_gloss(inside: str) -> bool:
    foreign = sum(c.isalpha() and ord(c) > 0x24F for c in inside)
    return foreign >= _FOREIGN_LETTERS or _TRANSLATED.search(inside) is not None

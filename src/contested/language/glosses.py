"""Brackets that only give a name in short or in another tongue: the parser does not get them, nor do sentences end in them."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[ \t]?\(([^()\n]{2,300})\)")
_TRANSLATED = re.compile(r"\b(?:lit|transl|romani[sz]ed|pronounced)\b[.:]?", re.IGNORECASE)
_FOREIGN_LETTERS = 3
_SHORT = re.compile(r"(?=(?:.*[A-Z]){2})[\"“']?[A-Z][A-Za-z0-9&./-]{1,11}[\"”']?(?: faction| wing)?$")


def glosses(text: str) -> tuple[tuple[int, int], ...]:
    """Give the (start, end) of the brackets with words of another script, a translation or an abbreviation: "(Arabic: ..., lit. 'Sons')", "(RHF)"."""
    if "(" not in text:
        return ()
    return tuple(m.span() for m in _BRACKET.finditer(text) if _is_gloss(m[1]))


def _is_gloss(inside: str) -> bool:
    foreign = sum(c.isalpha() and ord(c) > 0x24F for c in inside)
    return foreign >= _FOREIGN_LETTERS or _TRANSLATED.search(inside) is not None or _SHORT.match(inside) is not None

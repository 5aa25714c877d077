"""What only explains a name or noun, and that the parser does better without: brackets with a name in short or in another tongue."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[ \t]?\(([^()\n]{2,300})\)")
_TRANSLATED = re.compile(r"\b(?:lit|transl|romani[sz]ed|pronounced)\b[.:]?", re.IGNORECASE)
_FOREIGN_LETTERS = 3
_SHORT = re.compile(r"(?=(?:.*[A-Z]){2})[\"“']?[A-Z][A-Za-z0-9&./-]{1,11}[\"”']?(?: faction| wing)?$")


_MOSTLY = re.compile(
    r",\s+(?:(?:nearly|almost|about)\s+)?(?:most|many|all|half|mostly|mainly|largely|chiefly|the\s+majority|a\s+majority|the\s+bulk)(?:\s+of\s+(?:them|whom))?\s+"
    r"(?:[a-z-]+\s+)?(?:women|children|civilians|minors)(?:\s+(?:and|or)\s+(?:women|children|girls|infants|the\s+elderly))?,(?=\s)"
)


def glosses(text: str) -> tuple[tuple[int, int], ...]:
    """Give the (start, end) of what only explains a noun: who most of the people were (", most of them women,"), and the brackets with words of another script, a translation or an abbreviation: "(Arabic: ..., lit. 'Sons')", "(RHF)"."""
    brackets = [m.span() for m in _BRACKET.finditer(text) if _is_gloss(m[1])] if "(" in text else []
    return tuple(sorted([*brackets, *(m.span() for m in _MOSTLY.finditer(text))]))


def _is_gloss(inside: str) -> bool:
    foreign = sum(c.isalpha() and ord(c) > 0x24F for c in inside)
    return foreign >= _FOREIGN_LETTERS or _TRANSLATED.search(inside) is not None or _SHORT.match(inside) is not None

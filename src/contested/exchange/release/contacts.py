"""Ways to reach a person, inside texts: mail addresses, telephone numbers, handles, links to chats, accounts for payment."""

from __future__ import annotations

import re
from collections.abc import Iterator

WITHHELD = "[contact withheld]"
_PATTERNS = (
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:https?://)?(?:t\.me|wa\.me|telegram\.me|signal\.me|chat\.whatsapp\.com)/\S+",
    r"(?<![\w@.])@\w{3,}",
    r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,4})?\b",
    r"\b(?:bc1|0x)[0-9A-Za-z]{25,62}\b",
    r"\b(?:\d{4}[ -]?){3}\d{4}\b",
    r"(?<![\w.])\+\d[\d ().-]{6,}\d",
    r"(?<![\w.,])0\d{1,4}[ /-]?\d{2,4}[ -]?\d{2,4}(?:[ -]?\d{2,4})?(?![\w,])",
)
_CONTACT = re.compile("|".join(f"(?:{p})" for p in _PATTERNS))
_TOO_SHORT = 8


def find_contacts(text: str) -> Iterator[tuple[int, int]]:
    """Give where ways to reach a person stand in a text."""
    for found in _CONTACT.finditer(text):
        if len(found.group()) >= _TOO_SHORT or found.group().startswith("@"):
            yield found.span()


def withhold_contacts(text: str) -> str:
    """Put a mark in the place of every way to reach a person."""
    pieces, at = [], 0
    for start, end in find_contacts(text):
        pieces += [text[at:start], WITHHELD]
        at = end
    return "".join([*pieces, text[at:]])

"""Make the letters of a text fit the parser without moving any of them."""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "*": " "})
_FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")


def plain_for_parser(text: str) -> str:
    """Replace what the parser stumbles over (line breaks, curly quotes, footnote marks), length unchanged."""
    return _FOOTNOTE.sub(lambda m: " " * len(m[0]), text.translate(_STRAIGHT))

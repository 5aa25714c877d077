"""Which lines are headings over what follows, and their words."""

from __future__ import annotations

import re

from contested.model.documents import Block
from contested.reading.lines import Line
from contested.reading.marks import (
    BOLD_HEADING,
    DATE_HEADING,
    HYPHENED,
    ITEM,
    MARKDOWN_HEADING,
    WIKI_HEADING,
    ends_sentence,
    is_row,
)

_PARENTHESIS = re.compile(r"\([^()]*\)")
_HEADING_WORDS = 12


def heading_words(text: str, block: Block) -> str:
    """Give the words of a heading without its marks."""
    words = text[block.start : block.end]
    for pattern in (WIKI_HEADING, MARKDOWN_HEADING, BOLD_HEADING):
        if match := pattern.match(words):
            return match[pattern.groups].strip()
    return words.strip()


def in_capitals(words: str) -> bool:
    """Are the words, but for what stands in brackets, all in capitals?"""
    bare = _PARENTHESIS.sub("", words)
    return bare.isupper() and sum(c.isalpha() for c in bare) > 1


def is_heading(lines: tuple[Line, ...], i: int) -> bool:
    """Is the line, without marks or with a number only, short and no sentence, a heading over what follows?"""
    line = lines[i]
    if DATE_HEADING.match(line.text.rstrip(".:")) or BOLD_HEADING.match(line.text):
        return True
    if ends_sentence(line.text) or is_row(line.text) or HYPHENED.search(line.text):
        return False
    item = ITEM.match(line.text)
    if item and not any(c.isdigit() for c in item[0]):
        return False
    bare = line.text[item.end() :] if item else line.text
    count = len(_PARENTHESIS.sub("", bare).split())
    if count > _HEADING_WORDS or (bare.endswith(":") and count > 6):
        return False
    if in_capitals(bare):
        return not (line.wrap and i and not line.blank_before)
    return _stands_alone(lines, i) and count <= (_HEADING_WORDS if item else 8) and bare[:1].isupper() and not bare.endswith(",")


def _stands_alone(lines: tuple[Line, ...], i: int) -> bool:
    """Is the line set off from the text above it, and over a longer text that is no item of the same list?"""
    line = lines[i]
    if not line.blank_before or i + 1 == len(lines):
        return line.blank_before and not ITEM.match(line.text)
    after = lines[i + 1]
    if ITEM.match(line.text) and ITEM.match(after.text) and line.text[:1] == after.text[:1]:
        return False
    return after.blank_before or len(after.text) > 2 * len(line.text)

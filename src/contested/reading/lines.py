"""The lines of a text, and which of them a fixed width broke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from contested.reading.marks import HYPHENED, ITEM, ends_sentence, is_marked, is_row

_WRAP_MIN = 45
_WRAP_MAX = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its surrounding blanks; ``blank_before`` says that an empty line stands over it.

    ``wrap`` is the longest line of the lines that stand together with it, where a fixed width broke them; else 0.
    """

    start: int
    end: int
    text: str
    indent: int
    blank_before: bool
    wrap: int = 0


def lines_of(text: str) -> Iterator[Line]:
    """Give the lines that are not blank, in order."""
    start, blank = 0, True
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            yield Line(start + indent, start + indent + len(body), body, indent, blank)
        blank = not body
        start += len(raw)


def mark_wrapped(lines: list[Line]) -> Iterator[Line]:
    """Find the lines that stand together and were broken by a fixed width: most breaks fall inside a sentence."""
    first = 0
    while first < len(lines):
        after = first + 1
        while after < len(lines) and not lines[after].blank_before:
            after += 1
        group = lines[first:after]
        widest = max(len(line.text) + line.indent for line in group)
        breaks = sum(_inside_sentence(a, b) for a, b in pairwise(group))
        hyphened = any(HYPHENED.search(a.text) and b.text[:1].islower() for a, b in pairwise(group))
        wrapped = hyphened or (_WRAP_MIN <= widest <= _WRAP_MAX and 2 * breaks >= len(group) - 1)
        yield from (replace(line, wrap=widest) for line in group) if wrapped and len(group) > 1 else group
        first = after


def _inside_sentence(line: Line, after: Line) -> bool:
    """Does the break between two lines fall inside a sentence?"""
    return after.text[:1].islower() or not (ends_sentence(line.text) or ITEM.match(after.text))


def runs_on(lines: tuple[Line, ...], i: int) -> bool:
    """Is the next line the same paragraph, broken by a fixed line width?

    A line that had room for the next word was ended on purpose, unless the next goes on in lower case.
    """
    line, after = lines[i], lines[i + 1]
    if after.blank_before or not line.wrap or ITEM.match(after.text) or is_marked(after.text):
        return False
    if is_row(line.text) or is_row(after.text):
        return False
    if after.text[:1].islower():
        return True
    room = line.wrap - line.indent - len(line.text)
    return room < 1 + len(after.text.split(maxsplit=1)[0]) or (room < 12 and not ends_sentence(line.text))

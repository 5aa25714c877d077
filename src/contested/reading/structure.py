"""Take a plain text apart into title, headings, infobox, paragraphs, list items and date lines.

Every reader renders its format to plain text in one shape (``= Title =``, ``== Section ==``, ``- Key: value`` for an
infobox, one paragraph a line, ``- item`` for lists); what the lines are is said here alone, and in the modules that this
one builds on. Hard-wrapped text, Markdown headings, capitalised headings and headings that are a date are known too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contested.model.documents import Block, BlockKind, InfoboxField
from contested.reading.headings import heading_words, in_capitals, is_heading
from contested.reading.lines import Line, lines_of, mark_wrapped, runs_on
from contested.reading.marks import (
    DATE_HEADING,
    DATELINE,
    FIELD,
    HEADER,
    HEADING_CHARS,
    ITEM,
    MARKDOWN_HEADING,
    MARKING,
    STAMP,
    WIKI_HEADING,
    is_row,
)
from contested.reading.titles import PREAMBLE_LINES, find_infobox_lines, find_title

_ASIDE = re.compile(
    r"^(?:(?:File )?(?:Photo|Image|Picture|Photograph|Caption)s?\s*:\s|\(?(?:Additional |With )?(?:[Rr]eporting|Editing|Writing) by [A-Z]|By(?: [A-Z][\w.'-]+){2,4}(?:(?:,| and)(?: [A-Z][\w.'-]+){2,4})*$)"
)
REFERENCE_HEADINGS = frozenset(
    {"see also", "references", "external links", "notes", "further reading", "sources", "bibliography", "footnotes"}
)
_DATELINE_CHARS = 250


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text; where its title line and its infobox stand (first and last line, or an empty range)."""

    lines: tuple[Line, ...]
    title: int
    infobox: range


def find_blocks(text: str) -> tuple[Block, ...]:
    """Decide what each stretch of a text is, in order; offsets are code points of ``text``."""
    lines = tuple(mark_wrapped(list(lines_of(text))))
    page = _Page(lines, find_title(lines), find_infobox_lines(lines))
    blocks: list[Block] = []
    open_headings: list[int] = []
    references: list[bool] = []
    for kind, level, start, end in _runs(page):
        if kind in (BlockKind.TITLE, BlockKind.HEADING):
            while open_headings and blocks[open_headings[-1]].level >= level:
                open_headings.pop()
                references.pop()
            blocks.append(Block(kind, start, end, level, tuple(open_headings)))
            open_headings.append(len(blocks) - 1)
            references.append(heading_words(text, blocks[-1]).casefold().rstrip(":") in REFERENCE_HEADINGS)
            continue
        if kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and any(references):
            kind = BlockKind.REFERENCE
        for part_kind, part_start, part_end in _split_dateline(text, kind, start, end):
            blocks.append(Block(part_kind, part_start, part_end, level, tuple(open_headings)))
    return tuple(blocks)


def find_infobox(text: str, blocks: Iterable[Block]) -> tuple[InfoboxField, ...]:
    """Read the ``- Key: value`` lines of the infobox; offsets are those of the value."""
    fields = []
    for block in blocks:
        match = FIELD.match(text[block.start : block.end]) if block.kind is BlockKind.INFOBOX else None
        if match:
            start = block.start + match.start(2)
            fields.append(InfoboxField(match[1].strip(), match[2], start, start + len(match[2])))
    return tuple(fields)


def _heads_table(lines: tuple[Line, ...], i: int) -> bool:
    """Does a line name the columns of the rows below it: the first row, without a digit, over a rule or a row with one?"""
    line = lines[i]
    if not is_row(line.text) or i + 1 == len(lines) or lines[i + 1].blank_before or any(c.isdigit() for c in line.text):
        return False
    first = line.blank_before or not is_row(lines[i - 1].text)
    return first and (MARKING.match(lines[i + 1].text) is not None or (is_row(lines[i + 1].text) and any(c.isdigit() for c in lines[i + 1].text)))


def _runs(page: _Page) -> Iterator[tuple[BlockKind, int, int, int]]:
    """Join hard-wrapped lines and name each run: (kind, level, start, end)."""
    i, lines = 0, page.lines
    while i < len(lines):
        kind, level = _classify(page, i)
        last = i
        if kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            while last + 1 < len(lines) and runs_on(lines, last):
                last += 1
        yield kind, level, lines[i].start, lines[last].end
        i = last + 1


def _classify(page: _Page, i: int) -> tuple[BlockKind, int]:
    line = page.lines[i]
    short = len(line.text) <= HEADING_CHARS
    if short and (match := WIKI_HEADING.match(line.text)) and match[2]:
        return (BlockKind.TITLE, 1) if len(match[1]) == 1 else (BlockKind.HEADING, min(len(match[1]), 6))
    if short and (match := MARKDOWN_HEADING.match(line.text)):
        return (BlockKind.TITLE, 1) if len(match[1]) == 1 and i == 0 else (BlockKind.HEADING, max(len(match[1]), 2))
    if i in page.infobox:
        return BlockKind.INFOBOX, 0
    if short and STAMP.match(line.text):
        return BlockKind.DATELINE, 0
    if (short and (MARKING.match(line.text) or _ASIDE.match(line.text))) or _heads_table(page.lines, i):
        return BlockKind.BOILERPLATE, 0
    if i == page.title:
        return BlockKind.TITLE, 1
    if i < PREAMBLE_LINES and short and HEADER.match(line.text) and line.text.isupper():
        return BlockKind.BOILERPLATE, 0
    if short and is_heading(page.lines, i):
        return BlockKind.HEADING, 2 if in_capitals(line.text) and not DATE_HEADING.match(line.text) else 3
    if ITEM.match(line.text):
        return BlockKind.ITEM, 1 + min(line.indent // 2, 5)
    return BlockKind.PARAGRAPH, 0


def _split_dateline(text: str, kind: BlockKind, start: int, end: int) -> Iterator[tuple[BlockKind, int, int]]:
    """Cut "PEMBA, Mozambique, Aug 21 - " off the paragraph that it opens."""
    match = DATELINE.match(text[start : min(end, start + _DATELINE_CHARS)]) if kind is BlockKind.PARAGRAPH else None
    if match and (match["date"] or match["source"] or match["place"].isupper()):
        yield BlockKind.DATELINE, start, start + len(match[0].rstrip())
        start += match.end()
    yield kind, start, end

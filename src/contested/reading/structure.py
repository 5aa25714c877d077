"""Take a plain text apart into title, headings, infobox, paragraphs, list items and date lines.

Every reader renders its format to plain text in one shape (``= Title =``, ``== Section ==``, ``- Key: value`` for an
infobox, one paragraph a line, ``- item`` for lists); this module alone says what the lines are. Hard-wrapped text,
Markdown headings, capitalised headings and headings that are a date are known too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contested.model.documents import Block, BlockKind, InfoboxField

_WIKI_HEADING = re.compile(r"^(=+)\s*(.*?)\s*=+$")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_FIELD = re.compile(r"^[-*]\s+([A-Z][\w' /()-]{1,40}):[ \t]*(.*)$")
_ITEM = re.compile(r"^(?:[-*•·–—+]|\(?\d{1,3}[.)](?!\d)|\([a-z]{1,3}\)|\[\d+\])[ \t]+(?=\S)")
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE_HEADING = re.compile(
    rf"^(?:(?:no\.?|nos\.?|day|week|entry)\s*[\w/-]+[,.:]?\s+)?(?:{_DAYS},?\s+)?"
    rf"(?:(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?(?:{_MONTHS})|"
    rf"(?:{_MONTHS})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(?:\d{{1,2}}|(?:{_MONTHS})))?)?|\d{{4}})(?:,?\s+\d{{4}})?"
    rf"(?:\s*(?:-|–|to)\s*(?:{_DAYS},?\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTHS})(?:\s+\d{{4}})?)?(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?:\[TEXT\]\s*)?(?P<place>[A-Z][\w.'’ -]{1,40}?(?:,\s*[A-Z][\w.'’ -]{1,40}?){0,2}?)"
    rf"(?:,\s*(?P<date>(?:\d{{1,2}}\s+)?(?i:{_MONTHS})\.?(?:\s+\d{{1,2}})?(?:,?\s+\d{{2,4}})?))?"
    r"\s*(?P<source>\([^()]{2,60}\))?\s+(?:-{1,2}|–|—)\s+(?=[A-Z\"“‘0-9])"
)
_END_OF_SENTENCE = re.compile(r"[.!?;…][\"'”’)\]]*$")
REFERENCE_HEADINGS = frozenset(
    {"see also", "references", "external links", "notes", "further reading", "sources", "bibliography", "footnotes"}
)
_WRAP_MIN, _WRAP_MAX = 45, 100
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """One line without its surrounding blanks; ``blank_before`` says that an empty line stands over it."""

    start: int
    end: int
    text: str
    indent: int
    blank_before: bool


def find_blocks(text: str) -> tuple[Block, ...]:
    """Decide what each stretch of a text is, in order; offsets are code points of ``text``."""
    lines = list(_lines(text))
    blocks: list[Block] = []
    open_headings: list[int] = []
    for kind, level, start, end in _runs(text, lines):
        if kind in (BlockKind.TITLE, BlockKind.HEADING):
            while open_headings and blocks[open_headings[-1]].level >= level:
                open_headings.pop()
            blocks.append(Block(kind, start, end, level, tuple(open_headings)))
            open_headings.append(len(blocks) - 1)
            continue
        if kind is not BlockKind.INFOBOX and _under_references(text, blocks, open_headings):
            kind = BlockKind.REFERENCE
        headings = tuple(open_headings)
        for part_kind, part_start, part_end in _split_dateline(text, kind, start, end):
            blocks.append(Block(part_kind, part_start, part_end, level, headings))
    return tuple(blocks)


def find_infobox(text: str, blocks: Iterable[Block]) -> tuple[InfoboxField, ...]:
    """Read the ``- Key: value`` lines of the infobox; offsets are those of the value."""
    fields = []
    for block in blocks:
        match = _FIELD.match(text[block.start : block.end]) if block.kind is BlockKind.INFOBOX else None
        if match:
            start = block.start + match.start(2)
            fields.append(InfoboxField(match[1].strip(), match[2], start, start + len(match[2])))
    return tuple(fields)


def heading_words(text: str, block: Block) -> str:
    """Give the words of a heading without its marks."""
    words = text[block.start : block.end]
    for pattern in (_WIKI_HEADING, _MARKDOWN_HEADING):
        if match := pattern.match(words):
            return match[2].strip()
    return words.strip()


def _lines(text: str) -> Iterator[_Line]:
    start, blank = 0, True
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            yield _Line(start + indent, start + indent + len(body), body, indent, blank)
        blank = not body
        start += len(raw)


def _runs(text: str, lines: list[_Line]) -> Iterator[tuple[BlockKind, int, int, int]]:
    """Join hard-wrapped lines and name each run: (kind, level, start, end)."""
    i = 0
    while i < len(lines):
        line = lines[i]
        kind, level = _classify(lines, i)
        last = i
        if kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            while last + 1 < len(lines) and _continues(lines, last):
                last += 1
        yield kind, level, line.start, lines[last].end
        i = last + 1


def _continues(lines: list[_Line], i: int) -> bool:
    """Is the next line the same paragraph, broken by a fixed line width?"""
    line, after = lines[i], lines[i + 1]
    if after.blank_before or _ITEM.match(after.text) or _WIKI_HEADING.match(after.text):
        return False
    if not _WRAP_MIN <= len(line.text) <= _WRAP_MAX:
        return False
    return len(after.text) <= _WRAP_MAX and not (_END_OF_SENTENCE.search(line.text) and len(line.text) < _WRAP_MIN + 10)


def _classify(lines: list[_Line], i: int) -> tuple[BlockKind, int]:
    line = lines[i]
    if match := _WIKI_HEADING.match(line.text):
        return (BlockKind.TITLE, 1) if len(match[1]) == 1 else (BlockKind.HEADING, len(match[1]))
    if match := _MARKDOWN_HEADING.match(line.text):
        return (BlockKind.TITLE, 1) if len(match[1]) == 1 and i == 0 else (BlockKind.HEADING, len(match[1]))
    if _FIELD.match(line.text) and _in_infobox(lines, i):
        return BlockKind.INFOBOX, 0
    if _is_heading(lines, i):
        if i == 0:
            return BlockKind.TITLE, 1
        return BlockKind.HEADING, 2 if line.text.isupper() and not _DATE_HEADING.match(line.text) else 3
    if _ITEM.match(line.text):
        return BlockKind.ITEM, 1 + min(line.indent // 2, 5)
    return BlockKind.PARAGRAPH, 0


def _in_infobox(lines: list[_Line], i: int) -> bool:
    """Do at least three field lines in a row stand here, near the top of an article?"""
    first = i
    while first > 0 and _FIELD.match(lines[first - 1].text):
        first -= 1
    last = i
    while last + 1 < len(lines) and _FIELD.match(lines[last + 1].text):
        last += 1
    return last - first >= 2 and first <= 3


def _is_heading(lines: list[_Line], i: int) -> bool:
    """Is the line, without marks, short and without an end of sentence, a heading over what follows?"""
    line = lines[i]
    words = line.text.split()
    if _END_OF_SENTENCE.search(line.text) and not _DATE_HEADING.match(line.text.rstrip(".:")):
        return False
    if _DATE_HEADING.match(line.text.rstrip(".:")):
        return True
    if len(words) > _HEADING_WORDS or line.text.endswith(":") and len(words) > 6:
        return False
    if i == 0:
        return len(lines) > 1
    if line.text.isupper():
        return any(c.isalpha() for c in line.text) and len(words) <= _HEADING_WORDS
    if _ITEM.match(line.text) and not re.match(r"^\d", line.text):
        return False
    alone = line.blank_before and (i + 1 == len(lines) or lines[i + 1].blank_before or len(lines[i + 1].text) > 2 * len(line.text))
    return alone and len(words) <= 8 and line.text[:1].isupper() and not line.text.endswith(",")


def _under_references(text: str, blocks: list[Block], open_headings: list[int]) -> bool:
    return any(heading_words(text, blocks[h]).casefold().rstrip(":") in REFERENCE_HEADINGS for h in open_headings)


def _split_dateline(text: str, kind: BlockKind, start: int, end: int) -> Iterator[tuple[BlockKind, int, int]]:
    """Cut "PEMBA, Mozambique, Aug 21 - " off the paragraph that it opens."""
    match = _DATELINE.match(text[start:end]) if kind is BlockKind.PARAGRAPH else None
    if match and (match["date"] or match["source"] or match["place"].isupper()):
        yield BlockKind.DATELINE, start, start + len(match[0].rstrip())
        start += match.end()
    yield kind, start, end

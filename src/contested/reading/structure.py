"""Take a plain text apart into title, headings, infobox, paragraphs, list items and date lines.

Every reader renders its format to plain text in one shape (``= Title =``, ``== Section ==``, ``- Key: value`` for an
infobox, one paragraph a line, ``- item`` for lists); this module alone says what the lines are. Hard-wrapped text,
Markdown headings, capitalised headings and headings that are a date are known too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from contested.model.documents import Block, BlockKind, InfoboxField

_WIKI_HEADING = re.compile(r"^(=+)\s*(.*?)\s*=+$")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_BOLD_HEADING = re.compile(r"^\*\*([^*]{2,80})\*\*:?$")
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
    r"^(?:\[TEXT\]\s*)?(?P<place>[A-Z][\w.'’/ -]{1,40}?(?:,\s*[A-Z][\w.'’ -]{1,40}?){0,2}?)"
    rf"(?:,\s*(?P<date>(?i:(?:{_DAYS}),?\s+)?(?:\d{{1,2}}\s+)?(?i:{_MONTHS})\.?(?:\s+\d{{1,2}})?(?:,?\s+\d{{2,4}})?))?"
    r"\s*(?P<source>\([^()]{2,60}\))?\s+(?:-{1,2}|–|—)\s+(?=[A-Z\"“‘0-9])"
)
_STAMP = re.compile(
    r"^(?:\d{6}Z\s+(?i:[A-Z]{3})\s+\d{2,4}|"
    rf"(?i:(?:{_DAYS},?\s+)?(?:\d{{1,2}}\s+(?:{_MONTHS})|(?:{_MONTHS})\s+\d{{1,2}},?)\s+\d{{4}}),?\s+\d{{1,2}}[:.]\d\d.{{0,20}})$"
)
_MARKING = re.compile(
    r"^(?:(?:TOP )?SECRET|UNCLASSIFIED|CONFIDENTIAL|RESTRICTED|FOR OFFICIAL USE ONLY)(?:\s*/.*)?$|^(?:END|ENDS|-30-|#{3,}|[-*_=~]{3,})$|^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$"
)
_ASIDE = re.compile(
    r"^(?:(?:File )?(?:Photo|Image|Picture|Photograph|Caption)s?\s*:\s|\(?(?:Additional |With )?(?:[Rr]eporting|Editing|Writing) by [A-Z]|By(?: [A-Z][\w.'-]+){2,4}(?:(?:,| and)(?: [A-Z][\w.'-]+){2,4})*$)"
)
_HEADER = re.compile(r"^(?:SUBJECT|SUBJ|SOURCE|FROM|TO|REF|CLASSIFICATION|FM|INFO):\s", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\([^()]*\)")
_END_OF_SENTENCE = re.compile(r"[.!?;…][\"'”’)\]]*(?:\[\w{1,8}\])*$")
_HYPHENED = re.compile(r"[a-z]-$")
REFERENCE_HEADINGS = frozenset(
    {"see also", "references", "external links", "notes", "further reading", "sources", "bibliography", "footnotes"}
)
_WRAP_MIN, _WRAP_MAX = 45, 100
_HEADING_WORDS, _HEADING_CHARS = 12, 300
_TITLE_WORDS = 20
_DATELINE_CHARS = 250
_PREAMBLE_LINES = 4
_ENDING = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """One line without its surrounding blanks; ``blank_before`` says that an empty line stands over it.

    ``wrap`` is the longest line of the lines that stand together with it, where a fixed width broke them; else 0.
    """

    start: int
    end: int
    text: str
    indent: int
    blank_before: bool
    wrap: int = 0


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text; where its title line and its infobox stand (first and last line, or an empty range)."""

    lines: tuple[_Line, ...]
    title: int
    infobox: range


def find_blocks(text: str) -> tuple[Block, ...]:
    """Decide what each stretch of a text is, in order; offsets are code points of ``text``."""
    lines = tuple(_mark_wrapped(list(_lines(text))))
    page = _Page(lines, _title_line(lines), _infobox_lines(lines))
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
        match = _FIELD.match(text[block.start : block.end]) if block.kind is BlockKind.INFOBOX else None
        if match:
            start = block.start + match.start(2)
            fields.append(InfoboxField(match[1].strip(), match[2], start, start + len(match[2])))
    return tuple(fields)


def heading_words(text: str, block: Block) -> str:
    """Give the words of a heading without its marks."""
    words = text[block.start : block.end]
    for pattern in (_WIKI_HEADING, _MARKDOWN_HEADING, _BOLD_HEADING):
        if match := pattern.match(words):
            return match[pattern.groups].strip()
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


def _mark_wrapped(lines: list[_Line]) -> Iterator[_Line]:
    """Find the lines that stand together and were broken by a fixed width: most breaks fall inside a sentence."""
    first = 0
    while first < len(lines):
        after = first + 1
        while after < len(lines) and not lines[after].blank_before:
            after += 1
        group = lines[first:after]
        widest = max(len(line.text) + line.indent for line in group)
        breaks = sum(_inside_sentence(a, b) for a, b in pairwise(group))
        hyphened = any(_HYPHENED.search(a.text) and b.text[:1].islower() for a, b in pairwise(group))
        wrapped = hyphened or (_WRAP_MIN <= widest <= _WRAP_MAX and 2 * breaks >= len(group) - 1)
        yield from (replace(line, wrap=widest) for line in group) if wrapped and len(group) > 1 else group
        first = after


def _inside_sentence(line: _Line, after: _Line) -> bool:
    """Does the break between two lines fall inside a sentence?"""
    return after.text[:1].islower() or not (_ends_sentence(line.text) or _ITEM.match(after.text))


def _is_row(words: str) -> bool:
    """Is a line a row of a table: cells between bars or tabs?"""
    return words.startswith("|") or "\t" in words or " | " in words


def _heads_table(lines: tuple[_Line, ...], i: int) -> bool:
    """Does a line name the columns of the rows below it: the first row, without a digit, over a rule or a row with one?"""
    line = lines[i]
    if not _is_row(line.text) or i + 1 == len(lines) or lines[i + 1].blank_before or any(c.isdigit() for c in line.text):
        return False
    first = line.blank_before or not _is_row(lines[i - 1].text)
    return first and (_MARKING.match(lines[i + 1].text) is not None or (_is_row(lines[i + 1].text) and any(c.isdigit() for c in lines[i + 1].text)))


def _ends_sentence(words: str) -> bool:
    return _END_OF_SENTENCE.search(words[-_ENDING:]) is not None


def _infobox_lines(lines: tuple[_Line, ...]) -> range:
    """Find three or more field lines in a row near the top of an article."""
    first = next((i for i, line in enumerate(lines[:5]) if _FIELD.match(line.text)), None)
    if first is None or first > 3:
        return range(0)
    last = first
    while last < len(lines) and _FIELD.match(lines[last].text):
        last += 1
    return range(first, last) if last - first >= 3 else range(0)


def _title_line(lines: tuple[_Line, ...]) -> int:
    """Find the line that is the title: the first that is no stamp, marking or header; -1 where there is none."""
    for i, line in enumerate(lines[:_PREAMBLE_LINES]):
        if _STAMP.match(line.text) or _MARKING.match(line.text):
            continue
        if _HEADER.match(line.text):
            if line.text[:4].upper() == "SUBJ":
                return i
            continue
        return i if _can_be_title(lines, i) else -1
    return -1


def _can_be_title(lines: tuple[_Line, ...], i: int) -> bool:
    line = lines[i]
    if i + 1 == len(lines) or len(line.text) > _HEADING_CHARS or len(line.text.split()) > _TITLE_WORDS:
        return False
    if _ITEM.match(line.text) or _FIELD.match(line.text) or _ends_sentence(line.text.rstrip("?")):
        return False
    if (dateline := _DATELINE.match(line.text)) and (dateline["date"] or dateline["source"]):
        return False
    if line.text.endswith((",", ";")) or _is_row(line.text):
        return False
    return not (_joins(lines, i) and (lines[i + 1].text[:1].islower() or _group_length(lines, i) > 2))


def _group_length(lines: tuple[_Line, ...], i: int) -> int:
    """Count the lines that stand together from line i on, up to three."""
    return next((n for n in (1, 2) if i + n >= len(lines) or lines[i + n].blank_before), 3)


def _runs(page: _Page) -> Iterator[tuple[BlockKind, int, int, int]]:
    """Join hard-wrapped lines and name each run: (kind, level, start, end)."""
    i, lines = 0, page.lines
    while i < len(lines):
        kind, level = _classify(page, i)
        last = i
        if kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            while last + 1 < len(lines) and _joins(lines, last):
                last += 1
        yield kind, level, lines[i].start, lines[last].end
        i = last + 1


def _joins(lines: tuple[_Line, ...], i: int) -> bool:
    """Is the next line the same paragraph, broken by a fixed line width?

    A line that had room for the next word was ended on purpose, unless the next goes on in lower case.
    """
    line, after = lines[i], lines[i + 1]
    if after.blank_before or not line.wrap or _ITEM.match(after.text) or _is_marked(after.text):
        return False
    if _is_row(line.text) or _is_row(after.text):
        return False
    if after.text[:1].islower():
        return True
    room = line.wrap - line.indent - len(line.text)
    return room < 1 + len(after.text.split(maxsplit=1)[0]) or (room < 12 and not _ends_sentence(line.text))


def _is_marked(words: str) -> bool:
    """Does a line carry the marks of a heading, or of a stamp or end of a text?"""
    if len(words) > _HEADING_CHARS:
        return False
    patterns = (_WIKI_HEADING, _MARKDOWN_HEADING, _BOLD_HEADING, _MARKING, _STAMP)
    return any(pattern.match(words) for pattern in patterns) or _DATE_HEADING.match(words.rstrip(".:")) is not None


def _classify(page: _Page, i: int) -> tuple[BlockKind, int]:
    line = page.lines[i]
    short = len(line.text) <= _HEADING_CHARS
    if short and (match := _WIKI_HEADING.match(line.text)) and match[2]:
        return (BlockKind.TITLE, 1) if len(match[1]) == 1 else (BlockKind.HEADING, min(len(match[1]), 6))
    if short and (match := _MARKDOWN_HEADING.match(line.text)):
        return (BlockKind.TITLE, 1) if len(match[1]) == 1 and i == 0 else (BlockKind.HEADING, max(len(match[1]), 2))
    if i in page.infobox:
        return BlockKind.INFOBOX, 0
    if short and _STAMP.match(line.text):
        return BlockKind.DATELINE, 0
    if (short and (_MARKING.match(line.text) or _ASIDE.match(line.text))) or _heads_table(page.lines, i):
        return BlockKind.BOILERPLATE, 0
    if i == page.title:
        return BlockKind.TITLE, 1
    if i < _PREAMBLE_LINES and short and _HEADER.match(line.text) and line.text.isupper():
        return BlockKind.BOILERPLATE, 0
    if short and _is_heading(page.lines, i):
        return BlockKind.HEADING, 2 if _in_capitals(line.text) and not _DATE_HEADING.match(line.text) else 3
    if _ITEM.match(line.text):
        return BlockKind.ITEM, 1 + min(line.indent // 2, 5)
    return BlockKind.PARAGRAPH, 0


def _in_capitals(words: str) -> bool:
    bare = _PARENTHESIS.sub("", words)
    return bare.isupper() and sum(c.isalpha() for c in bare) > 1


def _is_heading(lines: tuple[_Line, ...], i: int) -> bool:
    """Is the line, without marks or with a number only, short and no sentence, a heading over what follows?"""
    line = lines[i]
    if _DATE_HEADING.match(line.text.rstrip(".:")) or _BOLD_HEADING.match(line.text):
        return True
    if _ends_sentence(line.text) or _is_row(line.text) or _HYPHENED.search(line.text):
        return False
    item = _ITEM.match(line.text)
    if item and not any(c.isdigit() for c in item[0]):
        return False
    bare = line.text[item.end() :] if item else line.text
    count = len(_PARENTHESIS.sub("", bare).split())
    if count > _HEADING_WORDS or (bare.endswith(":") and count > 6):
        return False
    if _in_capitals(bare):
        return not (line.wrap and i and not line.blank_before)
    return _stands_alone(lines, i) and count <= (_HEADING_WORDS if item else 8) and bare[:1].isupper() and not bare.endswith(",")


def _stands_alone(lines: tuple[_Line, ...], i: int) -> bool:
    """Is the line set off from the text above it, and over a longer text that is no item of the same list?"""
    line = lines[i]
    if not line.blank_before or i + 1 == len(lines):
        return line.blank_before and not _ITEM.match(line.text)
    after = lines[i + 1]
    if _ITEM.match(line.text) and _ITEM.match(after.text) and line.text[:1] == after.text[:1]:
        return False
    return after.blank_before or len(after.text) > 2 * len(line.text)


def _split_dateline(text: str, kind: BlockKind, start: int, end: int) -> Iterator[tuple[BlockKind, int, int]]:
    """Cut "PEMBA, Mozambique, Aug 21 - " off the paragraph that it opens."""
    match = _DATELINE.match(text[start : min(end, start + _DATELINE_CHARS)]) if kind is BlockKind.PARAGRAPH else None
    if match and (match["date"] or match["source"] or match["place"].isupper()):
        yield BlockKind.DATELINE, start, start + len(match[0].rstrip())
        start += match.end()
    yield kind, start, end

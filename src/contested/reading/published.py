"""The day a report was published, from the lines that stand over its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from contested.model.documents import Block, BlockKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:\d{4}|'?\d{2}(?![\d:.]))"
_WRITTEN = (
    r"(?P<iso>\b\d{4}-\d\d-\d\d)(?!\d)"
    rf"|\b(?P<dtg>\d\d)\d{{4}}[A-Z]\s+(?P<dtg_month>{_MONTH})\s+(?P<dtg_year>\d{{4}}|\d\d)\b"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>{_YEAR}))?"
    rf"|\b(?P<us_month>{_MONTH})\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<us_year>\d{{4}}))?"
)
_GROUPS = (("dtg", "dtg_month", "dtg_year"), ("day", "month", "year"), ("us_day", "us_month", "us_year"))
_DATE = re.compile(_WRITTEN, re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOSED = re.compile(
    r"\b(?:closed|issued|published|released|posted|dated|updated|as of|cut-?off|date|filed)\b[^\d\n]{0,24}?(?=\d|\b"
    + _MONTH + r"\s+\d)",
    re.IGNORECASE,
)
_AROUND = re.compile(
    rf"^(?:[A-Z][\w.'’/ -]{{1,40}},\s*)?(?i:{_WEEKDAY})$|^(?:[A-Z][\w.'’ -]{{1,40}},\s*){{1,2}}$"
)
_CLOCK = re.compile(r"^(?:[,;]?\s*(?:at\s+)?\d{1,2}[:.]\d\d.{0,20})?[.)]?$")
_TOLD = re.compile(r"(?:On|In the|At about|At around|Early on|Late on)\s")
_HEAD_LINES, _HEAD_CHARS, _PERIOD_CHARS = 7, 300, 120


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication and the line that gives it."""

    day: date
    line: str


@dataclass(frozen=True, slots=True)
class _Written:
    """A date as written; ``year`` is None where the words give none."""

    start: int
    end: int
    day: int
    month: int
    year: int | None


def find_published(text: str, blocks: Sequence[Block]) -> Published | None:
    """Choose the day of publication: a closing date, a stamp, an agency's dateline, the last day of the period told.

    An encyclopedia article, and a chronology whose headings are days, have none. A missing year is that of the
    nearest full date over the text.
    """
    if any(b.kind is BlockKind.TITLE and text.startswith("=", b.start) for b in blocks[:3]):
        return None
    head = list(_head(text, blocks))
    undated = frozenset(_day_headings(text, blocks))
    whole = next((w for line in head for w in _dates(line) if w.year), None)
    return (
        next(_found(head, _closing, whole), None)
        or next(_found([line for line in head if line not in undated], _stamp, whole), None)
        or next(_found(_datelines(text, blocks), _last, whole), None)
        or next(_found([line[:_PERIOD_CHARS] for line in head if not ((line in undated and _stamp(line)) or _TOLD.match(line))], _last_full, whole), None)
    )


def parse_date(words: str) -> date | None:
    """Read one full date ("2024-03-05", "5 March 2024", "March 5, 2024", with or without a time)."""
    return next((day for w in _dates(words) if w.year and (day := _day(w, None))), None)


def _head(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Give the lines over the text: up to the first long paragraph that does not follow the title at once."""
    for n, block in enumerate(blocks[:_HEAD_LINES]):
        words = text[block.start : block.end]
        if block.kind is BlockKind.ITEM:
            return
        if len(words) > _HEAD_CHARS and block.kind is BlockKind.PARAGRAPH:
            if n == 1 and text[blocks[0].end : block.start].count("\n") == 1:
                yield words[:_PERIOD_CHARS]
            return
        if block.kind is not BlockKind.DATELINE or not words.endswith(("-", "–", "—")):
            yield words


def _datelines(text: str, blocks: Sequence[Block]) -> list[str]:
    return [text[b.start : b.end] for b in blocks[:_HEAD_LINES] if b.kind is BlockKind.DATELINE]


def _day_headings(text: str, blocks: Sequence[Block]) -> list[str]:
    """Give the headings that are days, where there are two or more: the days of a chronology, not of its publication."""
    heads = [text[b.start : b.end] for b in blocks if b.kind in (BlockKind.HEADING, BlockKind.TITLE)]
    days = [h for h in heads if len(h) < 80 and any(_dates(h))]
    return days if len(days) > 1 else []


def _found(lines: Sequence[str], choose: Callable[[str], _Written | None], whole: _Written | None) -> Iterator[Published]:
    for line in lines:
        written = choose(line)
        if written and (day := _day(written, whole)):
            yield Published(day, line[:_PERIOD_CHARS].strip())


def _closing(line: str) -> _Written | None:
    match = _CLOSED.search(line)
    return next((w for w in _dates(line) if match and match.end() - 1 <= w.start <= match.end() + 14), None)


def _stamp(line: str) -> _Written | None:
    """Take a line that is nothing but a date, with a weekday, place or time of day."""
    for written in _dates(line):
        before, after = line[: written.start], line[written.end :]
        if (not before or _AROUND.match(before)) and _CLOCK.match(after):
            return written
    return None


def _last(line: str) -> _Written | None:
    return max(_dates(line), key=lambda w: w.start, default=None)


def _last_full(line: str) -> _Written | None:
    return max((w for w in _dates(line) if w.year), key=lambda w: w.start, default=None)


def _dates(line: str) -> Iterator[_Written]:
    for match in _DATE.finditer(line):
        yield _read(match)


def _read(match: re.Match[str]) -> _Written:
    if iso := match["iso"]:
        return _Written(*match.span(), int(iso[8:]), int(iso[5:7]), int(iso[:4]))
    day, month, year = next(names for names in _GROUPS if match[names[0]])
    return _Written(*match.span(), int(match[day]), _MONTHS.index(match[month][:3].lower()) + 1, _full_year(match[year]))


def _full_year(words: str | None) -> int | None:
    if not words:
        return None
    year = int(words.lstrip("'"))
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


def _day(written: _Written, whole: _Written | None) -> date | None:
    """Give the day; a missing year is the one that brings it nearest to the full date."""
    anchor = _day(whole, None) if whole and not written.year else None
    years = [written.year] if written.year else [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []
    days = [d for y in years if (d := _valid(y, written.month, written.day))]
    if anchor:
        return min(days, key=lambda d: abs((d - anchor).days), default=None)
    return days[0] if days else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""The dates that stand over a text: headings, date lines, leads of items, and the head of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from contested.mentions.times.entries import entry_days
from contested.mentions.times.intervals import Interval, day_interval
from contested.mentions.times.lexicon import TimeWords
from contested.mentions.times.moment import Moment
from contested.mentions.times.resolve import Reading, read_expression
from contested.mentions.times.scan import Expression, Scanned, scan
from contested.model.documents import Block, BlockKind, Document
from contested.model.mentions import TimeMention
from contested.model.vocabulary import DatePrecision

_BRACKET_LEAD = re.compile(r"\W{0,4}\[[^\]\n]{3,80}\]")
_COLON_LEAD = re.compile(r"\W{0,4}[^:\n]{3,45}:")
_SENTENCE_END = re.compile(r"[.!?]$")
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)
_HEAD_BLOCKS = 4
_HEAD_WORDS = 40
_LINE_WORDS = 14
_OPENING, _STRETCH = 12, 6
_OF_ITSELF = re.compile(r"\b(?:(?:this|the present) (?:report|update|brief|bulletin)|(?:reporting|review) period|period (?:under review|covered))\b", re.IGNORECASE)
_MANY_WEEKDAYS = 3
_WEEKDAY = re.compile(r"\b(?:on|by|late|since|early) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_PART_OF_YEAR = re.compile(r"fu")
_OF_NO_USE = frozenset({"habit", "duration", "clock", "night", "midnight", "same", "counted", "day_before", "next", "day_word"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands over one block.

    ``heading`` is the date that the headings give, ``reference`` the day that "today" means, each with the words that
    give it; ``story`` numbers the reports of the document: it changes at each date line or date heading; ``lead_end``
    is the offset at which the block's own date line ends (0 where it has none); ``near`` as in Moment.
    """

    heading: Interval | None = None
    heading_mention: TimeMention | None = None
    reference: date | None = None
    reference_mention: TimeMention | None = None
    near: bool = False
    dateline: bool = False
    story: int = 0
    lead_end: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a document says of all of it: the days it covers and the day of its closing."""

    period: Interval | None
    closing: date | None
    mention: TimeMention | None


def plain_dates(text: str, words: TimeWords, now: Moment) -> Iterator[tuple[Scanned, Reading]]:
    """Find the dates of a line without syntax, where a bare month or year is a date."""
    scanned = scan(text, words)
    for expression in scanned.expressions():
        if expression.rule in _OF_NO_USE or not _is_capital(scanned, expression):
            continue
        reading = read_expression(scanned, expression, now)
        if reading.resolved.span:
            yield scanned, reading
            now = replace(now, told=reading.resolved.span)
    if _PART_OF_YEAR.fullmatch(scanned.letters):
        reading = read_expression(scanned, Expression("part_of_year", 0, 2), now)
        if reading.resolved.span:
            yield scanned, reading


def _is_capital(scanned: Scanned, expression: Expression) -> bool:
    return all(p.capital for p in scanned.pieces[expression.first : expression.last] if p.letter in "MmWw")


def line_mention(scanned: Scanned, reading: Reading, offset: int, rule: str) -> TimeMention:
    """Make the mention of a date in a line that is no sentence; ``sentence`` and ``head`` are -1."""
    span = reading.resolved.span
    start, end = scanned.pieces[reading.first].start, scanned.pieces[reading.last - 1].end
    return TimeMention(
        -1, offset + start, offset + end, scanned.text[start:end], -1, rule,
        span.first if span else None, span.last if span else None,
        span.precision if span else DatePrecision.UNKNOWN, reading.resolved.kind, reading.resolved.source,
    )  # fmt: skip


def read_head(document: Document, words: TimeWords, today: date | None) -> Head:
    """Read the title and the lines under it: "Week of 9 to 15 September 2024", "closed on 9 May 2022"."""
    bound = document.published or today
    now = Moment(reference=document.published, bound=bound)
    period: Interval | None = None
    is_chronology = _has_day_headings(document, words)
    closing, mention = document.published, None
    for block in document.blocks[:_HEAD_BLOCKS]:
        text = document.words(block)
        if block.kind is BlockKind.PARAGRAPH:
            text = text.split(". ")[0]
        if block.kind in (BlockKind.INFOBOX, BlockKind.DATELINE) or len(text.split()) > _HEAD_WORDS:
            break
        for scanned, reading in plain_dates(text, words, now):
            span = reading.resolved.span
            if span is None or reading.link in ("s", "v"):
                continue
            now = replace(now, told=span)
            is_line = len(text.split()) <= _LINE_WORDS or span.first != span.last
            if period is None and is_line:
                period = span
            if is_line and span.is_day and not (block.kind is BlockKind.HEADING and is_chronology) and (closing is None or 0 <= (span.last - closing).days <= 7):
                closing, mention = span.last, line_mention(scanned, reading, block.start, "document")
    if closing is None and len(_WEEKDAY.findall(document.text)) >= _MANY_WEEKDAYS:
        mention = _first_day(document, words)
        closing = mention.first if mention else None
    return Head(period or _stated_period(document, words, now), closing, mention)


def _stated_period(document: Document, words: TimeWords, now: Moment) -> Interval | None:
    """Find the days that the first paragraphs say the report covers: "gives an update from 11 February to 10 June 2023"."""
    paragraphs = (document.words(b) for b in document.blocks[:_OPENING] if b.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM))
    for text in paragraphs:
        if _OF_ITSELF.search(text):
            spans = (r.resolved.span for _, r in plain_dates(text, words, now) if r.rule in ("days", "days_us", "months", "portions"))
            return next((s for s in spans if s and (s.last - s.first).days >= _STRETCH), None)
    return None


def _has_day_headings(document: Document, words: TimeWords) -> bool:
    """Are two or more headings days? Then none of them is the day of the document."""
    headings = (document.words(b) for b in document.blocks if b.kind is BlockKind.HEADING)
    found = (next(plain_dates(h, words, Moment(reference=date.min.replace(year=2000))), None) for h in headings)
    days = (f for f in found if f and f[1].resolved.span and f[1].resolved.span.is_day)
    return len(list(islice(days, 2))) > 1


def _first_day(document: Document, words: TimeWords) -> TimeMention | None:
    """Take the first full date near the top for the day of a news report that has no other."""
    for block in document.blocks[:_HEAD_BLOCKS]:
        if block.kind in (BlockKind.TITLE, BlockKind.PARAGRAPH):
            for scanned, reading in plain_dates(document.words(block), words, Moment()):
                span = reading.resolved.span
                if span and span.is_day and span.first == span.last and reading.resolved.kind == "absolute":
                    return line_mention(scanned, reading, block.start, "document")
    return None


def read_frames(document: Document, head: Head, words: TimeWords) -> tuple[Frame, ...]:
    """Decide for each block what date stands over it."""
    frames: list[Frame] = []
    base = Frame(reference=head.closing, reference_mention=head.mention)
    line, led = base, None
    dated = {n for n in range(len(document.blocks)) if _is_date_line(document, n, words)}
    open_headings: dict[int, Frame] = {}
    entries = entry_days(document, head.period, head.closing)
    for n, block in enumerate(document.blocks):
        outer = open_headings.get(block.headings[-1]) if block.headings else None
        if block.kind in _HEADINGS:
            frame = _heading_frame(document, block, outer or base, head, words, n)
            open_headings[n] = frame
            if frame.story != (outer or base).story or block.kind is BlockKind.TITLE:
                line, led = base, None
            frames.append(frame)
            continue
        over = _joined(outer or base, line)
        if block.kind is BlockKind.DATELINE or (n in dated and len(dated) > 1):
            line = _line_frame(document, block, over, head, words, n)
            frames.append(line)
            continue
        frame = _entry_frame(document, over, entries[n]) if n in entries else _with_lead(document, block, over, head, words, led)
        if frame is not over and frame.reference:
            led = day_interval(frame.reference)
        frames.append(frame)
    return tuple(frames)


def _entry_frame(document: Document, over: Frame, entry: tuple[int, int, date]) -> Frame:
    """Let the day that opens an entry of a log stand over it."""
    start, end, day = entry
    mention = TimeMention(-1, start, end, document.text[start:end], -1, "lead", day, day, DatePrecision.DAY, "partial", "document")
    return replace(over, reference=day, reference_mention=mention, near=True, story=start)


def _joined(heading: Frame, line: Frame) -> Frame:
    """A date line under a heading beats the heading's day; the heading still gives year and month."""
    if not line.near:
        return heading
    return replace(line, heading=line.heading or heading.heading, heading_mention=line.heading_mention or heading.heading_mention)


def _moment(frame: Frame, head: Head) -> Moment:
    return Moment(reference=frame.reference, near=frame.near, heading=frame.heading, period=head.period, bound=None)


def _heading_frame(document: Document, block: Block, outer: Frame, head: Head, words: TimeWords, number: int) -> Frame:
    if block.kind is BlockKind.TITLE:
        return outer
    text = document.words(block)
    found = next(plain_dates(text, words, _moment(outer, head)), None)
    if found is None:
        return outer
    scanned, reading = found
    span = reading.resolved.span
    mention = line_mention(scanned, reading, block.start, "heading")
    if span and head.mention and span.is_day and (head.mention.start, head.closing) == (mention.start, span.last):
        return outer
    frame = replace(outer, heading=span, heading_mention=mention, story=number + 1)
    others = (scanned.letters[: reading.first] + scanned.letters[reading.last :]).count("_")
    closes = _ends_line(scanned, reading.last) and "," in scanned.letters[max(0, reading.first - 1) : reading.first]
    if span and span.is_day and (others < 2 or closes or outer.reference is None):
        return replace(frame, reference=span.last, reference_mention=mention, near=True)
    return frame


def _is_date_line(document: Document, number: int, words: TimeWords) -> bool:
    """Is the block a short line that ends with a date and stands over a paragraph ("[2] The ministry, Monday 4 May")?"""
    block = document.blocks[number]
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or number + 1 >= len(document.blocks):
        return False
    text = document.words(block)
    if document.blocks[number + 1].kind is not BlockKind.PARAGRAPH or len(text) > 120 or _SENTENCE_END.search(text):
        return False
    if len(text.split()) > _LINE_WORDS:
        return False
    scanned = scan(text, words)
    found = [e for e in scanned.expressions() if e.rule in ("day_month", "month_day", "weekday_day", "weekday", "iso")]
    return bool(found) and _ends_line(scanned, found[-1].last)


def _ends_line(scanned: Scanned, last: int) -> bool:
    rest = scanned.text[scanned.pieces[last - 1].end :]
    return len(rest.split(",")) <= 2 and len(rest.split()) <= 3


def _line_frame(document: Document, block: Block, over: Frame, head: Head, words: TimeWords, number: int) -> Frame:
    """Read a date line; a weekday alone is the first one on or after the date line before."""
    now = _moment(over, head)
    if block.kind is not BlockKind.DATELINE:
        now = replace(now, told_day=day_interval(over.reference) if over.near and over.reference else None, future=over.near)
    elif not over.near and head.closing:
        now = replace(now, bound=head.closing)
    found = list(plain_dates(document.words(block), words, now))
    days = [(s, r) for s, r in found if r.resolved.span and r.resolved.span.is_day]
    if not days:
        return replace(over, story=number + 1, dateline=block.kind is BlockKind.DATELINE, lead_end=block.end)
    scanned, reading = days[-1]
    span = reading.resolved.span
    mention = line_mention(scanned, reading, block.start, "date line")
    return replace(
        over, reference=span.last if span else None, reference_mention=mention, near=True, story=number + 1,
        dateline=block.kind is BlockKind.DATELINE, lead_end=block.end,
    )  # fmt: skip


def _with_lead(
    document: Document, block: Block, over: Frame, head: Head, words: TimeWords, led: Interval | None
) -> Frame:
    """Read the date that opens a block: "[Radio Sur, Tuesday 10]", "14 January:"; ``led`` is that of the lead before."""
    text = document.words(block)[:120]
    bracket = _BRACKET_LEAD.match(text)
    lead = bracket or _COLON_LEAD.match(text)
    if lead is None:
        return over
    now = replace(_moment(over, head), told=led)
    found = [(s, r) for s, r in plain_dates(lead[0], words, now) if r.resolved.span and r.resolved.span.is_day]
    if not found:
        return over
    scanned, reading = found[-1]
    span = reading.resolved.span
    opens = reading.first <= 1 or (reading.first == 2 and scanned.letters[0] == "_")
    if not span or not ((bracket and _ends_line(scanned, reading.last)) or (not bracket and opens)):
        return over
    mention = line_mention(scanned, reading, block.start, "lead")
    end = block.start + lead.end() if bracket else 0
    return replace(over, reference=span.last, reference_mention=mention, near=True, story=block.start, lead_end=end)

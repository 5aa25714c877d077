"""Read the dates of a whole document in the order of its text, carrying along what later dates lean on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from contested.mentions.times.anchors import EventDates, anchor_after, event_date
from contested.mentions.times.clauses import Clause
from contested.mentions.times.frames import Frame, Head, read_frames, read_head
from contested.mentions.times.intervals import Interval, shift_interval
from contested.mentions.times.lexicon import TimeWords
from contested.mentions.times.moment import Moment
from contested.mentions.times.refusals import accept
from contested.mentions.times.resolve import Reading, read_expression
from contested.mentions.times.scan import Scanned, scan
from contested.mentions.times.words import Resolved, Words
from contested.model.documents import BlockKind
from contested.model.mentions import TimeMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import DatePrecision

_SIDE_RULES = frozenset(
    {"so_far", "the_days", "past_days", "season", "years", "decade", "midnight", "night", "year", "last_month"}
)
_DROPPED = frozenset({"portion", "share", "next", "same", "season"})
_ANAPHORIC = frozenset({"next", "same", "day_before", "counted", "ordinal", "weekday", "day_month", "day_word"})
_NEAR_DAYS = 31


@dataclass(frozen=True, slots=True)
class Telling:
    """The narrative's date so far: the last told, the last told to the day, and the mentions that tell them."""

    span: Interval | None = None
    day: Interval | None = None
    mention: TimeMention | None = None
    block: int = -1
    story: int = 0
    at_dawn: bool = False
    named: Interval | None = None
    lead: TimeMention | None = None


@dataclass(frozen=True, slots=True)
class DocumentTimes:
    """All dates of a document: ``mentions`` in order, ``contexts`` one for each sentence, ``frames`` one for each block."""

    mentions: tuple[TimeMention, ...]
    by_sentence: tuple[tuple[TimeMention, ...], ...]
    contexts: tuple[TimeMention | None, ...]
    frames: tuple[Frame, ...]

    def heading_date(self, block_index: int) -> TimeMention | None:
        """Give the date or period that the headings over a block give."""
        return self.frames[block_index].heading_mention

    def context_date(self, sentence_index: int) -> TimeMention | None:
        """Give the date that holds for a sentence without a date of its own."""
        return self.contexts[sentence_index]


def read_times(
    analysis: Analysis,
    *,
    today: date | None = None,
    words: TimeWords | None = None,
    event_dates: EventDates | None = None,
) -> DocumentTimes:
    """Find and resolve the dates of a document.

    ``today`` bounds dates without a year where the document has no date of publication; ``event_dates`` gives dates of
    events that the text only names ("two days after the ..."), and is asked before the document itself.
    """
    return _Reader(analysis, today, words or TimeWords.load(), event_dates).read()


class _Reader:
    """The walk over a document; its state is what has been told so far."""

    def __init__(self, analysis: Analysis, today: date | None, words: TimeWords, event_dates: EventDates | None) -> None:
        self._analysis = analysis
        self._words = words
        self._event_dates = event_dates
        self._head: Head = read_head(analysis.document, words, today)
        self._bound = self._head.closing or today
        self._frames = read_frames(analysis.document, self._head, words)
        self._told = Telling()
        self._dated: dict[int, Interval] = {}
        self._leads: dict[int, TimeMention] = {}

    def read(self) -> DocumentTimes:
        found: list[tuple[TimeMention, ...]] = []
        contexts: list[TimeMention | None] = []
        for sentence in self._analysis.sentences:
            self._enter(sentence)
            contexts.append(self._context(sentence))
            found.append(tuple(self._read_sentence(sentence)))
        self._look_ahead(contexts, found)
        return DocumentTimes(tuple(m for ms in found for m in ms), tuple(found), tuple(contexts), self._frames)

    def _enter(self, sentence: Sentence) -> None:
        """Forget what an earlier story told: its days under another date line or date heading."""
        frame = self._frames[sentence.block]
        if self._told.lead and self._told.block != sentence.block and frame.story == self._told.story:
            lead = self._told.lead
            span = Interval(lead.first, lead.last, lead.precision) if lead.first and lead.last else None
            self._told = replace(self._told, span=span, day=span, mention=lead)
        if frame.story != self._told.story:
            keep = self._told.span if not frame.near and not frame.heading else None
            self._told = Telling(span=keep, day=self._told.day if keep else None, story=frame.story)

    def _moment(self, sentence: Sentence) -> Moment:
        frame, told = self._frames[sentence.block], self._told
        return Moment(
            reference=frame.reference, near=frame.near, told=told.span, told_day=told.day,
            told_here=told.block == sentence.block, told_at_dawn=told.at_dawn, named=told.named, heading=frame.heading,
            period=self._head.period, bound=self._bound,
        )  # fmt: skip

    def _read_sentence(self, sentence: Sentence) -> list[TimeMention]:
        begin = self._begin(sentence)
        scanned = scan(self._analysis.document.text[begin : sentence.end], self._words)
        found: list[TimeMention] = []
        for expression in scanned.expressions():
            start = begin + scanned.pieces[expression.first].start
            if begin + scanned.pieces[expression.last - 1].start < sentence.start:
                continue
            clause = Clause(sentence, start, begin + scanned.pieces[expression.last - 1].end, self._words)
            accepted = accept(scanned, expression, clause)
            if accepted is None:
                continue
            now = replace(self._moment(sentence), future=clause.is_ahead())
            reading = read_expression(scanned, accepted, now, since=clause.is_since())
            reading = self._anchored(sentence, begin, scanned, reading, found)
            if reading.resolved.span is None and reading.rule in _DROPPED:
                continue
            mention = _mention(sentence, begin, scanned, reading, clause)
            found = [m for m in found if m.start < mention.start or m.end > mention.end]
            found.append(mention)
            self._tell(sentence, reading, mention, clause, now)
        return found

    def _begin(self, sentence: Sentence) -> int:
        """Give where to scan from: the parser may break a sentence inside of a date ("06 | May")."""
        if not sentence.index or sentence.text[:1].isdigit():
            return sentence.start
        before = self._analysis.sentences[sentence.index - 1]
        if before.block != sentence.block or not before.text[-1:].isdigit():
            return sentence.start
        return before.tokens[max(0, len(before.tokens) - 4)].start

    def _anchored(
        self, sentence: Sentence, begin: int, scanned: Scanned, reading: Reading, found: list[TimeMention]
    ) -> Reading:
        """Count from the event that is named after "two days after"; beside a date, give the event's own date."""
        words = Words(scanned.pieces[reading.first : reading.last])
        if reading.rule not in ("counted", "day_before") or words.letters[-1:] not in ("F", "B"):
            return reading
        end = begin + scanned.pieces[reading.last - 1].end
        token = bisect_left([t.start for t in sentence.tokens], end)
        anchor = anchor_after(sentence, token)
        if anchor is None:
            return reading
        count, unit = words.number("nd") or 1, words.string("u") or "day"
        forward = words.has("F")
        beside = found[-1] if found and _is_beside(scanned.text, found[-1].end - begin, scanned.pieces[reading.first].start) else None
        if beside and beside.first:
            base = Interval(beside.first, beside.last or beside.first, beside.precision)
            span = shift_interval(base, -count if forward else count, unit)
            return replace(reading, rule="anchor", resolved=Resolved(span, "relative", "event"))
        event = self._event_dates(anchor.text) if self._event_dates else None
        event = event or event_date(anchor, self._analysis, self._dated, self._words)
        span = shift_interval(event, count if forward else -count, unit) if event else None
        return replace(reading, rule="after_event", resolved=Resolved(span, "relative", "event"))

    def _tell(self, sentence: Sentence, reading: Reading, mention: TimeMention, clause: Clause, now: Moment) -> None:
        """Move the narrative's date on, unless the date is an aside."""
        span = reading.resolved.span
        if mention.kind == "clock" and reading.part == "dawn":
            self._told = replace(self._told, at_dawn=True)
        if span is None:
            return
        self._told = replace(self._told, named=span)
        lead_end = self._frames[sentence.block].lead_end
        if self._analysis.document.blocks[sentence.block].kind in (BlockKind.TITLE, BlockKind.HEADING):
            return
        if mention.start < lead_end:
            self._leads.setdefault(sentence.block, mention)
            return
        if sentence.index not in self._dated:
            self._dated[sentence.index] = span
        if self._is_aside(sentence, reading, mention, clause, now):
            return
        if reading.rule == "same" and self._told.day:
            span = self._told.day
        lead = self._told.lead or (mention if self._frames[sentence.block].dateline and span.is_day else None)
        day = span if span.is_day else self._told.day
        self._told = Telling(span, day, mention, sentence.block, self._told.story, reading.part == "dawn", span, lead)

    def _is_aside(self, sentence: Sentence, reading: Reading, mention: TimeMention, clause: Clause, now: Moment) -> bool:
        if mention.kind == "deadline" or now.future or reading.link == "b":
            return True
        if reading.rule == "year":
            return reading.first > 2 or reading.link != "i"
        if reading.rule in _SIDE_RULES or reading.rule == "anchor" or reading.link == "s":
            return True
        if not now.told_here and self._told.mention and now.reference and reading.first > 1 and clause.introduces_content():
            return True
        if not now.told_here:
            return reading.rule != "day_word" and clause.is_relative() and bool(now.reference or now.heading)
        if clause.is_background() or clause.is_told_before() or (reading.first > 1 and clause.is_reported()):
            return True
        if span_goes_back(reading, now):
            return True
        return reading.first > 1 and reading.rule in _ANAPHORIC and clause.is_report()

    def _context(self, sentence: Sentence) -> TimeMention | None:
        frame, told = self._frames[sentence.block], self._told
        if told.mention and told.block == sentence.block:
            return told.mention
        if frame.reference_mention and frame.reference_mention.rule in ("lead", "heading") and frame.near:
            return frame.reference_mention
        block = self._analysis.document.blocks[sentence.block]
        if told.mention and told.story == frame.story and self._still_holds(frame, told, block.kind):
            return told.mention
        if frame.reference and not (frame.heading and not frame.near):
            return frame.reference_mention or self._published()
        return frame.heading_mention or told.mention or self._published()

    def _still_holds(self, frame: Frame, told: Telling, kind: BlockKind) -> bool:
        """Does the date of an earlier paragraph still hold? Not for items of a list that has a date of its own."""
        if kind is BlockKind.ITEM and frame.reference and told.span:
            return abs((frame.reference - told.span.last).days) > _NEAR_DAYS
        return not frame.heading or bool(told.span and told.span.overlaps(frame.heading))

    def _published(self) -> TimeMention | None:
        day = self._head.closing
        if day is None:
            return None
        return TimeMention(-1, 0, 0, "", -1, "document", day, day, DatePrecision.DAY, "absolute", "document")

    def _look_ahead(self, contexts: list[TimeMention | None], found: list[tuple[TimeMention, ...]]) -> None:
        """Give a headline behind a bracketed date line the date of the sentence that tells it."""
        for sentence in self._analysis.sentences[:-1]:
            frame = self._frames[sentence.block]
            if sentence.block not in self._leads or not sentence.start <= frame.lead_end + 1 <= sentence.end:
                continue
            after = self._analysis.sentences[sentence.index + 1]
            dated = [m for m in found[after.index] if m.first and m.kind != "deadline"]
            if after.block == sentence.block and dated:
                contexts[sentence.index] = dated[0]


def span_goes_back(reading: Reading, now: Moment) -> bool:
    """Is it a month late in its sentence that lies before the date told, as in a comparison or a total?"""
    span = reading.resolved.span
    return bool(span and now.told and span.precision is DatePrecision.MONTH and reading.first > 2 and span.last < now.told.first)


def _is_beside(text: str, end: int, start: int) -> bool:
    return text[end:start].strip() == ","


def _mention(sentence: Sentence, begin: int, scanned: Scanned, reading: Reading, clause: Clause) -> TimeMention:
    last = reading.last - (scanned.pieces[reading.last - 1].letter == ".")
    start, end = scanned.pieces[reading.first].start, scanned.pieces[last - 1].end
    span = reading.resolved.span
    return TimeMention(
        sentence.index, begin + start, begin + end, scanned.text[start:end], clause.head, reading.rule,
        span.first if span else None, span.last if span else None,
        span.precision if span else DatePrecision.UNKNOWN, reading.resolved.kind, reading.resolved.source,
    )  # fmt: skip

"""Times: the dates that a document tells, resolved against its headings, date lines and earlier sentences."""

from __future__ import annotations

from datetime import date

from contested.mentions.times.anchors import EventDates, founding_date
from contested.mentions.times.intervals import Interval
from contested.mentions.times.lexicon import TimeWords
from contested.mentions.times.reader import DocumentTimes, read_times
from contested.model.mentions import TimeMention
from contested.model.syntax import Analysis

__all__ = [
    "DocumentTimes",
    "EventDates",
    "Interval",
    "TimeWords",
    "context_date",
    "find_times",
    "founding_date",
    "heading_date",
    "read_times",
]


def find_times(
    analysis: Analysis,
    *,
    today: date | None = None,
    words: TimeWords | None = None,
    event_dates: EventDates | None = None,
) -> tuple[TimeMention, ...]:
    """Find the dates in all sentences of a document, headings included, each resolved as far as the text goes."""
    return read_times(analysis, today=today, words=words, event_dates=event_dates).mentions


def heading_date(analysis: Analysis, block_index: int) -> TimeMention | None:
    """Give the date or period that the headings over a block give; for many blocks read the document once."""
    return read_times(analysis).heading_date(block_index)


def context_date(analysis: Analysis, sentence_index: int) -> TimeMention | None:
    """Give the date that holds for a sentence without one; for many sentences read the document once."""
    return read_times(analysis).context_date(sentence_index)

"""Stretches of time that lean on the document: the period that a report covers, "later in the year"."""

from __future__ import annotations

from contested.mentions.times.intervals import Interval, day_interval, month_interval, week_interval, year_interval
from contested.mentions.times.moment import Moment
from contested.mentions.times.words import Resolved, Words


def covered(words: Words, now: Moment) -> Resolved:
    """Read "the reporting period", "the period under review": what the head of the document says that it covers."""
    return Resolved(now.period, "relative" if now.period else "same", "document")


def later_in(words: Words, now: Moment) -> Resolved:
    """Read "later in the year", "earlier that month", "later the same day": the whole unit that the narrative is in."""
    base = now.told_day or now.told or (day_interval(now.reference) if now.reference else now.heading)
    if base is None:
        return Resolved(None, "same")
    return Resolved(_unit_around(base, words.string("u"), now), "same", "text")


def _unit_around(base: Interval, unit: str, now: Moment) -> Interval:
    if unit == "year":
        return year_interval((now.told or base).last.year)
    if unit == "month":
        return month_interval(base.last.year, base.last.month)
    return week_interval(base.last) if unit == "week" else base

"""From an expression to a date: the handler of its form, and the words around it that change what it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from contested.mentions.times import calendar, relative, stretches
from contested.mentions.times.intervals import Interval, day_interval, safe_date
from contested.mentions.times.moment import Moment
from contested.mentions.times.patterns import PREFIX
from contested.mentions.times.scan import Expression, Scanned
from contested.mentions.times.words import Resolved, Words

Handler = Callable[[Words, Moment], Resolved]
HANDLERS: dict[str, Handler] = {
    "iso": calendar.iso,
    "numeric": calendar.numeric,
    "military": calendar.military,
    "days": calendar.days,
    "days_us": calendar.days,
    "day_list": calendar.days,
    "day_month": calendar.day_month,
    "month_day": calendar.day_month,
    "ordinals": calendar.ordinals,
    "ordinal": calendar.ordinal,
    "portions": calendar.portions,
    "portion": calendar.portion,
    "share": calendar.share,
    "part_of_year": calendar.part_of_year,
    "months": calendar.months,
    "month_year": calendar.month,
    "last_month": calendar.last_month,
    "month": calendar.month,
    "season": calendar.season,
    "holiday": calendar.holiday,
    "years": calendar.years,
    "decade": calendar.decade,
    "year": calendar.year,
    "weekday_day": calendar.weekday_day,
    "weekdays": relative.weekdays,
    "weekday": relative.weekday,
    "weekend": relative.weekend,
    "overnight": relative.overnight,
    "day_word": relative.day_word,
    "so_far": relative.so_far,
    "day_before": relative.day_before,
    "counted": relative.counted,
    "next": relative.following,
    "past_days": relative.past_days,
    "the_days": relative.the_days,
    "covered": stretches.covered,
    "later_in": stretches.later_in,
    "same_and_next": relative.same_and_next,
    "same": relative.same,
    "night": relative.night,
    "midnight": relative.midnight,
    "habit": lambda words, now: Resolved(None, "recurring"),
    "duration": lambda words, now: Resolved(None, "duration"),
    "clock": lambda words, now: Resolved(None, "clock"),
}
_LASTING = re.compile(r"(nur)t?$")
_NIGHTLY = frozenset({"day_month", "month_day", "ordinal", "weekday"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression with its date; ``first``/``last`` index the pieces of its words, ``part`` is the part of the day.

    ``link`` is the letter of the word before it that matters: s since, v until, b by, r from, i in; else "".
    """

    rule: str
    resolved: Resolved
    first: int
    last: int
    part: str
    link: str


def read_expression(scanned: Scanned, expression: Expression, now: Moment, since: bool = False) -> Reading:
    """Resolve an expression, with "night of", "since", "until" and "for three days from" before it.

    ``since`` says that the clause of the date begins with "since".
    """
    words = Words(scanned.pieces[expression.first : expression.last])
    before = scanned.letters[: expression.first]
    prefix = PREFIX.search(before)
    first = expression.first - len(prefix[0]) if prefix else expression.first
    part = str(scanned.pieces[first].value) if prefix else words.string("P")
    outer = scanned.letters[:first].removesuffix("t")[-1:]
    lasting = _LASTING.search(before)
    link = "s" if since else outer if outer in tuple("svbriO") else ""
    resolved = HANDLERS[expression.rule](words, replace(now, future=True) if link == "v" and now.reference else now)
    if resolved.span and prefix and part == "night" and expression.rule in _NIGHTLY:
        resolved = replace(resolved, span=_both_days(resolved.span))
    if lasting and resolved.span:
        length = Words(scanned.pieces[lasting.start() : lasting.start() + 2])
        resolved = replace(resolved, span=lasting_interval(resolved.span, length))
        first = lasting.start()
    elif link == "s" and resolved.span:
        resolved = replace(resolved, span=_since(resolved.span, now))
    elif resolved.span and (link == "v" or (link == "b" and now.future)):
        resolved = replace(resolved, kind="deadline")
    return Reading(expression.rule, resolved, first, expression.last, part, link)


def lasting_interval(begin: Interval, length: Words) -> Interval:
    """Give the days of "for three days from the 4th"."""
    count, unit = length.number("n") or 1, length.string("u")
    if unit in ("month", "year"):
        months = begin.first.month - 1 + count * (12 if unit == "year" else 1)
        end = safe_date(begin.first.year + months // 12, months % 12 + 1, min(begin.first.day, 28))
        return day_interval(begin.first, end)
    days = {"day": 1, "week": 7, "fortnight": 14, "night": 1}.get(unit, 0) * count
    return day_interval(begin.first, begin.first + timedelta(days=max(days - 1, 0)))


def _both_days(span: Interval) -> Interval:
    return day_interval(span.first, span.first + timedelta(days=1)) if span.first == span.last else span


def _since(span: Interval, now: Moment) -> Interval:
    """Run a date on to the reference day: "since Tuesday"."""
    told = now.told_day.last if now.told_day and now.told_here else None
    end = now.reference or told
    if told and now.reference and not now.near and told > span.last:
        end = told
    return replace(span, last=end) if end and end > span.first else span

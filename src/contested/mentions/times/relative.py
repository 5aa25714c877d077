"""Forms that count from another day: the reference day, or the last day that the narrative told."""

from __future__ import annotations

from datetime import date, timedelta

from contested.mentions.times.calendar import day_month, partial
from contested.mentions.times.intervals import (
    Interval,
    day_interval,
    month_interval,
    shift_interval,
    week_interval,
    weekday_after,
    weekday_before,
    weekend_interval,
    year_interval,
)
from contested.mentions.times.moment import Moment
from contested.mentions.times.words import Resolved, Words
from contested.model.vocabulary import DatePrecision

_NOTHING = Resolved(None, "relative")
_LONGEST_ROW = 31
_HALF_WEEK = 3


def relative(span: Interval | None, source: str = "text") -> Resolved:
    """Tell a date that was counted from another one."""
    return Resolved(span, "relative", source) if span else _NOTHING


def _told(now: Moment) -> Interval | None:
    """Give the date that "later" and "the next day" count from."""
    if now.told_day:
        return now.told_day
    if now.reference:
        return day_interval(now.reference)
    return now.told


def day_word(words: Words, now: Moment) -> Resolved:
    """Read "today", "yesterday afternoon", "last night", "the day before yesterday"."""
    if now.day is None:
        return _NOTHING
    return relative(day_interval(now.day + timedelta(days=words.number("T") or 0)), "document")


def weekday_date(weekday: int, now: Moment, strictly: bool = False) -> date | None:
    """Give the day that a weekday's name means: the nearest before the reference day, that day included.

    In a text without a date of its own it is the one nearest to the day told before.
    """
    base = now.told_day if (now.told_here and not now.near) or now.reference is None else None
    if base and now.reference is None:
        ahead = weekday_after(base.first, weekday)
        return ahead if (ahead - base.first).days <= _HALF_WEEK else weekday_before(base.first, weekday)
    if base and now.reference and (now.reference - base.last).days > 14:
        return weekday_after(base.first, weekday)
    if now.heading and now.heading.is_day and now.heading.first < now.heading.last:
        inside = weekday_after(now.heading.first, weekday)
        if inside <= now.heading.last:
            return inside
    if now.day is None:
        return None
    if now.future:
        return weekday_after(now.day, weekday)
    return weekday_before(now.day, weekday, strictly)


def weekday(words: Words, now: Moment) -> Resolved:
    """Read "on Tuesday", "last Sunday", "Friday night", "Tuesday next"."""
    number = words.number("Ww") or 0
    if words.has("R") and now.day:
        base = now.told_day.last if words.letters.startswith("R") and not now.future and now.told_day else now.day
        return relative(day_interval(weekday_after(base, number, True)), "document")
    found = weekday_date(number, now, strictly=words.has("Q") and not words.has("u"))
    if found and words.has("u") and words.has("Q"):
        found = week_interval((now.day or found) - timedelta(days=7)).first + timedelta(days=number)
    return relative(day_interval(found), "document") if found else _NOTHING


def weekdays(words: Words, now: Moment) -> Resolved:
    """Read "Friday to Sunday", "on Saturday and Sunday"."""
    first, last = words.numbers("Ww")
    end = weekday_date(last, now)
    return relative(day_interval(weekday_before(end, first), end), "document") if end else _NOTHING


def weekend(words: Words, now: Moment) -> Resolved:
    """Read "at the weekend", "last weekend", "the following weekend"."""
    if now.day is None:
        return _NOTHING
    if words.has("R") and now.told_day:
        return relative(weekend_interval(weekday_after(now.told_day.last, 5, True)))
    span = weekend_interval(now.day + timedelta(days=7 if now.future else 0))
    if words.has("Q") and span.last >= now.day:
        span = Interval(span.first - timedelta(days=7), span.last - timedelta(days=7), span.precision)
    return relative(span, "document")


def overnight(words: Words, now: Moment) -> Resolved:
    """Read "overnight", "overnight into Saturday", "overnight on 3 May": the days on both sides of the night."""
    if words.has("Mm"):
        found = day_month(words, now).span
        last = found.first if found else None
    elif words.has("Ww"):
        last = weekday_date(words.number("Ww") or 0, now)
    else:
        last = now.day
    if last is None:
        return _NOTHING
    if words.letters.startswith("Vc"):
        return relative(day_interval(last, last + timedelta(days=1)), "document")
    return relative(day_interval(last - timedelta(days=1), last), "document")


def counted(words: Words, now: Moment) -> Resolved:
    """Read "two days later", "a month earlier", "three weeks ago", "hours later"."""
    unit, count = words.string("u"), words.number("nd")
    base = day_interval(now.day) if words.has("G") and now.day else _told(now)
    if unit in ("month", "year") and now.told and not words.has("G"):
        base = now.told
    if base is None:
        return _NOTHING
    if unit in ("hour", "minute"):
        return Resolved(base, "same", "text")
    if not count:
        return _NOTHING
    return relative(shift_interval(base, count if words.has("LF") else -count, unit))


def day_before(words: Words, now: Moment) -> Resolved:
    """Read "the day after", "the evening before", "the day before that"."""
    base = _told(now)
    if base is None:
        return _NOTHING
    unit = words.string("u") or "day"
    if unit == "week" or words.is_plural:
        return relative(_week_beside(base, words.has("F")))
    span = shift_interval(base, 1 if words.has("F") else -1, unit)
    if span and words.string("P") == "night" and words.has("B"):
        span = day_interval(span.first, base.last)
    return relative(span)


def _week_beside(base: Interval, after: bool) -> Interval:
    """Give the seven days after or before a date."""
    first = base.last + timedelta(days=1) if after else base.first - timedelta(days=7)
    return Interval(first, first + timedelta(days=6), DatePrecision.WEEK)


def following(words: Words, now: Moment) -> Resolved:
    """Read "the next day", "the following morning", "the previous month", "last week", "this year"."""
    if words.has("QC"):
        return _unit_of_reference(words, now)
    base = _told(now)
    if base is None:
        return _NOTHING
    step = -1 if words.has("D") else 1
    if (number := words.number("Ww")) is not None:
        day = weekday_after(base.last, number, True) if step > 0 else weekday_before(base.first, number, True)
        return relative(day_interval(day))
    unit = words.string("u") or "day"
    if unit == "week":
        return relative(week_interval(base.last + timedelta(days=7 * step)))
    if unit == "month" and now.told and now.told.precision is DatePrecision.MONTH:
        base = now.told
    if unit == "year":
        return relative(year_interval(base.last.year + step))
    return relative(shift_interval(base, step, unit))


def _unit_of_reference(words: Words, now: Moment) -> Resolved:
    if now.day is None:
        return _NOTHING
    back = int(words.has("Q"))
    span = {
        "day": day_interval(now.day - timedelta(days=back)),
        "week": week_interval(now.day - timedelta(days=7 * back)),
        "month": month_interval(now.day.year, now.day.month - back),
        "year": year_interval(now.day.year - back),
    }.get(words.string("u"))
    return relative(span, "document")


def so_far(words: Words, now: Moment) -> Resolved:
    """Read "so far this year": from its first day to the reference day."""
    span = _unit_of_reference(words, now).span
    if span is None or now.day is None:
        return _NOTHING
    return relative(Interval(span.first, max(span.first, now.day), span.precision), "document")


def past_days(words: Words, now: Moment) -> Resolved:
    """Read "the past three days": up to the reference day."""
    begin = shift_interval(day_interval(now.day), -(words.number("n") or 1), words.string("u")) if now.day else None
    if begin is None or now.day is None:
        return _NOTHING
    precision = DatePrecision.DAY if words.string("u") == "day" else begin.precision
    return relative(Interval(begin.first, now.day, precision), "document")


def the_days(words: Words, now: Moment) -> Resolved:
    """Read "over the four days", "in the same five days": the days that end with the reference day."""
    count = words.number("n") or 0
    end = now.reference if now.near or not now.told_day else now.told_day.last
    if words.string("u") != "day" or end is None or not 1 < count <= _LONGEST_ROW:
        return _NOTHING
    return relative(day_interval(end - timedelta(days=count - 1), end))


def same(words: Words, now: Moment) -> Resolved:
    """Read "the same day", "that evening", "that night" (both days), "that month"."""
    base = _told(now)
    if base is None:
        return Resolved(None, "same")
    unit = words.string("u")
    if unit == "month":
        return Resolved(partial(now.current_month()).span or month_interval(base.last.year, base.last.month), "same", "text")
    if unit == "year":
        return Resolved(year_interval((now.told or base).first.year), "same", "text")
    if unit == "week":
        return Resolved(week_interval(base.last), "same", "text")
    if words.string("P") == "night" and base.first == base.last:
        return Resolved(_night(base.last, now.told_at_dawn), "same", "text")
    return Resolved(base, "same", "text")


def same_and_next(words: Words, now: Moment) -> Resolved:
    """Read "that day and the next", "the same day and the day after"."""
    base = _told(now)
    if base is None:
        return Resolved(None, "same")
    return Resolved(day_interval(base.first, base.last + timedelta(days=1)), "same", "text")


def _night(day: date, ends_here: bool) -> Interval:
    step = timedelta(days=1)
    return day_interval(day - step, day) if ends_here else day_interval(day, day + step)


def night(words: Words, now: Moment) -> Resolved:
    """Read "in the night", "during the night": after the day just told, else before the reference day."""
    if words.string("P") != "night":
        return Resolved(None, "clock")
    if now.told_day and (now.told_here or not now.near):
        return Resolved(_night(now.told_day.last, now.told_at_dawn), "same", "text")
    return relative(_night(now.day, True), "document") if now.day else _NOTHING


def midnight(words: Words, now: Moment) -> Resolved:
    """Read "shortly before midnight" in a report of the next day; "before dawn" gives no date."""
    if words.string("P") != "midnight" or now.told_here or not now.reference:
        return Resolved(None, "clock")
    return relative(day_interval(now.reference - timedelta(days=int(words.has("B")))), "document")

"""Spans of days, and the calendar arithmetic that codebook 3 asks for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from contested.model.vocabulary import DatePrecision


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``first`` to ``last``, both included, and how finely they are known."""

    first: date
    last: date
    precision: DatePrecision

    def overlaps(self, other: Interval) -> bool:
        """Do the two share a day?"""
        return self.first <= other.last and other.first <= self.last

    @property
    def is_day(self) -> bool:
        """Is it known to the day (one day, or some days in a row)?"""
        return self.precision is DatePrecision.DAY


def day_interval(first: date, last: date | None = None) -> Interval:
    """Give one day, or the days from ``first`` to ``last``."""
    return Interval(first, max(first, last or first), DatePrecision.DAY)


def safe_date(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_interval(year: int, month: int) -> Interval:
    """Give a whole month; ``month`` may run over either end of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), DatePrecision.MONTH)


def year_interval(first: int, last: int | None = None) -> Interval:
    """Give a whole year, or the years from ``first`` to ``last``."""
    return Interval(date(first, 1, 1), date(max(first, last or first), 12, 31), DatePrecision.YEAR)


def months_interval(first: Interval, last: Interval) -> Interval:
    """Give the months from ``first`` to ``last``, precision month."""
    return Interval(first.first, max(first.last, last.last), DatePrecision.MONTH)


def season_interval(year: int, month: int) -> Interval:
    """Give the three months of a season that begins in ``month``."""
    return months_interval(month_interval(year, month), month_interval(year, month + 2))


def week_interval(day: date) -> Interval:
    """Give Monday to Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), DatePrecision.WEEK)


def weekend_interval(day: date) -> Interval:
    """Give the last Saturday and Sunday that began on or before a day."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    return Interval(saturday, saturday + timedelta(days=1), DatePrecision.WEEK)


def portion_interval(whole: Interval, portion: str) -> Interval:
    """Cut a part out of a month or a longer span: "early", "mid", "late", "start" or "end" (codebook 3)."""
    if whole.precision is not DatePrecision.MONTH or (whole.last - whole.first).days > 31:
        return _portion_of_year(whole, portion)
    first, last = whole.first, whole.last
    cut = {
        "early": (first, first.replace(day=10)),
        "mid": (first.replace(day=11), first.replace(day=20)),
        "late": (first.replace(day=21), last),
        "start": (first, first.replace(day=7)),
        "end": (last - timedelta(days=6), last),
    }[portion]
    return Interval(*cut, DatePrecision.WEEK)


def _portion_of_year(whole: Interval, portion: str) -> Interval:
    year = whole.first.year
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 3), "end": (10, 12)}[portion]
    if whole.precision is not DatePrecision.YEAR:
        return whole
    return months_interval(month_interval(year, first), month_interval(year, last))


def share_interval(whole: Interval, unit: str, place: int) -> Interval | None:
    """Cut the n-th half, quarter, fortnight, week or the first or last days out of a month or year; -1 is the last."""
    if unit == "day":
        return portion_interval(whole, "start" if place > 0 else "end")
    if whole.precision is DatePrecision.YEAR:
        months = {"half": 6, "quarter": 3, "month": 1}.get(unit)
        if not months:
            return None
        begin = 13 - months if place < 0 else 1 + months * (place - 1)
        year = whole.first.year
        return months_interval(month_interval(year, begin), month_interval(year, begin + months - 1))
    if unit in ("half", "fortnight"):
        middle = whole.first.replace(day=15)
        span = (middle + timedelta(days=1), whole.last) if place in (2, -1) else (whole.first, middle)
        return Interval(*span, DatePrecision.WEEK)
    if unit != "week":
        return None
    if place < 0:
        return Interval(whole.last - timedelta(days=6), whole.last, DatePrecision.WEEK)
    first = whole.first + timedelta(days=7 * (place - 1))
    return Interval(first, min(whole.last, first + timedelta(days=6)), DatePrecision.WEEK)


def shift_interval(base: Interval, count: int, unit: str) -> Interval | None:
    """Count ``count`` units forward (backward if negative) from a date; months and years give whole ones."""
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    if days:
        step = timedelta(days=days * count)
        precision = base.precision if unit == "day" or base.is_day else DatePrecision.WEEK
        return Interval(base.first + step, base.last + step, precision)
    if unit == "month":
        return month_interval(base.first.year, base.first.month + count)
    if unit == "year":
        if base.precision is DatePrecision.YEAR:
            return year_interval(base.first.year + count)
        return month_interval(base.first.year + count, base.first.month)
    if unit in ("hour", "minute"):
        return base
    return None


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date:
    """Give the nearest such weekday before a day; the day itself counts unless ``strictly``."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=7 if strictly and not back else back)


def weekday_after(day: date, weekday: int, strictly: bool = False) -> date:
    """Give the nearest such weekday after a day; the day itself counts unless ``strictly``."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=7 if strictly and not ahead else ahead)

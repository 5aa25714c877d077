"""Words for dates and numbers, as a reader writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from contested.exchange.figures import Total
from contested.model.events import Event, EventDate
from contested.model.vocabulary import CasualtyKind, DatePrecision

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_label(when: EventDate) -> str:
    """Write a date no finer than it is known: "4 May 2024", "3–5 May 2024", "May 2024", "2024", "no date"."""
    start, end = when.start, when.end or when.start
    if start is None or end is None:
        return "no date"
    if when.precision is DatePrecision.YEAR and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if when.precision is DatePrecision.MONTH and start.day == 1 and (end + timedelta(days=1)).day == 1:
        return _range(start, end, days=False)
    return _range(start, end, days=True)


def count_label(low: int | None, high: int | None) -> str:
    """Write a range of people: "12", "12–15", "12+", "up to 15", "unknown"."""
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def spread_label(figures: Sequence[Total]) -> str:
    """Write the spread of what the speakers say: "12–47", "31–47+" where a number is open above, "0" for none."""
    lows = [t.low for t in figures if t.low is not None]
    highs = [t.high for t in figures if t.high is not None]
    numbers = lows + highs
    if not numbers:
        return "unknown"
    low = count_label(min(numbers), max(numbers))
    return f"{low}+" if any(t.high is None and t.low == max(numbers) for t in figures) else low


def words(code: str) -> str:
    """Write a code of the codebook as words: "drone_strike" becomes "drone strike"."""
    return code.replace("_", " ")


def title(event: Event) -> str:
    """Name an event in a few words: the act, and where."""
    act = words(event.action).capitalize()
    place = event.place.text if event.place else ""
    return f"{act}, {place}" if place else act


def toll_kinds(event: Event) -> tuple[CasualtyKind, ...]:
    """Give the kinds of toll that an event has, in the codebook's order."""
    present = {c.kind for c in event.casualties}
    return tuple(kind for kind in CasualtyKind if kind in present)


def _range(start: date, end: date, *, days: bool) -> str:
    def one(d: date, *, month: bool, year: bool) -> str:
        parts = [str(d.day)] * days + [_MONTHS[d.month - 1]] * month + [str(d.year)] * year
        return " ".join(parts)

    if (start == end) if days else (start.year, start.month) == (end.year, end.month):
        return one(start, month=True, year=True)
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    return f"{one(start, month=not same_month, year=not same_year)}–{one(end, month=True, year=True)}"

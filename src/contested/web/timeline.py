"""Lay a timeline out: bars of events by day, month or year, each a link to its stretch of time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contested.store.browse import Day

MOST_BARS, WIDTH, HEIGHT = 120, 1200.0, 84.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one status in a bar; lengths are those of the drawing."""

    status: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one stretch of time. ``killed`` adds up the largest toll of each."""

    label: str
    first: date
    last: date
    events: int
    killed: int
    x: float
    width: float
    parts: tuple[Part, ...]
    tick: str


def lay_out(days: Sequence[Day]) -> tuple[Bar, ...]:
    """Give the bars of a timeline, by the finest of day, month and year with which they are no more than ``MOST_BARS``."""
    if not days:
        return ()
    spans = next(
        (s for s in (_days(days), _months(days[0].day, days[-1].day)) if s and len(s) <= MOST_BARS), _years(days[0].day.year, days[-1].day.year)
    )
    width = min(WIDTH / len(spans), 26.0)
    filled: list[list[Day]] = [[] for _ in spans]
    at = 0
    for one in days:
        while one.day > spans[at][1]:
            at += 1
        filled[at].append(one)
    highest = max(sum(d.events for d in inside) for inside in filled)
    return tuple(_bar(span, inside, n * width, width, highest, spans[n - 1] if n else None) for n, (span, inside) in enumerate(zip(spans, filled, strict=True)))


_Span = tuple[date, date]


def _days(days: Sequence[Day]) -> list[_Span]:
    number = (days[-1].day - days[0].day).days + 1
    return [(d, d) for d in (days[0].day + timedelta(n) for n in range(number))] if number <= MOST_BARS else []


def _months(first: date, last: date) -> list[_Span]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(date(m // 12, m % 12 + 1, 1), date(m // 12, m % 12 + 1, monthrange(m // 12, m % 12 + 1)[1])) for m in months] if len(months) <= MOST_BARS else []


def _years(first: int, last: int) -> list[_Span]:
    step = (last - first) // MOST_BARS + 1
    return [(date(y, 1, 1), date(min(y + step - 1, 9999), 12, 31)) for y in range(first, last + 1, step)]


def _bar(span: _Span, inside: Sequence[Day], x: float, width: float, highest: int, before: _Span | None) -> Bar:
    parts: list[Part] = []
    y = HEIGHT
    for status in dict.fromkeys(d.status for d in sorted(inside, key=lambda d: d.status)):
        height = sum(d.events for d in inside if d.status == status) / highest * (HEIGHT - 4)
        y -= height
        parts.append(Part(status, round(y, 2), round(height, 2)))
    return Bar(
        _label(span), span[0], span[1], sum(d.events for d in inside), sum(d.killed for d in inside), round(x, 2), round(width, 2), tuple(parts),
        _tick(span, before),
    )  # fmt: skip


def _label(span: _Span) -> str:
    first, last = span
    if first == last:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _tick(span: _Span, before: _Span | None) -> str:
    """Name a stretch under the axis where a month or a year begins."""
    first, last = span
    if first == last:
        new = before is None or before[0].month != first.month
        return f"{_MONTHS[first.month - 1]} {first.year}" if new else ""
    if first.year != last.year:
        return str(first.year) if first.year % 10 == 0 or before is None else ""
    new = before is None or before[0].year != first.year
    is_year = (first.month, last.month) == (1, 12)
    return str(first.year) if new and (not is_year or first.year % 5 == 0 or before is None) else ""

"""Lay a timeline out: bars of events and ranges of the killed by day, month or year, each a link to its stretch of time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from contested.store.tolls import Summed, Toll

MOST_BARS, WIDTH, HEIGHT, TOLL_HEIGHT, WIDEST = 240, 1200.0, 84.0, 60.0, 44.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one status in a bar; lengths are those of the drawing."""

    status: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Range:
    """The killed of a stretch of time, and where their low, best and high ends are drawn."""

    toll: Toll
    y_high: float
    y_low: float
    y_best: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one stretch of time."""

    label: str
    first: date
    last: date
    events: int
    x: float
    width: float
    parts: tuple[Part, ...]
    killed: Range | None
    tick: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars, and the numbers at the top of the two scales."""

    bars: tuple[Bar, ...]
    most_events: int
    most_killed: int


def lay_out(summed: Sequence[Summed], bounds: tuple[date, date] | None = None, width: float = WIDTH, most_bars: int = MOST_BARS) -> Timeline:
    """Give a timeline by the finest of day, month and year with which there are no more than ``most_bars`` bars.

    Args: bounds: the first and last day drawn; without them, those of the events. The undated are not drawn.
    """
    dated = [(s.first, s) for s in summed if s.first is not None]
    if not dated and bounds is None:
        return Timeline((), 0, 0)
    spans = _spans(*(bounds or (min(day for day, _ in dated), max(day for day, _ in dated))), most_bars)
    inside: list[list[Summed]] = [[] for _ in spans]
    for day, one in dated:
        if spans[0][0] <= day <= spans[-1][1]:
            inside[_index(spans, day)].append(one)
    tolls = [reduce(added, (one.toll for one in some), Toll()) for some in inside]
    most = (max(sum(one.events for one in some) for some in inside), max(toll.high for toll in tolls))
    step = min(width / len(spans), WIDEST)
    bars = (
        _bar(span, inside[n], tolls[n], (round(n * step, 2), round(step, 2)), most, spans[n - 1] if n else None) for n, span in enumerate(spans)
    )
    return Timeline(tuple(bars), *most)


def added(one: Toll, other: Toll) -> Toll:
    """Add two sums of figures."""
    best = None if one.best is None and other.best is None else (one.best or 0) + (other.best or 0)
    return Toll(one.told + other.told, one.low + other.low, best, one.high + other.high, one.changed + other.changed)


_Span = tuple[date, date]


def _spans(first: date, last: date, most: int) -> list[_Span]:
    number = (last - first).days + 1
    if number <= most:
        return [(d, d) for d in (first + timedelta(n) for n in range(number))]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) <= most:
        return [(date(m // 12, m % 12 + 1, 1), date(m // 12, m % 12 + 1, monthrange(m // 12, m % 12 + 1)[1])) for m in months]
    step = (last.year - first.year) // most + 1
    return [(date(y, 1, 1), date(min(y + step - 1, 9999), 12, 31)) for y in range(first.year, last.year + 1, step)]


def _index(spans: Sequence[_Span], day: date) -> int:
    low, high = 0, len(spans) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if day > spans[middle][1] else (low, middle)
    return low


def _bar(span: _Span, inside: Sequence[Summed], toll: Toll, place: tuple[float, float], most: tuple[int, int], before: _Span | None) -> Bar:
    parts: list[Part] = []
    y = HEIGHT
    for status in sorted({c.status for c in inside}):
        height = sum(c.events for c in inside if c.status == status) / most[0] * (HEIGHT - 4)
        y -= height
        parts.append(Part(status, round(y, 2), round(height, 2)))
    killed = _range(toll, most[1]) if toll.told else None
    return Bar(_label(span), span[0], span[1], sum(c.events for c in inside), *place, tuple(parts), killed, _tick(span, before))


def _range(toll: Toll, highest: int) -> Range:
    def y(number: int) -> float:
        return round(TOLL_HEIGHT - number / (highest or 1) * (TOLL_HEIGHT - 6), 2)

    return Range(toll, y(toll.high), y(toll.low), None if toll.best is None else y(toll.best))


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

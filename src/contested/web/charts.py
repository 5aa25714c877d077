"""Charts by source: how many of the events each tells, when, and the range of the killed that it gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from contested.store.remembering import Remembered
from contested.store.tolls import Toll, sum_months, tolls_by_source
from contested.web.overview import Overview
from contested.web.questions import EventsAsked
from contested.web.timeline import Timeline, lay_out

MOST_SOURCES, WITH_TIMELINE, WIDTH, MOST_BARS = 30, 8, 420.0, 60


@dataclass(frozen=True, slots=True)
class SourceChart:
    """One source. The ends of its range are shares of the longest; only the sources that tell most have a timeline."""

    name: str
    events: int
    toll: Toll
    low: float
    best: float | None
    high: float
    timeline: Timeline | None


@dataclass(frozen=True, slots=True)
class SourceCharts:
    """The sources that tell most, and how many there are in all."""

    charts: tuple[SourceChart, ...]
    sources: int


def chart_sources(remembered: Remembered, asked: EventsAsked, view: Overview) -> SourceCharts:
    """Chart the sources of the events that an address asks for, those with most events first."""
    found = remembered.ask(tolls_by_source, asked.filter(remembered.store), asked.policy)
    longest = max((toll.high for _, _, toll in found[:MOST_SOURCES]), default=0) or 1
    charts = (
        SourceChart(
            name, events, toll, toll.low / longest, None if toll.best is None else toll.best / longest, toll.high / longest,
            _timeline(remembered, asked, view, name) if n < WITH_TIMELINE else None,
        )
        for n, (name, events, toll) in enumerate(found[:MOST_SOURCES])
    )  # fmt: skip
    return SourceCharts(tuple(charts), len(found))


def _timeline(remembered: Remembered, asked: EventsAsked, view: Overview, name: str) -> Timeline | None:
    """Draw what one source tells over the same stretch of time as the whole view."""
    bounds = _bounds(view)
    if bounds is None:
        return None
    wanted = replace(asked.filter(remembered.store), source=asked.source or name)
    return lay_out(remembered.ask(sum_months, wanted, asked.policy, asked.policy), bounds, WIDTH, MOST_BARS)


def _bounds(view: Overview) -> tuple[date, date] | None:
    bars = view.timeline.bars
    return (bars[0].first.replace(day=1), bars[-1].last) if bars else None

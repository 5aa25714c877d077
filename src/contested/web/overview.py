"""What a view of events adds up to: how many pass the filters, when, of which status, and how many were killed by a policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from contested.report.labels import count_label
from contested.store.remembering import Remembered
from contested.store.tolls import Figure, Summed, Toll, figures_of, sum_days, sum_months
from contested.web.questions import DEFAULT_POLICY, EventsAsked
from contested.web.shown import ShownEvent
from contested.web.timeline import Timeline, added, lay_out

MOST_MONTHS_BY_DAY = 4


@dataclass(frozen=True, slots=True)
class Overview:
    """The sums of a view. ``undated`` events are in the sums and not on the timeline; ``other`` is by the policy compared with."""

    shown: int
    by_status: dict[str, int]
    undated: int
    timeline: Timeline
    toll: Toll
    other: Toll


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """The figure of an event under a policy in words, and what it was under the one compared with, if that is another."""

    text: str
    was: str | None


def look_over(remembered: Remembered, asked: EventsAsked) -> Overview:
    """Add up the events that an address asks for."""
    summed = remembered.ask(sum_months, asked.filter(remembered.store), asked.policy, asked.against)
    by_status: dict[str, int] = {}
    for one in summed:
        by_status[one.status] = by_status.get(one.status, 0) + one.events
    return Overview(
        sum(by_status.values()), by_status, sum(one.events for one in summed if one.first is None), _timeline(remembered, asked, summed),
        reduce(added, (one.toll for one in summed), Toll()), reduce(added, (one.other for one in summed), Toll()),
    )  # fmt: skip


def show_figures(remembered: Remembered, asked: EventsAsked, shown: Sequence[ShownEvent]) -> dict[tuple[str, str], ShownFigure]:
    """Give the figures of the events of a page, where a policy was asked for."""
    if asked.policy == asked.against == DEFAULT_POLICY:
        return {}
    refs = [(e.document, e.event.id) for e in shown]
    found = figures_of(remembered.store, (asked.policy, asked.against), refs)
    return {ref: _figure(found[asked.policy, *ref], found[asked.against, *ref]) for ref in refs if (asked.policy, *ref) in found}


def figure_label(figure: Figure) -> str:
    """Write a figure: "5", "5 (2–9)" for a best estimate with its range, "2–9" where none is chosen, "" for no number."""
    if figure.low is None and figure.high is None:
        return ""
    ends = count_label(figure.low, figure.high)
    if figure.best is None:
        return ends
    return f"{figure.best:,}" if figure.low == figure.high == figure.best else f"{figure.best:,} ({ends})"


def toll_label(toll: Toll) -> str:
    """Write a sum of figures: "430 (301–542)", or "301–542" where the policy chooses no number."""
    return figure_label(Figure(toll.low, toll.best, toll.high)) if toll.told else "no number"


def _figure(now: Figure, before: Figure) -> ShownFigure:
    return ShownFigure(figure_label(now), (figure_label(before) or "no number") if now.differs(before) else None)


def _timeline(remembered: Remembered, asked: EventsAsked, summed: Sequence[Summed]) -> Timeline:
    """Draw months, or days where there are so few months that days can be told apart."""
    months = [one.first for one in summed if one.first]
    if months and (months[-1].year - months[0].year) * 12 + months[-1].month - months[0].month < MOST_MONTHS_BY_DAY:
        summed = remembered.ask(sum_days, asked.filter(remembered.store), asked.policy, asked.against)
    return lay_out(summed)

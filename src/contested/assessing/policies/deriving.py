"""Derive the figures, date and place of an incident under a policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from contested.assessing.policies.accounts import RANGE_OF_REPORTS, accounts_of, deaths_by_side
from contested.assessing.policies.grading import grade_attribution, grade_harm, grade_occurrence
from contested.assessing.policies.records import Account, Choice, Derived, Figure, Policy
from contested.assessing.policies.standing import standing
from contested.linking.across.records import Telling
from contested.model.events import EventDate, EventPlace
from contested.model.vocabulary import Basis, DatePrecision, PlacePrecision

_DATES = tuple(DatePrecision)
_PLACES = tuple(PlacePrecision)


def derive(members: Sequence[Telling], policy: Policy) -> Derived:
    """Derive what a policy makes of the events that are one incident, with the reasons.

    A policy that publishes one number (the smallest, the largest) has it as low, best and high.
    """
    accounts = accounts_of(members, policy)
    chosen, why = choose_figure(accounts, policy.figure)
    lows = [a.low if a.low is not None else 0 for a in accounts]
    highs = [n for a in accounts for n in (a.high if a.high is not None else a.low,) if n is not None]
    low, best, high = min(lows, default=None), chosen.number if chosen else None, max(highs, default=None)
    if policy.figure in (Figure.SMALLEST, Figure.LARGEST):
        low = high = best
    counted = _counted(members, policy)
    status, status_because = standing(counted, policy)
    return Derived(
        policy.versioned, low, best, high,
        deaths_by_side(members, chosen), accounts, chosen, _date(counted, policy.date), _place(counted, policy.place), grade_harm(accounts),
        grade_attribution(counted), grade_occurrence(counted), status, status_because, (*why, *_left_out(members, accounts, policy)),
    )  # fmt: skip


def choose_figure(accounts: Sequence[Account], figure: Figure) -> tuple[Account | None, tuple[str, ...]]:
    """Choose the account whose number stands for the incident: nought only where nobody says more."""
    heard = [a for a in accounts if a.speaker != RANGE_OF_REPORTS] or list(accounts)
    some = sorted((a for a in heard if a.number > 0), key=lambda a: (a.number, a.document, a.speaker or "")) or heard
    if not some or figure is Figure.RANGE:
        return None, ("no number of killed is told",) if not some else ("the policy chooses no number",)
    at = {Figure.SMALLEST: 0, Figure.LARGEST: len(some) - 1}.get(figure, (len(some) - 1) // 2)
    return some[at], (f"the {figure.value} of {len(some)}: {some[at].told()}",)


def _counted(members: Sequence[Telling], policy: Policy) -> list[Telling]:
    there = {m.ref.document for m in members}
    return [m for m in members if not (policy.copies_once and m.copy_of in there)] or list(members)


def _left_out(members: Sequence[Telling], accounts: Sequence[Account], policy: Policy) -> tuple[str, ...]:
    every = accounts_of(members, Policy(policy.name, policy.version, policy.title, copies_once=False, vague=policy.vague))
    kept = {(a.document, a.speaker) for a in accounts}
    gone = [a for a in every if (a.document, a.speaker) not in kept]
    return tuple(f"left out: {a.told()}, " + (f"the {a.side.value}" if a.side in policy.leave_out else "a copied text") for a in gone)


def _date(members: Sequence[Telling], choice: Choice) -> EventDate:
    dates = [m.event.date for m in members if m.event.date.start and m.event.date.end]
    if not dates:
        return EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.OCCURRENCE)
    if choice is Choice.SPAN:
        first = min(d.start for d in dates if d.start)
        last = max(d.end for d in dates if d.end)
        return EventDate(start=first, end=last, precision=min((d.precision for d in dates), key=_DATES.index), basis=dates[0].basis)
    counts = Counter((d.start, d.end) for d in dates)
    keys: dict[Choice, Callable[[EventDate], tuple[Any, ...]]] = {
        Choice.MOST_SOURCES: lambda d: (-counts[d.start, d.end], _DATES.index(d.precision), d.basis is Basis.REPORT, d.start),
        Choice.MOST_PRECISE: lambda d: (_DATES.index(d.precision), d.basis is Basis.REPORT, -counts[d.start, d.end], d.start),
        Choice.EARLIEST: lambda d: (d.start, _DATES.index(d.precision)),
    }
    return min(dates, key=keys[choice])


def _place(members: Sequence[Telling], choice: Choice) -> EventPlace | None:
    places = [m.event.place for m in members if m.event.place]
    counts = Counter(p.name for p in places)
    if choice is Choice.MOST_SOURCES:
        return min(places, key=lambda p: (-counts[p.name], _PLACES.index(p.precision), p.name), default=None)
    return min(places, key=lambda p: (_PLACES.index(p.precision), p.latitude is None, -counts[p.name], p.name), default=None)

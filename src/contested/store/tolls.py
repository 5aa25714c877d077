"""Figures of the killed under a policy, added up over the events that pass a filter, and what another policy changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select, tuple_

from contested.store.ask import EventFilter, conditions
from contested.store.counting import month_of
from contested.store.database import Store
from contested.store.narrowing import changed_between, figure
from contested.store.schema import ENDS, documents, events


@dataclass(frozen=True, slots=True)
class Toll:
    """Killed under a policy, over ``told`` events that have a number; ``best`` is None where the policy chooses none.

    ``changed`` events have another figure under the policy compared with.
    """

    told: int = 0
    low: int = 0
    best: int | None = None
    high: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """What a policy makes of one event; None where it chooses or has no number."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    def differs(self, other: Figure) -> bool:
        """Are they different figures, as ``changed_between`` tells them apart?"""
        best = self.best is not None and other.best is not None and self.best != other.best
        return (self.low, self.high) != (other.low, other.high) or best


@dataclass(frozen=True, slots=True)
class Summed:
    """Events of a status that begin in a stretch of time (``first`` is its first day; None: undated), by two policies."""

    first: date | None
    status: str
    events: int
    toll: Toll
    other: Toll


def sum_months(store: Store, wanted: EventFilter, policy: str, against: str) -> tuple[Summed, ...]:
    """Add up the events that pass a filter by the month that they begin in and their status, in the order of time."""
    return _summed(store, wanted, policy, against, events.c.month)


def sum_days(store: Store, wanted: EventFilter, policy: str, against: str) -> tuple[Summed, ...]:
    """Add up the events that pass a filter by the day that they begin on and their status, in the order of time."""
    return _summed(store, wanted, policy, against, events.c.date_start)


def _summed(store: Store, wanted: EventFilter, policy: str, against: str, when: ColumnElement[Any]) -> tuple[Summed, ...]:
    by = (when, events.c.status)
    others = _sums(against, policy) if policy != against else ()
    query = select(*by, func.count(), *_sums(policy, against), *others).where(*conditions(wanted, counting=True)).group_by(*by).order_by(*by)
    with store.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(
        Summed(month_of(first) if when is events.c.month else first, status, number, _toll(sums[:5]), _toll(sums[-5:])) for first, status, number, *sums in rows
    )


def tolls_by_source(store: Store, wanted: EventFilter, policy: str) -> tuple[tuple[str, int, Toll], ...]:
    """Add the figures up by source (the publisher, else the document's name), with its number of events, the most first."""
    sums = [column.label(f"sum{n}") for n, column in enumerate((func.count(), *_sums(policy, policy)))]
    inner = select(events.c.document, *sums).where(*conditions(wanted, counting=True)).group_by(events.c.document).subquery()
    name = func.coalesce(documents.c.publisher, documents.c.name).label("name")
    number, *outer = (func.sum(inner.c[column.name]) for column in sums)
    query = select(name, number, *outer).join_from(inner, documents, documents.c.id == inner.c.document).group_by(name).order_by(number.desc(), name)
    with store.reading() as connection:
        return tuple((row[0], row[1], _toll(row[2:])) for row in connection.execute(query))


def figures_of(store: Store, policies: Iterable[str], refs: Sequence[tuple[str, str]]) -> dict[tuple[str, str, str], Figure]:
    """Give the figures of some events by policy, document and event."""
    names = list(dict.fromkeys(policies))
    columns = [figure(policy, end) for policy in names for end in ENDS]
    query = select(events.c.document, events.c.id, *columns).where(tuple_(events.c.document, events.c.id).in_(refs))
    with store.reading() as connection:
        rows = connection.execute(query).all() if refs else ()
    return {(policy, row[0], row[1]): Figure(*row[2 + 3 * n : 5 + 3 * n]) for row in rows for n, policy in enumerate(names)}


def _sums(policy: str, against: str) -> tuple[ColumnElement[Any], ...]:
    low, best, high = (figure(policy, end) for end in ENDS)
    changed = func.sum(case((changed_between(policy, against), 1), else_=0)) if policy != against else func.sum(0)
    return (
        func.sum(case((or_(low.is_not(None), high.is_not(None)), 1), else_=0)), func.sum(low), func.sum(best), func.sum(func.coalesce(high, low)), changed,
    )  # fmt: skip


def _toll(sums: Sequence[int | None]) -> Toll:
    told, low, best, high, changed = sums
    return Toll(told or 0, low or 0, best, high or 0, changed or 0)

"""Figures of the killed under a policy, added up over the events that pass a filter, and what another policy changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select, tuple_

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


def tolls_by_month(store: Store, wanted: EventFilter, policy: str, against: str) -> tuple[tuple[date | None, Toll], ...]:
    """Add the figures up by the month that events begin in (its first day; None: undated), in the order of time."""
    with store.reading() as connection:
        return tuple((month_of(row.month), _toll(row)) for row in connection.execute(_summed(wanted, policy, against, events.c.month)))


def tolls_by_day(store: Store, wanted: EventFilter, policy: str, against: str) -> tuple[tuple[date | None, Toll], ...]:
    """Add the figures up by the day that events begin on, in the order of time."""
    with store.reading() as connection:
        return tuple((row.date_start, _toll(row)) for row in connection.execute(_summed(wanted, policy, against, events.c.date_start)))


def tolls_by_source(store: Store, wanted: EventFilter, policy: str) -> tuple[tuple[str, int, Toll], ...]:
    """Add the figures up by source (the publisher, else the document's name), with its number of events, the most first."""
    summed = _summed(wanted, policy, policy, events.c.document, also=(func.count().label("number"),)).subquery()
    name = func.coalesce(documents.c.publisher, documents.c.name).label("name")
    number, *sums = (func.sum(summed.c[key]).label(key) for key in ("number", "told", "low", "best", "high", "changed"))
    query = (
        select(name, number, *sums).join_from(summed, documents, documents.c.id == summed.c.document)
        .group_by(name).order_by(number.desc(), name)
    )  # fmt: skip
    with store.reading() as connection:
        return tuple((row.name, row.number, _toll(row)) for row in connection.execute(query))


def figures_of(store: Store, policies: Iterable[str], refs: Sequence[tuple[str, str]]) -> dict[tuple[str, str, str], Figure]:
    """Give the figures of some events by policy, document and event."""
    names = list(dict.fromkeys(policies))
    columns = [figure(policy, end) for policy in names for end in ENDS]
    query = select(events.c.document, events.c.id, *columns).where(tuple_(events.c.document, events.c.id).in_(refs))
    with store.reading() as connection:
        rows = connection.execute(query).all() if refs else ()
    return {(policy, row[0], row[1]): Figure(*row[2 + 3 * n : 5 + 3 * n]) for row in rows for n, policy in enumerate(names)}


def _summed(wanted: EventFilter, policy: str, against: str, *by: ColumnElement[Any], also: Sequence[ColumnElement[Any]] = ()) -> Select[Any]:
    low, best, high = (figure(policy, end) for end in ENDS)
    told = or_(low.is_not(None), high.is_not(None))
    changed = func.sum(case((changed_between(policy, against), 1), else_=0)) if policy != against else func.sum(0)
    sums = (
        func.sum(case((told, 1), else_=0)).label("told"), func.sum(low).label("low"), func.sum(best).label("best"),
        func.sum(func.coalesce(high, low)).label("high"), changed.label("changed"),
    )  # fmt: skip
    return select(*by, *also, *sums).where(*conditions(wanted)).group_by(*by).order_by(*by)


def _toll(row: Row[*tuple[Any, ...]]) -> Toll:
    return Toll(row.told or 0, row.low or 0, row.best, row.high or 0, row.changed or 0)

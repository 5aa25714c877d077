"""Counts of events that pass a filter, added up by the database: by month and status, by act, by source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select

from contested.store.ask import EventFilter, conditions
from contested.store.database import Store
from contested.store.schema import documents, events

FACETS = ("action", "country")


@dataclass(frozen=True, slots=True)
class Count:
    """How many events of a status begin in a stretch of time (None: undated), and the largest tolls of them added up."""

    first: date | None
    status: str
    events: int
    killed: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """A source of events: a publisher, and how many documents of its own the store has."""

    name: str
    documents: int


def count_days(store: Store, wanted: EventFilter) -> tuple[Count, ...]:
    """Count the events that pass a filter by the day that they begin on and their status, in the order of time."""
    e = events.c
    query = (
        select(e.date_start, e.status, func.count(), func.coalesce(func.sum(e.killed), 0))
        .where(*conditions(wanted, counting=True)).group_by(e.date_start, e.status).order_by(e.date_start, e.status)
    )  # fmt: skip
    with store.reading() as connection:
        return tuple(Count(*row) for row in connection.execute(query))


def month_of(number: int | None) -> date | None:
    """Give the first day of a month by its number."""
    return None if number is None else date(number // 12, number % 12 + 1, 1)


def count_facet(store: Store, wanted: EventFilter, column: str) -> tuple[tuple[str, int], ...]:
    """Count the events that pass a filter by one of ``FACETS``, the most frequent first."""
    # An expression, so that the database reads an index with all columns instead of the table in the order of this one.
    by: ColumnElement[str] = func.coalesce(events.c[column], "")
    query = select(by, func.count()).where(*conditions(wanted, counting=True)).group_by(by).order_by(func.count().desc(), by)
    with store.reading() as connection:
        return tuple((value, number) for value, number in connection.execute(query) if value)


def list_publishers(store: Store, most: int = 200) -> tuple[Publisher, ...]:
    """Give the publishers with most documents."""
    d = documents.c
    query = select(d.publisher, func.count()).where(d.publisher.is_not(None)).group_by(d.publisher).order_by(func.count().desc(), d.publisher).limit(most)
    with store.reading() as connection:
        return tuple(Publisher(*row) for row in connection.execute(query))


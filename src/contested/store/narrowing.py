"""Conditions on events that take more than a column: the source that tells them, a stretch of the map, changed figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, ColumnElement, and_, false, func, or_, select, tuple_

from contested.store.rows import folded
from contested.store.schema import documents, events, parties


@dataclass(frozen=True, slots=True)
class NameInTime:
    """A name that a body bears from ``first`` (included) to ``past`` (excluded), None for open, and on days not known if ``undated``."""

    name: str
    first: date | None
    past: date | None
    undated: bool


def of_actor(part: str, also: tuple[NameInTime, ...]) -> ColumnElement[bool]:
    """Give the condition that a party of an event has a name with these words, or one of the names beside, in its time."""
    told = events.alias("told")
    query = select(parties.c.document, parties.c.event)
    named = parties.c.folded.contains(folded(part), autoescape=True)
    if also:
        query = query.join(told, (told.c.document == parties.c.document) & (told.c.id == parties.c.event))
        named = or_(named, *((parties.c.name == n.name) & _in_time(told.c.date_start, n) for n in also))
    return tuple_(events.c.document, events.c.id).in_(query.where(named))


def _in_time(day: ColumnElement[date], name: NameInTime) -> ColumnElement[bool]:
    ends = [*([day >= name.first] if name.first else []), *([day < name.past] if name.past else [])]
    return or_(and_(day.is_not(None), *ends), day.is_(None) if name.undated else false())


def of_source(named: str) -> ColumnElement[bool]:
    """Give the condition that an event is told by the document of this id or name, or by one of this publisher."""
    d = documents.c
    return events.c.document.in_(select(d.id).where(or_(d.id == named, d.publisher == named, d.name == named)))


def within(box: tuple[float, float, float, float]) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions that an event is placed in a stretch of the map; one whose west lies beyond its east crosses 180 degrees."""
    west, south, east, north = box
    lon = events.c.longitude
    across = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return events.c.latitude.between(south, north), across


def changed_between(policy: str, against: str) -> ColumnElement[bool]:
    """Give the condition that an event has another figure under one policy than under another.

    A best estimate where the other policy chooses none is no difference by itself.
    """
    ends = (func.coalesce(figure(policy, end), -1) != func.coalesce(figure(against, end), -1) for end in ("low", "high"))
    best, other = figure(policy, "best"), figure(against, "best")
    return or_(*ends, and_(best.is_not(None), other.is_not(None), best != other))


def figure(policy: str, end: str) -> Column[int]:
    """Give the column with an end of the figures under a policy."""
    return events.c[f"{policy}_{end}"]

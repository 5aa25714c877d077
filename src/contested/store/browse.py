"""Questions that pages ask of many events: one page of them, how many there are of what, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, func, nulls_last, or_, select, tuple_

from contested.linking.across.records import Ref
from contested.model.events import Event, Profile
from contested.store.ask import EventFilter, Source, StoredEvent, conditions
from contested.store.database import Store
from contested.store.rows import folded
from contested.store.schema import codings, documents, events, left_out, parties, profiles

ORDERS: dict[str, tuple[Any, ...]] = {
    "date": (nulls_last(events.c.date_start), events.c.document, events.c.position),
    "-date": (nulls_last(events.c.date_start.desc()), events.c.document, events.c.position),
    "toll": (nulls_last(events.c.killed.desc()), nulls_last(events.c.date_start), events.c.document, events.c.position),
    "doubt": (nulls_last(events.c.doubt.desc()), events.c.document, events.c.position),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Events at one point. ``statuses`` counts them by status."""

    latitude: float
    longitude: float
    place: str
    precision: str
    statuses: tuple[tuple[str, int], ...]


def count_events(store: Store, wanted: EventFilter) -> int:
    """Count the events that pass a filter."""
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(events).where(*conditions(wanted))) or 0


def page_of_events(store: Store, wanted: EventFilter, order: str = "date", first: int = 0, most: int = 50) -> list[StoredEvent]:
    """Give some of the events that pass a filter, in one of ``ORDERS``, from the ``first`` on (counted from 0)."""
    # The page is chosen by narrow columns before any body is read: bodies are large, and most are not on the page.
    chosen = select(events.c.document, events.c.id).where(*conditions(wanted)).order_by(*ORDERS[order]).offset(first).limit(most).subquery()
    query = (
        select(events.c.document, documents.c.name, events.c.body, events.c.reviewed)
        .join(chosen, (chosen.c.document == events.c.document) & (chosen.c.id == events.c.id))
        .join(documents, documents.c.id == events.c.document)
        .order_by(*ORDERS[order])
    )
    with store.reading() as connection:
        return [_stored(row) for row in connection.execute(query)]


def find_event(store: Store, document_id: str, event_id: str) -> StoredEvent | None:
    """Give one event of a document, rejected or not."""
    found = _where(store, events.c.document == document_id, events.c.id == event_id)
    return found[0] if found else None


def find_events_of(store: Store, refs: Sequence[Ref]) -> dict[Ref, StoredEvent]:
    """Give events by their references; those that the store does not have are left out."""
    named = tuple_(events.c.document, events.c.id).in_([tuple(ref) for ref in refs])
    return {Ref(f.document, f.event.id): f for f in _where(store, named)} if refs else {}


def events_of_document(store: Store, document_id: str) -> list[StoredEvent]:
    """Give every event of a document, those rejected too, in the order of the text."""
    return _where(store, events.c.document == document_id)


def _where(store: Store, *asked: ColumnElement[bool]) -> list[StoredEvent]:
    query = (
        select(events.c.document, documents.c.name, events.c.body, events.c.reviewed)
        .join(documents, documents.c.id == events.c.document).where(*asked).order_by(events.c.document, events.c.position)
    )  # fmt: skip
    with store.reading() as connection:
        return [_stored(row) for row in connection.execute(query)]


def _stored(row: Row[*tuple[Any, ...]]) -> StoredEvent:
    return StoredEvent(row.document, row.name, Event.model_validate(row.body), row.reviewed)


def count_spots(store: Store, wanted: EventFilter) -> list[Spot]:
    """Count the events that pass a filter by the point that they are placed at; the unplaced are left away."""
    e = events.c
    by = (e.latitude, e.longitude, e.place, e.place_precision)
    query = select(*by, e.status, func.count()).where(*conditions(wanted), e.latitude.is_not(None)).group_by(*by, e.status).order_by(*by, e.status)
    spots: dict[tuple[float, float, str, str], list[tuple[str, int]]] = {}
    with store.reading() as connection:
        for latitude, longitude, place, precision, status, number in connection.execute(query):
            spots.setdefault((latitude, longitude, place, precision), []).append((status, number))
    return [Spot(*key, tuple(statuses)) for key, statuses in spots.items()]


def count_reviewed(store: Store) -> dict[str, int]:
    """Count events by how people decided about them; "" stands for those that wait."""
    with store.reading() as connection:
        rows = connection.execute(select(events.c.reviewed, func.count()).group_by(events.c.reviewed))
        return {reviewed or "": number for reviewed, number in rows}


def names_like(store: Store, part: str, most: int = 12) -> list[str]:
    """Give names of parties that hold these words, the most frequent first."""
    query = (
        select(parties.c.name).where(parties.c.folded.contains(folded(part), autoescape=True))
        .group_by(parties.c.name).order_by(func.count().desc(), parties.c.name).limit(most)
    )  # fmt: skip
    with store.reading() as connection:
        return list(connection.scalars(query))


def profiles_named(store: Store, name: str) -> list[tuple[str, Profile]]:
    """Give the profiles of an actor, each with the id of its document."""
    query = select(profiles.c.document, profiles.c.body).where(profiles.c.name == name).order_by(profiles.c.document)
    with store.reading() as connection:
        return [(row.document, Profile.model_validate(row.body)) for row in connection.execute(query)]


def page_of_sources(store: Store, part: str, first: int, most: int) -> tuple[int, tuple[Source, ...]]:
    """Give some of the documents whose name, title or publisher holds these words, in the order of names, and how many there are."""
    d, c = documents.c, codings.c
    held = [or_(*(func.lower(column).contains(part.lower(), autoescape=True) for column in (d.name, d.title, d.publisher)))] if part else []
    events_in, left_in = (
        select(func.count()).select_from(table).where(table.c.document == d.id).scalar_subquery() for table in (events, left_out)
    )
    query = (
        select(d.id, d.name, d.title, d.publisher, d.published, events_in, left_in, c.coder, c.coded_at_utc)
        .join(codings, c.document == d.id).where(*held).order_by(d.name, d.id).offset(first).limit(most)
    )  # fmt: skip
    with store.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(documents).join(codings, c.document == d.id).where(*held)) or 0
        return total, tuple(Source(*row) for row in connection.execute(query))

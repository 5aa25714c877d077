"""Questions to the store: documents, codings, events, actors, claims and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, nulls_last, or_, select

from contested.model.documents import Document
from contested.model.events import Coding, Event, LeftOut, Profile
from contested.model.moments import UtcMoment
from contested.store.database import Store
from contested.store.narrowing import NameInTime, changed_between, of_actor, of_source, within
from contested.store.rows import document_of, folded
from contested.store.schema import codings, documents, events, left_out, parties, profiles


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted; None asks for nothing. ``actor`` and ``place`` are parts of a name, case and marks aside.

    ``reviewed`` is "no" (nobody has decided yet), "yes", "accepted", "corrected" or "rejected"; events that a person
    rejected are given only where they are asked for. ``source`` is the id of a document or the name of a publisher,
    ``box`` the west, south, east and north end of a stretch of the map in degrees, ``changed`` two policies under which
    an event must have different figures. ``also`` are further names of the bodies that ``actor`` means.
    """

    first: date | None = None
    last: date | None = None
    country: str | None = None
    action: str | None = None
    status: str | None = None
    actor: str | None = None
    min_confidence: float = 0.0
    documents: tuple[str, ...] = ()
    not_documents: tuple[str, ...] = ()
    place: str | None = None
    reviewed: str | None = None
    source: str | None = None
    box: tuple[float, float, float, float] | None = None
    changed: tuple[str, str] | None = None
    also: tuple[NameInTime, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event and the document that tells it; ``reviewed`` is how people decided about it, None for not yet."""

    document: str
    name: str
    event: Event
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor, and in how many events it has which role."""

    name: str
    perpetrator: int
    target: int
    claimant: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document in the store, and what was made of it."""

    document: str
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    events: int
    left_out: int
    coder: str
    coded_at_utc: UtcMoment


def find_document(store: Store, document_id: str) -> Document | None:
    """Give the document of an id as it was read."""
    with store.reading() as connection:
        row = connection.execute(select(documents).where(documents.c.id == document_id)).one_or_none()
    return document_of(row._asdict()) if row is not None else None


def find_coding(store: Store, document_id: str, fingerprint: str | None = None) -> Coding | None:
    """Give the machine's coding of a document (by the coder of this fingerprint, if one is named), without statements."""
    with store.reading() as connection:
        row = connection.execute(
            select(codings.c.coder, codings.c.fingerprint, codings.c.rest, documents.c.sha256)
            .join(documents, documents.c.id == codings.c.document)
            .where(codings.c.document == document_id)
        ).one_or_none()
        if row is None or fingerprint not in (None, row.fingerprint):
            return None
        bodies = connection.scalars(select(events.c.body).where(events.c.document == document_id, NOT_REJECTED).order_by(events.c.position))
        profile = connection.scalar(select(profiles.c.body).where(profiles.c.document == document_id))
        return Coding(
            document=row.rest["document"], sha256=row.sha256, coder=row.coder, notes=tuple(row.rest["notes"]),
            profile=Profile.model_validate(profile) if profile else None,
            events=tuple(Event.model_validate(b) for b in bodies),
            left_out=_left_out(connection, document_id),
        )


def find_left_out(store: Store, document_id: str) -> tuple[LeftOut, ...]:
    """Give what the machine left out of a document, in the order of the text."""
    with store.reading() as connection:
        return _left_out(connection, document_id)


def _left_out(connection: Connection, document_id: str) -> tuple[LeftOut, ...]:
    rows = connection.execute(select(left_out).where(left_out.c.document == document_id).order_by(left_out.c.position))
    return tuple(LeftOut(text=r.text, start=r.first, end=r.past, why=r.why, detail=r.detail) for r in rows)


def find_events(store: Store, wanted: EventFilter | None = None) -> list[StoredEvent]:
    """Give the events that pass the filter, by date (undated last), then by document and the order of its text."""
    query = (
        select(events.c.document, documents.c.name, events.c.body, events.c.reviewed)
        .join(documents, documents.c.id == events.c.document)
        .where(*conditions(wanted or EventFilter()))
        .order_by(nulls_last(events.c.date_start), documents.c.name, events.c.document, events.c.position)
    )
    return _stored(store, query)


def events_named(store: Store, beginning: str) -> list[StoredEvent]:
    """Give the events whose id, or its part after the act, begins so (``DOCUMENT:ID`` where two documents share an id)."""
    document, _, event_id = beginning.rpartition(":")
    query = (
        select(events.c.document, documents.c.name, events.c.body, events.c.reviewed)
        .join(documents, documents.c.id == events.c.document)
        .where(or_(events.c.id.startswith(event_id, autoescape=True), events.c.id.contains(f"-{event_id}", autoescape=True)))
        .order_by(events.c.id, events.c.document)
    )
    if document:
        query = query.where(or_(documents.c.name == document, documents.c.id == document))
    found = _stored(store, query)
    return [f for f in found if f.event.id == event_id] or found


def _stored(store: Store, query: Select[*tuple[Any, ...]]) -> list[StoredEvent]:
    with store.reading() as connection:
        return [StoredEvent(r.document, r.name, Event.model_validate(r.body), r.reviewed) for r in connection.execute(query)]


NOT_REJECTED = or_(events.c.reviewed.is_(None), events.c.reviewed != "rejected")


def conditions(wanted: EventFilter, *, counting: bool = False) -> list[ColumnElement[bool]]:
    """Give the conditions of a filter on the table of events.

    Args: counting: nearly every event will be looked at, so the database should read an index that holds all columns.
    """
    asked: list[ColumnElement[bool]] = [events.c.confidence >= wanted.min_confidence] if wanted.min_confidence else []
    asked.append(func.coalesce(events.c.reviewed, "") == "" if counting and wanted.reviewed == "no" else _reviewed(wanted.reviewed))
    if wanted.first:
        asked.append(events.c.date_end >= wanted.first)
    if wanted.last:
        asked.append(events.c.date_start <= wanted.last)
    for column, value in ((events.c.country, wanted.country), (events.c.action, wanted.action), (events.c.status, wanted.status)):
        if value:
            asked.append(func.lower(column) == value.lower())
    if wanted.actor:
        asked.append(of_actor(wanted.actor, wanted.also))
    if wanted.place:
        asked.append(func.lower(events.c.place).contains(wanted.place.lower(), autoescape=True))
    if wanted.documents:
        asked.append(events.c.document.in_(wanted.documents))
    if wanted.not_documents:
        asked.append(events.c.document.not_in(wanted.not_documents))
    if wanted.source:
        asked.append(of_source(wanted.source))
    if wanted.box:
        asked.extend(within(wanted.box))
    if wanted.changed:
        asked.append(changed_between(*wanted.changed))
    return asked


def _reviewed(wanted: str | None) -> ColumnElement[bool]:
    if wanted is None:
        return NOT_REJECTED
    if wanted in ("no", "yes"):
        return events.c.reviewed.is_(None) if wanted == "no" else events.c.reviewed.is_not(None)
    return events.c.reviewed == wanted


def count_actors(store: Store) -> list[ActorCount]:
    """Give every actor with its number of events by role, the most active first."""
    query = select(parties.c.name, parties.c.role, func.count()).group_by(parties.c.name, parties.c.role)
    counts: dict[str, dict[str, int]] = {}
    with store.reading() as connection:
        for name, role, number in connection.execute(query):
            counts.setdefault(name, {})[role] = number
    found = [ActorCount(n, c.get("perpetrator", 0), c.get("target", 0), c.get("claimant", 0)) for n, c in counts.items()]
    return sorted(found, key=lambda a: (-(a.perpetrator + a.target), -a.claimant, a.name))


def find_profiles(store: Store, name: str) -> list[tuple[str, Profile]]:
    """Give the profiles, each with its document's name, whose name or alias holds these words."""
    words = folded(name)
    with store.reading() as connection:
        rows = connection.execute(
            select(documents.c.name, profiles.c.body)
            .join(documents, documents.c.id == profiles.c.document)
            .order_by(documents.c.name)
        )
        found = [(r.name, Profile.model_validate(r.body)) for r in rows]
    return [(n, p) for n, p in found if any(words in folded(a) for a in (p.name, *(i.name for i in p.aliases)))]


def list_sources(store: Store) -> list[Source]:
    """Give every document with what was made of it, in the order of names."""
    told = select(events.c.document, func.count().label("n")).group_by(events.c.document).subquery()
    left = select(left_out.c.document, func.count().label("n")).group_by(left_out.c.document).subquery()
    d = documents.c
    query = (
        select(
            d.id, d.name, d.title, d.publisher, d.published,
            func.coalesce(told.c.n, 0), func.coalesce(left.c.n, 0), codings.c.coder, codings.c.coded_at_utc,
        )
        .join(codings, codings.c.document == d.id)
        .outerjoin(told, told.c.document == d.id)
        .outerjoin(left, left.c.document == d.id)
        .order_by(d.name, d.id)
    )
    with store.reading() as connection:
        return [Source(*row) for row in connection.execute(query)]


def all_readings(store: Store) -> Iterator[tuple[Document, Coding]]:
    """Give every document with its coding, in the order of names."""
    for source in list_sources(store):
        document, coding = find_document(store, source.document), find_coding(store, source.document)
        if document is not None and coding is not None:
            yield document, coding


def all_codings(store: Store) -> Iterator[Coding]:
    """Give every coding, in the order of the documents' names."""
    return (coding for _, coding in all_readings(store))

"""What a store holds, as exports read it: many documents a question, because a store may hold a document for every event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from contested.exchange.incidents import Grouping
from contested.model.documents import Document
from contested.model.events import Coding, Event, LeftOut, Profile
from contested.store.ask import NOT_REJECTED, EventFilter, conditions, list_sources
from contested.store.database import Store
from contested.store.identities import find_identities
from contested.store.incidents import find_incidents
from contested.store.linking import found_copies
from contested.store.rows import document_of
from contested.store.schema import codings, documents, events, left_out, profiles

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class StoredReadings:
    """The documents of a store with their codings, in the order of names; may be gone through again and again.

    Where a filter is given, only the events that pass it, the documents that tell them, and nothing that was left out.
    """

    store: Store
    wanted: EventFilter | None = None

    def __iter__(self) -> Iterator[tuple[Document, Coding]]:
        wanted = iter(self._documents())
        while some := list(islice(wanted, _AT_ONCE)):
            with self.store.reading() as connection:
                readings = dict(_readings(connection, some, self.wanted))
            yield from (readings[i] for i in some if i in readings)

    def _documents(self) -> list[str]:
        sources = [s.document for s in list_sources(self.store)]
        if self.wanted is None:
            return sources
        with self.store.reading() as connection:
            telling = set(connection.scalars(select(events.c.document).where(*conditions(self.wanted)).distinct()))
        return [s for s in sources if s in telling]


def stored_grouping(store: Store) -> Grouping:
    """Give which events of a store are one, which documents repeat another, and which names are one body."""
    copied = {c.document: c.original for c in found_copies(store)}
    return Grouping({m.ref: i.members[0].ref for i in find_incidents(store) if len(i.members) > 1 for m in i.members}, copied, find_identities(store))


def _readings(connection: Connection, some: Sequence[str], wanted: EventFilter | None) -> Iterator[tuple[str, tuple[Document, Coding]]]:
    told = _grouped(connection, events, some, *((NOT_REJECTED,) if wanted is None else conditions(wanted)))
    left = _grouped(connection, left_out, some) if wanted is None else {}
    about = {r.document: r.body for r in connection.execute(select(profiles).where(profiles.c.document.in_(some)))}
    coded = {r.document: r for r in connection.execute(select(codings).where(codings.c.document.in_(some)))}
    for row in connection.execute(select(documents).where(documents.c.id.in_(some))):
        document, made = document_of(row._asdict()), coded[row.id]
        profile = about.get(row.id)
        yield row.id, (
            document,
            Coding(
                document=made.rest["document"], sha256=document.sha256, coder=made.coder, notes=tuple(made.rest["notes"]),
                profile=Profile.model_validate(profile) if profile else None,
                events=tuple(Event.model_validate(r.body) for r in told.get(row.id, ())),
                left_out=tuple(LeftOut(text=r.text, start=r.first, end=r.past, why=r.why, detail=r.detail) for r in left.get(row.id, ())),
            ),
        )  # fmt: skip


def _grouped(connection: Connection, table: Table, some: Sequence[str], *conditions: ColumnElement[bool]) -> dict[str, list[Any]]:
    rows: dict[str, list[Any]] = {}
    for row in connection.execute(select(table).where(table.c.document.in_(some), *conditions).order_by(table.c.document, table.c.position)):
        rows.setdefault(row.document, []).append(row)
    return rows

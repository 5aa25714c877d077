"""Incidents: the groups of events of different documents that are one, as the merges in force add them up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, or_, select

from contested.linking.across.records import Ref, Telling, incident_id
from contested.linking.actors.identities import Identities, known_by
from contested.model.events import Event
from contested.store.database import Store
from contested.store.identities import read_identities
from contested.store.link_schema import copies
from contested.store.merges import Kind, MergeRow, in_force, read_merges, reattached
from contested.store.schema import events


@dataclass(frozen=True, slots=True)
class Incident:
    """Events that are one, sorted. ``id`` names the first of them, so it stays while later ones come and go."""

    id: str
    members: tuple[Telling, ...]

    @property
    def sources(self) -> int:
        """Count the sources: a text that repeats another is none of its own."""
        return len({m.source for m in self.members})


def find_incidents(store: Store) -> tuple[Incident, ...]:
    """Give every incident, events that nothing was joined to among them, in the order of their first events.

    Actors bear the names by which they were known on the day, as was decided.
    """
    with store.reading() as connection:
        rows = read_merges(connection)
        tellings = as_known(read_tellings(connection), read_identities(connection))
    by_ref = {t.ref: t for t in tellings}
    groups = fold(reattached(rows, tellings), by_ref)
    grouped = {ref for group in groups for ref in group}
    every = sorted([*groups, *((ref,) for ref in by_ref if ref not in grouped)])
    return tuple(Incident(incident_id(g[0]), tuple(by_ref[ref] for ref in g)) for g in every)


def as_known(tellings: Iterable[Telling], identities: Identities) -> tuple[Telling, ...]:
    """Name the actors of events as they were known on the day."""
    return tuple(replace(t, event=known_by(t.event, identities)) for t in tellings)


def fold(rows: Sequence[MergeRow], known: Iterable[Ref]) -> list[tuple[Ref, ...]]:
    """Add up the merges in force: groups of the events that are known, each sorted; single events are left out."""
    home: dict[Ref, Ref] = {}

    def root(ref: Ref) -> Ref:
        while (above := home.get(ref, ref)) != ref:
            ref = above
        return ref

    for row in in_force(rows):
        if row.kind is Kind.MERGE:
            first, second = sorted((root(row.left), root(row.right)))
            home[second] = first
    groups: dict[Ref, list[Ref]] = {}
    for ref in known:
        groups.setdefault(root(ref), []).append(ref)
    return sorted(tuple(sorted(g)) for g in groups.values() if len(g) > 1)


def read_tellings(connection: Connection, copied: Mapping[str, str] | None = None, document: str | None = None) -> tuple[Telling, ...]:
    """Give every event (of one document) that no person rejected, with the document that its own repeats.

    ``copied`` stands for the table of copies.
    """
    if copied is None:
        copied = {row.document: row.original for row in connection.execute(select(copies))}
    query = select(events.c.document, events.c.id, events.c.body).where(or_(events.c.reviewed.is_(None), events.c.reviewed != "rejected"))
    if document is not None:
        query = query.where(events.c.document == document)
    rows = connection.execute(query.order_by(events.c.document, events.c.position))
    return tuple(Telling(Ref(r.document, r.id), Event.model_validate(r.body), copied.get(r.document)) for r in rows)

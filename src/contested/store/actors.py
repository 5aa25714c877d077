"""Actors of a store as the bodies that were decided: counted, and with their events, under every name they went by."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sqlalchemy import select

from contested.linking.actors.identities import Identities
from contested.store.ask import ActorCount, EventFilter, StoredEvent, count_actors, find_events
from contested.store.database import Store
from contested.store.identities import find_identities
from contested.store.rows import folded
from contested.store.schema import events, parties


def count_bodies(store: Store) -> list[tuple[ActorCount, tuple[str, ...]]]:
    """Give every actor with its number of events by role and the other names under which those tell of it, the most active first."""
    identities = find_identities(store)
    if not identities:
        return [(count, ()) for count in count_actors(store)]
    query = select(parties.c.name, parties.c.role, events.c.date_start).join(
        events, (events.c.document == parties.c.document) & (events.c.id == parties.c.event)
    )
    roles: dict[str, Counter[str]] = {}
    others: dict[str, set[str]] = {}
    with store.reading() as connection:
        for name, role, day in connection.execute(query):
            body = identities.name_on(name, day)
            roles.setdefault(body, Counter())[role] += 1
            others.setdefault(body, set()).update({name} - {body})
    counts = [ActorCount(n, c["perpetrator"], c["target"], c["claimant"]) for n, c in roles.items()]
    ordered = sorted(counts, key=lambda a: (-(a.perpetrator + a.target), -a.claimant, a.name))
    return [(count, tuple(sorted(others[count.name]))) for count in ordered]


def events_of_body(store: Store, wanted: EventFilter) -> list[StoredEvent]:
    """Give the events of every actor whose name holds the words of ``wanted.actor``, also under the names it goes by besides."""
    identities = find_identities(store)
    found = find_events(store, wanted)
    if not identities or not wanted.actor:
        return found
    words = folded(wanted.actor)
    with store.reading() as connection:
        names = [n for n in connection.scalars(select(parties.c.name).distinct()) if words in folded(n)]
    known = {n for name in names for n in identities.names_of(name)}
    more = [e for n in sorted(known - set(names)) for e in find_events(store, replace(wanted, actor=n)) if _is_of(e, names, identities)]
    every = {(e.document, e.event.id): e for e in (*found, *more)}
    return sorted(every.values(), key=lambda e: (e.event.date.start is None, str(e.event.date.start), e.name, e.document))


def _is_of(stored: StoredEvent, names: list[str], identities: Identities) -> bool:
    """Does the event tell of one of these bodies, by the name it had on the day?"""
    event, day = stored.event, stored.event.date.start
    bodies = {identities.name_on(n, day) for n in names}
    told = (*(p.name for p in (*event.perpetrators, *event.targets)), *(c.party for c in event.claims))
    return any(identities.name_on(n, day) in bodies for n in told)

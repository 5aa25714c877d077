"""Actors as the pages show them: each body once, with the events of all names that it goes by, each on its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import nulls_last, select

from contested.linking.across.records import Ref
from contested.linking.actors.identities import NOBODY, Identities, known_by
from contested.linking.actors.records import ActorRelation, Bond
from contested.model.events import Profile
from contested.store.actors import count_bodies
from contested.store.ask import NOT_REJECTED, ActorCount, EventFilter, StoredEvent
from contested.store.browse import find_events_of, profiles_named
from contested.store.database import Store
from contested.store.identities import find_identities
from contested.store.narrowing import NameInTime
from contested.store.rows import folded
from contested.store.schema import events, parties


@dataclass(frozen=True, slots=True)
class BodyCount(ActorCount):
    """An actor, in how many events it has which role, and the other names under which those tell of it."""

    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """An actor under its last name, with all names that lead to it at some time, its own first, and the bonds between them."""

    name: str
    names: tuple[str, ...]
    identities: Identities

    @property
    def bonds(self) -> tuple[Bond, ...]:
        """Give what was decided about its names, and how other bodies stand to it."""
        told = (b for b in self.identities.bonds if b.relation not in (ActorRelation.DIFFERENT, ActorRelation.UNSURE))
        return tuple(b for b in told if b.left in self.names or b.right in self.names)


def last_name(identities: Identities, name: str) -> str:
    """Give the name that a body bears last: what is the same at all times, and what it was renamed to."""
    if len(identities.names_of(name)) == 1:
        return name
    renamed = [b for b in identities.bonds if b.relation is ActorRelation.RENAMED]
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        name = identities.name_on(name, None)
        of_name = [b for b in renamed if name in (b.left, b.right)]
        name = max(of_name, key=lambda b: b.start or date.min).right if of_name else name
    return name


def list_bodies(store: Store, part: str = "") -> tuple[BodyCount, ...]:
    """Give the bodies of which a name holds these words, with their number of events by role, the most active first."""
    identities = find_identities(store)
    found: dict[str, BodyCount] = {}
    for count, others in count_bodies(store):
        name = last_name(identities, count.name) if identities else count.name
        old = found.get(name, BodyCount(name, 0, 0, 0))
        also = {*old.others, *others, count.name} - {name}
        found[name] = BodyCount(
            name, old.perpetrator + count.perpetrator, old.target + count.target, old.claimant + count.claimant, tuple(sorted(also))
        )
    held = folded(part)
    kept = [b for b in found.values() if not held or any(held in folded(n) for n in (b.name, *b.others))]
    return tuple(sorted(kept, key=lambda b: (-(b.perpetrator + b.target), -b.claimant, b.name)))


def with_bodies(store: Store, wanted: EventFilter) -> EventFilter:
    """Let a filter by actor also hold the events of the bodies that its words name, under their other names, each in its time."""
    identities = find_identities(store) if wanted.actor else NOBODY
    words = folded(wanted.actor or "")
    every = sorted({n for b in identities.bonds for n in (b.left, b.right)})
    meant = {last_name(identities, n) for n in every if words in folded(n)}
    related = sorted({n for m in meant for n in identities.names_of(m) if words not in folded(n)})
    also = (t for n in related for t in _times(identities, n) if last_name(identities, identities.name_on(n, t.first)) in meant)
    return replace(wanted, also=tuple(also))


def _times(identities: Identities, name: str) -> list[NameInTime]:
    """Part time where what a name means may change: days not known, all days before the first change, and from each to the next."""
    related = {*identities.names_of(name)}
    changes = sorted({d for b in identities.bonds if b.left in related for d in (b.start, b.end) if d})
    dated = [NameInTime(name, first, past, False) for first, past in zip((date.min, *changes), (*changes, None), strict=True)]
    return [NameInTime(name, None, date.min, True), *dated]


def find_body(store: Store, name: str) -> Body:
    """Give the body that a name leads to; where nothing was decided it has that name alone."""
    identities = find_identities(store)
    last = last_name(identities, name)
    names = [n for n in identities.names_of(last) if last_name(identities, n) == last]
    return Body(last, tuple(dict.fromkeys((last, *sorted(names)))), identities)


def events_of(store: Store, body: Body, role: str, most: int) -> tuple[int, list[StoredEvent]]:
    """Give the events, by date, in which a body has a role, its parties named as on their day, and how many there are in all."""
    every = body.identities.names_of(body.name)
    query = (
        select(events.c.document, events.c.id, events.c.date_start, parties.c.name)
        .join(parties, (parties.c.document == events.c.document) & (parties.c.event == events.c.id))
        .where(parties.c.name.in_(every), parties.c.role == role, NOT_REJECTED)
        .order_by(nulls_last(events.c.date_start), events.c.document, events.c.position)
    )
    with store.reading() as connection:
        told = [Ref(d, e) for d, e, day, name in connection.execute(query) if body.identities.name_on(name, day) in body.names]
    refs = list(dict.fromkeys(told))
    found = find_events_of(store, refs[:most])
    shown = [found[ref] for ref in refs[:most] if ref in found]
    return len(refs), [replace(f, event=known_by(f.event, body.identities)) for f in shown]


def profiles_of(store: Store, body: Body) -> Sequence[tuple[str, Profile]]:
    """Give the profiles under every name of a body, each with the id of its document."""
    return [found for name in body.names for found in profiles_named(store, name)]

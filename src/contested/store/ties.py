"""Whom an actor meets in events: who stands on the other side, how often, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from contested.store.ask import NOT_REJECTED
from contested.store.bodies import Body, last_name
from contested.store.database import Store
from contested.store.schema import events, parties


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another party of events: ``hit`` counts those in which the actor acts against it, ``hit_by`` the other way round."""

    name: str
    hit: int
    hit_by: int
    first: date | None
    last: date | None


def opponents_in_events(store: Store, body: Body, most: int = 10) -> tuple[Meeting, ...]:
    """Give who stands against a body in events, under every name and each by its last one, those of most events first."""
    identities = body.identities
    own, other = parties.alias("own"), parties.alias("other")
    both = (
        own.join(other, (other.c.document == own.c.document) & (other.c.event == own.c.event))
        .join(events, (events.c.document == own.c.document) & (events.c.id == own.c.event))
    )  # fmt: skip
    query = (
        select(own.c.name, other.c.name, own.c.role, func.count(), events.c.date_start, func.max(events.c.date_end))
        .select_from(both).where(own.c.name.in_(identities.names_of(body.name)), other.c.name != own.c.name, NOT_REJECTED)
        .where(((own.c.role == "perpetrator") & (other.c.role == "target")) | ((own.c.role == "target") & (other.c.role == "perpetrator")))
        .group_by(own.c.name, other.c.name, own.c.role, events.c.date_start)
    )  # fmt: skip
    found: dict[str, Meeting] = {}
    with store.reading() as connection:
        for name, told, role, number, first, last in connection.execute(query):
            named = last_name(identities, identities.name_on(told, first))
            if identities.name_on(name, first) not in body.names or named == body.name:
                continue
            old = found.get(named, Meeting(named, 0, 0, None, None))
            hit, hit_by = (number, 0) if role == "perpetrator" else (0, number)
            days = [d for d in (old.first, first) if d], [d for d in (old.last, last) if d]
            found[named] = Meeting(named, old.hit + hit, old.hit_by + hit_by, min(days[0], default=None), max(days[1], default=None))
    return tuple(sorted(found.values(), key=lambda m: (-m.hit - m.hit_by, m.name))[:most])

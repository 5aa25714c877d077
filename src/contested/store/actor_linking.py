"""Link the actors of a store, and keep what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from contested.linking.across.link import LinkResources
from contested.linking.across.names import ActorNames
from contested.linking.across.records import Level, Telling
from contested.linking.actors.comparing import ActorWeights
from contested.linking.actors.link import link_actors
from contested.linking.actors.records import ActorLinks, ActorPair, ActorRelation
from contested.linking.actors.seeing import changes_told, names_met, see_actors
from contested.model.events import Profile
from contested.store.actor_schema import actor_pairs
from contested.store.database import Store
from contested.store.identities import keep_found, read_actor_links, ruled_pairs
from contested.store.incidents import fold, read_tellings
from contested.store.linking import Linked, link_store
from contested.store.merges import LINKER, read_merges, reattached
from contested.store.schema import log, profiles

ROUNDS = 3
WAITING, FOR, AGAINST = "waiting", "contradiction: for", "contradiction: against"


@dataclass(frozen=True, slots=True)
class LinkedActors:
    """What a run did: names looked at, pairs joined and withdrawn, pairs that wait for a person, contradictions."""

    names: int
    added: int
    withdrawn: int
    waiting: int
    contradictions: int


def link_all(store: Store, resources: LinkResources, weights: ActorWeights) -> tuple[Linked, LinkedActors]:
    """Link events and actors in turn until neither finds more by what the other found, three times at most.

    Raises: StoreError: the database cannot be used; what earlier turns found is kept.
    """
    events, actors = link_store(store, resources), link_actors_of(store, weights, resources.names)
    turns, last = 1, actors
    while turns < ROUNDS and (last.added or last.withdrawn):
        events = _summed(events, link_store(store, resources))
        last = link_actors_of(store, weights, resources.names)
        actors = replace(last, added=actors.added + last.added, withdrawn=actors.withdrawn + last.withdrawn)
        turns += 1
    return events, actors


def _summed(before: Linked, now: Linked) -> Linked:
    return replace(now, added=before.added + now.added, withdrawn=before.withdrawn + now.withdrawn)


def link_actors_of(store: Store, weights: ActorWeights, names: ActorNames) -> LinkedActors:
    """Link all names of actors in a store; a second run changes nothing, and what people decided holds.

    Raises: StoreError: the database cannot be used; nothing was kept.
    """
    with store.reading() as connection:
        tellings = read_tellings(connection)
        seen = see_actors(tellings, (Profile.model_validate(b) for b in connection.scalars(select(profiles.c.body).order_by(profiles.c.document))))
        met = names_met(_incidents(connection, tellings))
        ruled = ruled_pairs(read_actor_links(connection))
    found = link_actors(seen, met, changes_told(tellings), ruled, weights, names)
    with store.writing() as connection:
        added, withdrawn = keep_found(connection, store, found.joined)
        _renew(connection, found)
        if added or withdrawn:
            why = f"{added} pairs of names, {withdrawn} withdrawn, {len(found.waiting)} wait for a person"
            connection.execute(insert(log).values(at_utc=store.now(), who=LINKER, what="link actors", why=why))
    return LinkedActors(len(seen), added, withdrawn, len(found.waiting), len(found.contradictions))


def _incidents(connection: Connection, tellings: Sequence[Telling]) -> list[list[Telling]]:
    by_ref = {t.ref: t for t in tellings}
    return [[by_ref[r] for r in group] for group in fold(reattached(read_merges(connection), tellings), by_ref)]


def _renew(connection: Connection, found: ActorLinks) -> None:
    connection.execute(delete(actor_pairs))
    told = [(WAITING, p) for p in found.waiting]
    told += [(state, p) for c in found.contradictions for state, p in ((FOR, c.joined), (AGAINST, c.against))]
    rows = [
        {
            "position": n, "state": state, "left": p.left, "right": p.right, "relation": p.relation.value, "bits": p.bits,
            "levels": [list(x) for x in p.levels], "day": p.day,
        }
        for n, (state, p) in enumerate(told)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(actor_pairs), rows)


def found_actor_pairs(store: Store, state: str) -> tuple[ActorPair, ...]:
    """Give the pairs of the last run of one state, in its order: the surest first; contradictions side by side."""
    with store.reading() as connection:
        rows = connection.execute(select(actor_pairs).where(actor_pairs.c.state == state).order_by(actor_pairs.c.position))
        return tuple(_pair(r) for r in rows)


def _pair(row: Row[Any]) -> ActorPair:
    return ActorPair(row.left, row.right, ActorRelation(row.relation), row.bits, tuple(Level(*x) for x in row.levels), row.day)

"""Contradictions that linking found: A is B, B is C, A is not C; for events and for names of actors."""

from __future__ import annotations

from dataclasses import dataclass

from contested.linking.across.records import Comparison, Ref
from contested.linking.actors.records import ActorContradiction
from contested.store import actor_linking
from contested.store.database import Store
from contested.store.linking import AGAINST, FOR, found_links
from contested.store.ruling import merged_groups, pairs_ruled_on


@dataclass(frozen=True, slots=True)
class Clash:
    """``joined`` speaks for one event; ``against``, of the same two groups, forbids it. None: a ruling or one document does."""

    joined: Comparison
    against: Comparison | None


def event_contradictions(store: Store) -> tuple[Clash, ...]:
    """Give those that the last run found and nobody has ruled on since, the surest first."""
    ruled = pairs_ruled_on(store)
    found = [c for c in found_links(store, FOR) if c.pair not in ruled]
    if not found:
        return ()
    group = {ref: members[0] for _, members in merged_groups(store) for ref in members}

    def between(c: Comparison) -> frozenset[Ref]:
        return frozenset(group.get(ref, ref) for ref in c.pair)

    against = {between(c): c for c in found_links(store, AGAINST)}
    return tuple(Clash(c, against.get(between(c))) for c in found)


def actor_contradictions(store: Store) -> tuple[ActorContradiction, ...]:
    """Give those between names that the last run found."""
    pairs = (actor_linking.found_actor_pairs(store, state) for state in (actor_linking.FOR, actor_linking.AGAINST))
    return tuple(ActorContradiction(joined, against) for joined, against in zip(*pairs, strict=True))

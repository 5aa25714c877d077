"""Gather from the tellings of a store which names act in it, and what is known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from contested.linking.across.names import generic
from contested.linking.across.records import Level, Telling
from contested.linking.actors.records import ActorPair, ActorRelation, ActorSeen
from contested.model.events import Event, Profile
from contested.model.vocabulary import ActorKind

_NO_BODY = frozenset({ActorKind.CIVILIANS, ActorKind.SOURCE})
_UNTELLING = frozenset({"", ActorKind.UNKNOWN})
TOLD_BITS = 0.0
_FORMER = ("former", "previous", "until", "old")


@dataclass(slots=True)
class _Tally:
    events: int = 0
    kinds: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)


def see_actors(tellings: Iterable[Telling], profiles: Iterable[Profile]) -> tuple[ActorSeen, ...]:
    """Give every name of a body that acts, is hit or speaks; civilians and bare words ("soldiers") are left away."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for telling in tellings:
        event = telling.event
        kinds = _named(event)
        for name, kind in kinds.items():
            tally = tallies[name]
            tally.events += 1
            tally.kinds |= {kind} - _UNTELLING
            tally.countries |= {event.place.country} if event.place and event.place.country else set()
            tally.days += [event.date.start] if event.date.start else []
            tally.beside |= _beside(name, event)
    aliases = _aliases(profiles)
    return tuple(
        ActorSeen(
            name, t.events, frozenset(t.kinds), frozenset(t.countries), min(t.days, default=None), max(t.days, default=None), frozenset(t.beside),
            aliases.get(name),
        )
        for name, t in sorted(tallies.items())
    )  # fmt: skip


def _named(event: Event) -> dict[str, str]:
    """Give the names of bodies in an event with their kinds; a speaker's kind is not known."""
    named = {c.party: "" for c in event.claims} | {c.asserted_by: "" for c in event.casualties if c.asserted_by}
    named |= {p.name: p.kind for p in (*event.perpetrators, *event.targets)}
    return {n: k for n, k in named.items() if k not in _NO_BODY and n[:1].isupper() and not generic(n)}


def _beside(name: str, event: Event) -> set[str]:
    """Give the other parties of the act where this is one: who tells of it may be one of them by another name."""
    parties = {p.name for p in (*event.perpetrators, *event.targets)}
    return parties - {name} if name in parties else set()


def _aliases(profiles: Iterable[Profile]) -> Mapping[str, Mapping[str, bool]]:
    found: dict[str, dict[str, bool]] = {}
    for profile in profiles:
        for item in profile.aliases:
            former = any(w in (item.qualifier or "").casefold() for w in _FORMER)
            found.setdefault(profile.name, {})[item.name] = former
    return found


def names_met(incidents: Iterable[Sequence[Telling]]) -> frozenset[frozenset[str]]:
    """Give the pairs of names that two documents give in one place of one incident, where each gives that one only."""
    met: set[frozenset[str]] = set()
    for members in incidents:
        for role in ("perpetrators", "targets"):
            single = {m.ref.document: p[0].name for m in members for p in (getattr(m.event, role),) if len(p) == 1}
            met |= {frozenset(pair) for pair in combinations(sorted(set(single.values())), 2)}
    return frozenset(met)


def changes_told(tellings: Iterable[Telling]) -> Iterator[ActorPair]:
    """Give the mergers and splits that events tell of, for a person to decide about."""
    for telling in tellings:
        event = telling.event
        doers, others = ([p.name for p in parties if p.name[:1].isupper()] for parties in (event.perpetrators, event.targets))
        levels = (Level("event", f"{event.action} told in {telling.ref}"),)
        if event.action == "split":
            yield from (ActorPair(d, o, ActorRelation.SPLIT, TOLD_BITS, levels, event.date.start) for d in doers for o in others)
        elif event.action in ("merger", "allegiance"):
            pairs = [(d, o) for d in doers for o in others] if others else list(combinations(doers, 2))
            yield from (ActorPair(d, o, ActorRelation.MERGED, TOLD_BITS, levels, event.date.start) for d, o in pairs if event.action == "merger" or others)

"""Find events that follow from others: the freed after their abduction, the verdict after the arrest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from contested.linking.across.comparing import party_level, place_level
from contested.linking.across.names import ActorNames
from contested.linking.across.records import Comparison, Level, Relation, pair_of
from contested.linking.across.tables import LinkTables
from contested.linking.across.traits import Traits

SEQUEL_BITS = 1.0
CROWDED = 250
_GOOD = frozenset({"same", "alike"})


def find_sequels(events: Sequence[Traits], tables: LinkTables, names: ActorNames) -> tuple[Comparison, ...]:
    """Give pairs of events of which one follows from the other: acts of the table, at one place, with one actor in common."""
    acts = {a for pair in tables.sequels for a in pair}
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        if event.action in acts and event.town and not event.aggregate:
            for word in event.place_words:
                by_word[word].append(n)
    found: dict[tuple[int, int], Comparison] = {}
    for first, then in _pairs(by_word, events, tables.sequels):
        comparison = _sequel(events[first], events[then], tables, names)
        if comparison:
            found[first, then] = comparison
    return tuple(found[k] for k in sorted(found))


def _pairs(by_word: Mapping[str, Sequence[int]], events: Sequence[Traits], sequels: Mapping[tuple[str, str], int]) -> Iterator[tuple[int, int]]:
    for members in by_word.values():
        if len(members) <= CROWDED:
            yield from ((a, b) for a in members for b in members if (events[a].action, events[b].action) in sequels)


def _sequel(first: Traits, then: Traits, tables: LinkTables, names: ActorNames) -> Comparison | None:
    if first.ref.document == then.ref.document or first.first is None or then.first is None:
        return None
    gap = then.first - first.first
    place = place_level(first, then)
    actor = party_level(first.authors | first.targets, then.authors | then.targets, names)
    if not 0 <= gap <= tables.sequels[first.action, then.action] or place not in _GOOD or actor not in ("same", "kin"):
        return None
    levels = (Level("sequel", f"{gap} days later"), Level("place", place), Level("author", actor))
    pair = pair_of(first.ref, then.ref)
    return Comparison(pair, Relation.FOLLOWS, SEQUEL_BITS, levels, pair.left == first.ref)

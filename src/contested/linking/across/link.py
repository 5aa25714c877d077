"""Link the events of many documents."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from contested.linking.across.blocking import candidate_pairs
from contested.linking.across.clustering import Rulings, cluster, doubtful
from contested.linking.across.comparing import compare, date_level
from contested.linking.across.names import ActorNames
from contested.linking.across.records import Comparison, Links, Ref, Relation, Telling
from contested.linking.across.sequels import find_sequels
from contested.linking.across.tables import LinkTables
from contested.linking.across.traits import Traits, traits_of


@dataclass(frozen=True, slots=True)
class LinkResources:
    """What linking looks things up in."""

    tables: LinkTables
    names: ActorNames

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> LinkResources:
        """Read the tables of weights and of actors, with those of a user's folders."""
        return cls(LinkTables.load(extra), ActorNames.load(extra))


def link_tellings(tellings: Sequence[Telling], resources: LinkResources, rulings: Rulings | None = None) -> Links:
    """Find which events of different documents are one, which wait for a person, and which are otherwise related.

    The result does not depend on the order of the tellings.
    """
    with _without_collecting():
        return _link(sorted(tellings, key=lambda t: t.ref), resources, rulings or Rulings())


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let the collector rest: nothing here makes cycles, and it would walk all records anew each time their number grows."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _link(ordered: Sequence[Telling], resources: LinkResources, rulings: Rulings) -> Links:
    traits = [traits_of(t, resources.names) for t in ordered]
    by_ref = {t.ref: t for t in traits}

    def weigh(one: Ref, other: Ref) -> Comparison:
        return compare(by_ref[one], by_ref[other], resources.tables, resources.names)

    compared = [c for a, b in candidate_pairs(traits) if (c := _worth(traits[a], traits[b], resources))]
    ruled = _still_there(rulings, by_ref)
    merges, contradictions = cluster(compared, weigh, ruled, lambda pair: _told_apart(by_ref[pair.left], by_ref[pair.right]), {c.pair: c for c in compared})
    related = (*(c for c in compared if c.relation is Relation.PART_OF), *find_sequels(traits, resources.tables, resources.names))
    waiting = doubtful(compared, merges, ruled.apart)
    return Links(merges, waiting, tuple(sorted(related, key=lambda c: (c.pair, c.relation))), contradictions)


def _worth(left: Traits, right: Traits, resources: LinkResources) -> Comparison | None:
    """Compare two events; None where they are different, at the least cost where their days lie apart."""
    if date_level(left, right) == "apart":
        return None
    made = compare(left, right, resources.tables, resources.names)
    return made if made.relation is not Relation.DIFFERENT else None


def _told_apart(left: Traits, right: Traits) -> bool:
    """Does one document tell two events in sentences of their own? One sentence may have been read as two events."""
    if left.ref.document != right.ref.document:
        return False
    return not any(a < end and start < b for a, b in left.spans for start, end in right.spans)


def _still_there(rulings: Rulings, known: dict[Ref, Traits]) -> Rulings:
    """Leave out what people ruled about events that are no longer told."""
    return Rulings(
        tuple(p for p in rulings.same if p.left in known and p.right in known),
        frozenset(p for p in rulings.apart if p.left in known and p.right in known),
    )  # fmt: skip

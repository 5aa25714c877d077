"""Find which names of actors are one body: those near certain are joined, the doubtful wait for a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from contested.linking.across.names import ActorNames, initials, particular_words
from contested.linking.across.records import Level
from contested.linking.actors.comparing import DOUBTFUL_BITS, ActorWeights, compare_actors, worth
from contested.linking.actors.records import ActorContradiction, ActorLinks, ActorPair, ActorRelation, ActorSeen

AGAINST_BITS = -4.0
CROWDED = 150
Names = frozenset[str]


def link_actors(
    actors: Sequence[ActorSeen], met: Collection[Names], told: Iterable[ActorPair], ruled: Collection[Names], weights: ActorWeights, names: ActorNames
) -> ActorLinks:
    """Link the names of a store.

    Args: met: pairs of names that two documents give in one place of one incident. told: mergers and splits that events
          tell of, which always wait for a person. ruled: pairs about which a person has decided: left out.
    """
    by_name = {a.name: a for a in actors}
    compared = [
        compare_actors(by_name[a], by_name[b], frozenset((a, b)) in met, weights, names)
        for a, b in sorted(_candidates(actors, met, names))
        if frozenset((a, b)) not in ruled
    ]
    sure = [p for p in compared if p.relation is ActorRelation.SAME]
    against = {frozenset((p.left, p.right)): p for p in compared if p.bits <= AGAINST_BITS}
    pairs, contradictions = _join(sorted(sure, key=lambda p: (-p.bits, p.left, p.right)), against)
    joined = tuple(_by_best_name(pairs, lambda name: worth(by_name[name], names)))
    open_pairs = [p for p in compared if p.bits >= DOUBTFUL_BITS and p.relation not in (ActorRelation.SAME, ActorRelation.DIFFERENT)]
    open_pairs += [c.joined for c in contradictions]
    open_pairs += [p for p in told if frozenset((p.left, p.right)) not in ruled]
    return ActorLinks(joined, tuple(sorted(open_pairs, key=lambda p: (-p.bits, p.left, p.right, p.relation))), contradictions)


def _join(sure: Sequence[ActorPair], against: Mapping[Names, ActorPair]) -> tuple[tuple[ActorPair, ...], tuple[ActorContradiction, ...]]:
    """Join the surest first; a pair between two groups of which any two members are clearly others is a contradiction."""
    group: dict[str, frozenset[str]] = {}
    joined: list[ActorPair] = []
    contradictions: list[ActorContradiction] = []
    for pair in sure:
        left, right = (group.get(n, frozenset((n,))) for n in (pair.left, pair.right))
        between = (against.get(frozenset((a, b))) for a in sorted(left) for b in sorted(right))
        if (worst := next((p for p in between if p is not None), None)) is not None:
            contradictions.append(ActorContradiction(pair, worst))
            continue
        if left != right:
            joined.append(pair)
            group |= dict.fromkeys(left | right, left | right)
    return tuple(joined), tuple(contradictions)


def _by_best_name(pairs: Sequence[ActorPair], worth_of: Callable[[str], Any]) -> Iterator[ActorPair]:
    """Let every name of a group be known by the best of them, on the strength of the pair that brought it in."""
    linked: dict[str, list[ActorPair]] = defaultdict(list)
    for pair in pairs:
        linked[pair.left].append(pair)
        linked[pair.right].append(pair)
    done: set[str] = set()
    for name in sorted(linked):
        if name in done:
            continue
        group, waiting = {name}, [name]
        while waiting:
            one = waiting.pop()
            new = {n for p in linked[one] for n in (p.left, p.right)} - group
            group, waiting = group | new, [*waiting, *sorted(new)]
        done |= group
        best = max(group, key=worth_of)
        for member in sorted(group - {best}):
            by = max(linked[member], key=lambda p: (best in (p.left, p.right), p.bits, p.right))
            other = by.right if by.left == member else by.left
            yield replace(by, left=member, right=best, levels=by.levels if other == best else (*by.levels, Level("by", other)))


def _candidates(actors: Sequence[ActorSeen], met: Collection[Names], names: ActorNames) -> set[tuple[str, str]]:
    """Give the pairs worth comparing, by names: they share a particular word, initials, a row of the tables, an alias or an incident."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for actor in actors:
        for key in set(_keys(actor, names)):
            blocks[key].append(actor.name)
    known = {a.name for a in actors}
    pairs = {(a, b) for block in blocks.values() if len(block) <= CROWDED for a in block for b in block if a < b}
    pairs |= {(a, b) for two in met if len(two) == 2 for a, b in (sorted(two),)}
    return {(a, b) for a, b in pairs if a in known and b in known}


def _keys(actor: ActorSeen, names: ActorNames) -> Iterator[str]:
    for name in (actor.name, *(actor.aliases or ())):
        yield from (f"word {w}" for w in particular_words(name))
        yield from (f"begins {w[:4]}" for w in particular_words(name) if len(w) > 5)
        yield f"initials {initials(name) or name.casefold()}"
    yield f"table {names.fullest_of(actor.name)}"

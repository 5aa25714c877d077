"""Join pairs that are near certain into groups, and say where the pairs of a group speak against each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from contested.linking.across.comparing import DOUBTFUL_BITS, JOINED_BITS
from contested.linking.across.records import Comparison, Contradiction, Merge, Pair, Ref, Relation, pair_of

Compare = Callable[[Ref, Ref], Comparison]
AGAINST_BITS = -4.0
MEAN_BITS, MEAN_BITS_OF_GROUPS = 1.0, JOINED_BITS


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people decided about pairs of events: the same whatever the score, or never the same."""

    same: tuple[Pair, ...] = ()
    apart: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class _Groups:
    """Groups that grow while pairs are joined; ``home`` is the group of each event."""

    home: dict[Ref, int] = field(default_factory=dict)
    members: dict[int, tuple[Ref, ...]] = field(default_factory=dict)

    def of(self, ref: Ref) -> tuple[Ref, ...]:
        """Give the group of an event."""
        return self.members[self.home[ref]] if ref in self.home else (ref,)

    def join(self, left: Ref, right: Ref) -> None:
        """Make one group of two."""
        together = tuple(sorted((*self.of(left), *self.of(right))))
        at = min(self.home.get(left, len(self.home) + len(self.members) + 1), self.home.get(right, len(self.home) + len(self.members) + 2))
        for old in {self.home[r] for r in (left, right) if r in self.home}:
            del self.members[old]
        self.members[at] = together
        self.home.update(dict.fromkeys(together, at))


def cluster(
    pairs: Iterable[Comparison], compare: Compare, rulings: Rulings, told_apart: Callable[[Pair], bool], scored: Mapping[Pair, Comparison]
) -> tuple[tuple[Merge, ...], tuple[Contradiction, ...]]:
    """Join groups of events, the surest pair first; give the merges in order, and the pairs that speak against each other.

    Two groups become one if their best pair is near certain, the mean over all pairs between them speaks for it, and no
    pair of them was ruled apart or is ``told_apart`` by one document. A pair that could not be joined for such a reason, and
    rulings that contradict a comparison, are given as contradictions.
    """
    groups, known = _Groups(), dict(scored)
    merges: list[Merge] = []
    contradictions: list[Contradiction] = []

    def weigh(one: Ref, other: Ref) -> Comparison:
        pair = pair_of(one, other)
        if pair not in known:
            known[pair] = compare(one, other)
        return known[pair]

    for pair in rulings.same:
        _join(weigh(*pair), groups, merges)
    near_certain = [c for c in pairs if c.relation is Relation.SAME and c.bits >= JOINED_BITS]
    for best in sorted(near_certain, key=lambda c: (-c.bits, c.pair)):
        left, right = groups.of(best.pair.left), groups.of(best.pair.right)
        if left == right:
            continue
        between = [weigh(a, b) for a in left for b in right]
        against = _against(between, rulings.apart, told_apart)
        if against is not None and against.pair != best.pair:
            contradictions.append(Contradiction(best, against))
        if against is None and _agree(between, len(left), len(right)):
            _join(best, groups, merges)
    return tuple(merges), tuple(contradictions)


def _join(best: Comparison, groups: _Groups, merges: list[Merge]) -> None:
    left, right = groups.of(best.pair.left), groups.of(best.pair.right)
    if left != right:
        merges.append(Merge(best, left, right))
        groups.join(best.pair.left, best.pair.right)


def _agree(between: Sequence[Comparison], left: int, right: int) -> bool:
    """Do the pairs between two groups agree? More is asked where both have several members: each then holds a version of its own."""
    return sum(c.bits for c in between) / len(between) >= (MEAN_BITS if min(left, right) == 1 else MEAN_BITS_OF_GROUPS)


def _against(between: Sequence[Comparison], apart: Collection[Pair], told_apart: Callable[[Pair], bool]) -> Comparison | None:
    """Find what forbids to join two groups: a ruling, two events of one document, or a pair that is clearly different."""
    for one in between:
        if one.pair in apart or told_apart(one.pair):
            return one
    worst = min(between, key=lambda c: (c.bits, c.pair))
    return worst if worst.bits <= AGAINST_BITS else None


def doubtful(pairs: Iterable[Comparison], merges: Sequence[Merge], apart: Collection[Pair] = frozenset()) -> tuple[Comparison, ...]:
    """Give the pairs that wait for a person: neither joined, nor ruled apart, nor clearly different; the surest first."""
    home = {ref: n for n, group in enumerate(groups_of(merges)) for ref in group}
    waiting = [
        c for c in pairs
        if c.relation in (Relation.SAME, Relation.UNSURE) and c.bits >= DOUBTFUL_BITS and c.pair not in apart
        and (c.pair.left not in home or home[c.pair.left] != home.get(c.pair.right))
    ]  # fmt: skip
    return tuple(sorted(waiting, key=lambda c: (-c.bits, c.pair)))


def groups_of(merges: Iterable[Merge]) -> list[tuple[Ref, ...]]:
    """Give the groups that merges make, each sorted, in order of their first event."""
    groups = _Groups()
    for merge in merges:
        groups.join(merge.best.pair.left, merge.best.pair.right)
    return sorted(groups.members.values())

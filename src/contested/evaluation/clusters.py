"""How well groups of events agree with the right groups: pairwise and B-cubed, and simple rules to stand beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairwise(gold: Iterable[Sequence[Item]], made: Iterable[Sequence[Item]]) -> Agreement:
    """Compare the pairs of items that stand in one group."""
    right, found = _pairs(gold), _pairs(made)
    both = len(right & found)
    return Agreement(both / len(found) if found else 1.0, both / len(right) if right else 1.0)


def b_cubed(gold: Iterable[Sequence[Item]], made: Iterable[Sequence[Item]]) -> Agreement:
    """Average over the items that both have: how much of an item's group is right, and how much of the right one is there."""
    right, found = _homes(gold), _homes(made)
    items = [i for i in right if i in found]
    if not items:
        return Agreement(0.0, 0.0)
    shared = [len(right[i] & found[i]) for i in items]
    precision = sum(n / len(found[i]) for n, i in zip(shared, items, strict=True)) / len(items)
    return Agreement(precision, sum(n / len(right[i]) for n, i in zip(shared, items, strict=True)) / len(items))


def _pairs(groups: Iterable[Sequence[Item]]) -> set[frozenset[Item]]:
    return {frozenset(pair) for group in groups for pair in combinations(set(group), 2)}


def _homes(groups: Iterable[Sequence[Item]]) -> Mapping[Item, frozenset[Item]]:
    return {item: frozenset(group) for group in groups for item in group}


def grouped_by(items: Iterable[Item], same: Callable[[Item, Item], bool]) -> list[tuple[Item, ...]]:
    """Group items by a rule for pairs: what is linked through others is one group. Compares every pair."""
    ordered = list(items)
    home = list(range(len(ordered)))

    def root(n: int) -> int:
        while home[n] != n:
            n = home[n]
        return n

    for a, b in combinations(range(len(ordered)), 2):
        if root(a) != root(b) and same(ordered[a], ordered[b]):
            home[root(b)] = root(a)
    groups: dict[int, list[Item]] = defaultdict(list)
    for n, item in enumerate(ordered):
        groups[root(n)].append(item)
    return [tuple(g) for g in groups.values()]

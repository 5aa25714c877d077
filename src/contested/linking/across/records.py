"""What is compared and what comes of it."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from contested.model.events import Event


class Relation(StrEnum):
    """How two events stand to each other."""

    SAME = "same"
    PART_OF = "part of"
    FOLLOWS = "follows from"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Ref(NamedTuple):
    """An event of a document."""

    document: str
    event: str

    def __str__(self) -> str:
        return f"{self.document}:{self.event}"


def incident_id(first: Ref) -> str:
    """Name an incident by the hash of its first event (document and id)."""
    key = "\x1f".join(first)
    return f"incident-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


class Pair(NamedTuple):
    """Two events of different documents, the smaller reference first."""

    left: Ref
    right: Ref


def pair_of(one: Ref, other: Ref) -> Pair:
    """Order two references."""
    return Pair(one, other) if one <= other else Pair(other, one)


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one document tells it. ``copy_of`` names the document whose text the document repeats, if one."""

    ref: Ref
    event: Event
    copy_of: str | None = None

    @property
    def source(self) -> str:
        """Name the document that counts as the source: copies count as one."""
        return self.copy_of or self.ref.document


class Level(NamedTuple):
    """How alike two events are in one respect."""

    axis: str
    level: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two events compare. ``bits`` is the sum of the weights, ``score`` the probability that they are one event.

    For ``part of`` and ``follows from`` the left event is the part, or the later one, if ``reversed`` is false.
    """

    pair: Pair
    relation: Relation
    bits: float
    levels: tuple[Level, ...]
    reversed: bool = False

    @property
    def score(self) -> float:
        """Give the probability that the two are one event, to four digits."""
        return round(1.0 / (1.0 + math.exp2(-max(-60.0, min(60.0, self.bits)))), 4)


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups of events joined into one, on the strength of their best pair."""

    best: Comparison
    left: tuple[Ref, ...]
    right: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """``joined`` says that two events are one, ``against`` that members of their groups are not: A is B, B is C, A is not C."""

    joined: Comparison
    against: Comparison


@dataclass(frozen=True, slots=True)
class Links:
    """What linking found: the merges in their order, pairs that wait for a person, other relations, contradictions."""

    merges: tuple[Merge, ...]
    doubtful: tuple[Comparison, ...]
    related: tuple[Comparison, ...]
    contradictions: tuple[Contradiction, ...]

"""What is known of a name, how two names compare, and the bonds between them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contested.linking.across.records import Level


class ActorRelation(StrEnum):
    """How the body of the first name stands to that of the second."""

    SAME = "same"
    RENAMED = "renamed to"
    MERGED = "merged into"
    SPLIT = "split from"
    PART_OF = "part of"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ActorSeen:
    """A name in the store: in how many events, of which kinds, where and when, and what profiles call it besides.

    ``beside`` are the names that one event of one document told with it; ``aliases`` those that a profile gives it, each
    with whether it is a former one.
    """

    name: str
    events: int = 0
    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    beside: frozenset[str] = frozenset()
    aliases: Mapping[str, bool] | None = None


@dataclass(frozen=True, slots=True)
class ActorPair:
    """Two names and how they compare; ``left`` is to be known by ``right``. ``day`` is when a merger or split is told to be."""

    left: str
    right: str
    relation: ActorRelation
    bits: float
    levels: tuple[Level, ...]
    day: date | None = None

    @property
    def score(self) -> float:
        """Give the probability that the two are one body, to four digits."""
        return round(1.0 / (1.0 + math.exp2(-max(-60.0, min(60.0, self.bits)))), 4)


@dataclass(frozen=True, slots=True)
class Bond:
    """A decision about two names that holds from ``start`` (included) to ``end`` (excluded); None is open."""

    left: str
    right: str
    relation: ActorRelation
    start: date | None = None
    end: date | None = None

    def holds(self, day: date | None) -> bool:
        """Is the bond in force on a day? On a day that is not known only a bond without bounds is."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class ActorContradiction:
    """``joined`` says that two names are one body, ``against`` that members of their groups are not."""

    joined: ActorPair
    against: ActorPair


@dataclass(frozen=True, slots=True)
class ActorLinks:
    """What linking found: names that are near certainly one body, pairs that wait for a person, contradictions."""

    joined: tuple[ActorPair, ...]
    waiting: tuple[ActorPair, ...]
    contradictions: tuple[ActorContradiction, ...]

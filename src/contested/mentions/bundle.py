"""All mentions of a document, by sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from contested.model.mentions import (
    ActMention,
    ActorMention,
    AttributionMention,
    CountMention,
    Mention,
    PlaceMention,
    TimeMention,
    WeaponMention,
)

M = TypeVar("M", bound=Mention)


def by_sentence(mentions: Iterable[M]) -> Mapping[int, tuple[M, ...]]:
    """Group mentions by sentence, in the order of the text."""
    found: dict[int, list[M]] = defaultdict(list)
    for mention in mentions:
        found[mention.sentence].append(mention)
    return {n: tuple(sorted(ms, key=lambda m: (m.start, m.end))) for n, ms in found.items()}


@dataclass(frozen=True)
class Mentions:
    """The mentions of a document, each kind by sentence index."""

    times: Mapping[int, tuple[TimeMention, ...]] = field(default_factory=dict)
    places: Mapping[int, tuple[PlaceMention, ...]] = field(default_factory=dict)
    actors: Mapping[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    counts: Mapping[int, tuple[CountMention, ...]] = field(default_factory=dict)
    weapons: Mapping[int, tuple[WeaponMention, ...]] = field(default_factory=dict)
    acts: Mapping[int, tuple[ActMention, ...]] = field(default_factory=dict)
    attributions: Mapping[int, tuple[AttributionMention, ...]] = field(default_factory=dict)

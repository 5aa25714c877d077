"""Words of a sentence that could name a place, as finding and resolving read them."""

from __future__ import annotations

from dataclasses import dataclass

from contested.mentions.places.words import Listed, PlaceType


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that could name a place. Token indices into the sentence, both ends included.

    ``first``/``last`` span all words of the mention, ``name`` is the part to look up. ``strength`` is that of the cue,
    0 without one. ``kind`` is the type noun with it, ``direction`` the word for a part of it ("western"), "" without.
    ``noun``: the kind of place that a noun before the name says ("city of"); ``shouting``: a text of capitals.
    ``small``: the words call it a village; ``speaks``: it is the subject of a verb of saying; ``parts``: the two ends
    of a road or border.
    """

    sentence: int
    first: int
    last: int
    head: int
    name: str
    cue: str
    strength: int
    kind: PlaceType | None
    direction: str
    listed: Listed | None
    ent: str
    noun: str = ""
    small: bool = False
    shouting: bool = False
    speaks: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spots:
    """What one sentence holds: spots in order, the countries whose demonyms or bodies it names, the words of persons' names."""

    spots: tuple[Spot, ...]
    countries: tuple[str, ...]
    persons: tuple[str, ...] = ()

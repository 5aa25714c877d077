"""Which countries and divisions a document is about, as a whole and at each sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contested.mentions.places.entries import DIVISION1, Hit
from contested.mentions.places.spotting import Spot, Spots
from contested.mentions.places.words import PlaceWords
from contested.model.documents import BlockKind, Document
from contested.model.syntax import Analysis

_NAMED, _DEMONYM, _HEADING_FACTOR, _PLACE = 1.0, 0.5, 2.0, 1.0
_NEIGHBOUR = 0.15
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_KNOWN_TOWN = 50_000


@dataclass(slots=True)
class Local:
    """What has been named so far in the block that is being read; reset at each block."""

    block: int = -1
    country: str | None = None
    admin1: str | None = None
    admin1_sentence: int = -1


@dataclass(frozen=True, slots=True)
class Context:
    """The weight of each country in a document: shares of 1; ``named`` are those that it names in words."""

    shares: dict[str, float]
    named: frozenset[str]
    near: frozenset[str] = field(default_factory=frozenset)

    def prior(self, country: str) -> float:
        """Give how much a document is about a country, 0 to 1; a little for neighbours of the main one."""
        return max(self.shares.get(country, 0.0), _NEIGHBOUR if country in self.near else 0.0)

    @property
    def main(self) -> str | None:
        """Give the country that the document is most about."""
        return next(iter(self.shares), None)


def read_context(analysis: Analysis, spotted: Sequence[Spots], hits: dict[str, tuple[Hit, ...]], words: PlaceWords) -> Context:
    """Weigh the countries of a document by what it names: countries, their people, divisions, known towns."""
    weights: defaultdict[str, float] = defaultdict(float)
    named: set[str] = set()
    for sentence, found in zip(analysis.sentences, spotted, strict=True):
        factor = _HEADING_FACTOR if analysis.document.blocks[sentence.block].kind in _HEADINGS else 1.0
        for country in found.countries:
            weights[country] += _DEMONYM * factor
            named.add(country)
        for spot in found.spots:
            for country, weight in _votes(spot, hits).items():
                weights[country] += weight * factor
                if spot.listed:
                    named.add(country)
    for country in dateline_countries(analysis.document, words):
        weights[country] += _HEADING_FACTOR
        named.add(country)
    total = sum(weights.values()) or 1.0
    shares = {c: w / total for c, w in sorted(weights.items(), key=lambda p: (-p[1], p[0])) if c}
    main = next(iter(shares), None)
    return Context(shares, frozenset(named), words.neighbours.get(main, frozenset()) if main else frozenset())


def _votes(spot: Spot, hits: dict[str, tuple[Hit, ...]]) -> dict[str, float]:
    """Say which countries a spot speaks for: one vote in all, shared by those that have such a place."""
    if spot.listed:
        return {spot.listed.entry.country: _NAMED}
    if not spot.strength and spot.ent not in ("GPE", "LOC"):
        return {}
    strong = [h for h in hits.get(spot.name, ()) if h.exact and (h.entry.population >= _KNOWN_TOWN or h.entry.kind == DIVISION1)]
    chosen = strong or [h for h in hits.get(spot.name, ()) if h.exact]
    countries = dict.fromkeys(h.entry.country for h in chosen)
    return {c: _PLACE / len(countries) for c in countries} if len(countries) <= 4 else {}


def dateline_countries(document: Document, words: PlaceWords) -> Iterable[str]:
    """Give the countries that date lines name ("PEMBA, Mozambique, Aug 21 -")."""
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            for part in document.words(block).split(","):
                listed = words.listed.get(tuple(part.lower().strip(" -–—").split()))
                if listed and listed.entry.country:
                    yield listed.entry.country

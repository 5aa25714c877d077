"""Which countries and divisions a document is about, as a whole and at each sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contested.mentions.places.entries import DIVISION1, Hit
from contested.mentions.places.spots import Spot, Spots
from contested.mentions.places.words import PlaceWords
from contested.model.documents import BlockKind, Document
from contested.model.syntax import Analysis

_NAMED, _DEMONYM, _HEADING_FACTOR, _PLACE, _SMALL_PLACE = 1.0, 0.5, 2.0, 1.0, 0.2
_NEIGHBOUR = 0.15
_ENOUGH, _MOST = 3, 0.6
_VOTERS, _UNSUPPORTED = 2, 0.2
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_KNOWN_TOWN = 50_000


@dataclass(slots=True)
class Local:
    """What has been named so far in the block that is being read; reset at each block."""

    block: int = -1
    country: str | None = None
    admin1: str | None = None


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


def main_division(spotted: Sequence[Spots], hits: dict[str, tuple[Hit, ...]], country: str | None) -> str | None:
    """Give the first-order division that most of a document's places of its main country lie in, None where they spread."""
    found: Counter[str] = Counter()
    for spot in (s for spots in spotted for s in spots.spots):
        if spot.listed:
            found.update([spot.listed.entry.admin1] if spot.listed.entry.admin1 and spot.listed.entry.country == country else [])
            continue
        inside = {h.entry.admin1 for h in hits[spot.name] if h.exact and h.entry.country == country and h.entry.admin1}
        if len(inside) == 1 and (spot.strength or spot.kind or spot.ent in ("GPE", "LOC")):
            found.update(inside)
    if not found:
        return None
    name, count = found.most_common(1)[0]
    return name if count >= _ENOUGH and count >= _MOST * found.total() else None


def read_context(analysis: Analysis, spotted: Sequence[Spots], hits: dict[str, tuple[Hit, ...]], words: PlaceWords) -> Context:
    """Weigh the countries of a document by what it names: countries, their people, divisions, known towns."""
    weights: defaultdict[str, float] = defaultdict(float)
    named: set[str] = set()
    voted: set[str] = set()
    voters: defaultdict[str, set[str]] = defaultdict(set)
    for sentence, found in zip(analysis.sentences, spotted, strict=True):
        factor = _HEADING_FACTOR if analysis.document.blocks[sentence.block].kind in _HEADINGS else 1.0
        for country in found.countries:
            weights[country] += _DEMONYM * factor
            named.add(country)
        for spot in found.spots:
            if not spot.listed and spot.name in voted:
                continue
            voted.add(spot.name)
            for country, weight in _votes(spot, hits).items():
                weights[country] += weight * factor
                voters[country].add(spot.name)
                if spot.listed and country:
                    named.add(country)
    alone = [c for c, names in voters.items() if c not in named and len(names) < _VOTERS]
    if len(alone) < len(weights):
        for country in alone:
            weights[country] *= _UNSUPPORTED
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
    exact = [h for h in hits.get(spot.name, ()) if h.exact]
    strong = dict.fromkeys(h.entry.country for h in exact if h.entry.population >= _KNOWN_TOWN or h.entry.kind == DIVISION1)
    if strong:
        return {c: _PLACE / len(strong) for c in strong}
    weak = dict.fromkeys(h.entry.country for h in exact)
    return {c: _SMALL_PLACE / len(weak) for c in weak} if len(weak) <= 3 else {}


def dateline_countries(document: Document, words: PlaceWords) -> Iterable[str]:
    """Give the countries that date lines name ("PEMBA, Mozambique, Aug 21 -")."""
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            for part in document.words(block).split(","):
                listed = words.listed.get(tuple(part.lower().strip(" -–—").split()))
                if listed and listed.entry.country:
                    yield listed.entry.country

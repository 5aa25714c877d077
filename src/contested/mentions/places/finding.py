"""Find every place that the sentences of a document name, resolved against the gazetteer in its context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from contested.mentions.places.context import Local, read_context
from contested.mentions.places.entries import (
    COUNTRY,
    DIVISION1,
    DIVISION2,
    FACILITY,
    FEATURE,
    REGION,
    SETTLEMENT,
    UNLISTED,
    Entry,
    Hit,
)
from contested.mentions.places.gazetteer import Gazetteer
from contested.mentions.places.resolving import Container, choose, is_place
from contested.mentions.places.spotting import Spot, Spots, find_spots
from contested.mentions.places.words import PlaceWords
from contested.model.documents import BlockKind
from contested.model.mentions import PlaceMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import PlacePrecision

_CONTAINING = frozenset({",", "in", "of", "the", "(", "city", "town", "province", "governorate", "state", "district", "region", "'s", "department"})
_PRECISION = {
    SETTLEMENT: PlacePrecision.TOWN, DIVISION1: PlacePrecision.REGION, DIVISION2: PlacePrecision.DISTRICT,
    COUNTRY: PlacePrecision.COUNTRY, REGION: PlacePrecision.REGION, FEATURE: PlacePrecision.REGION,
    FACILITY: PlacePrecision.EXACT, UNLISTED: PlacePrecision.TOWN,
}
_WIDE_CUES = frozenset({"countryside of", "across"})
_NO_PART = frozenset({"central", "upper", "lower"})


def find_places(analysis: Analysis, gazetteer: Gazetteer, words: PlaceWords | None = None) -> tuple[PlaceMention, ...]:
    """Find the places named in a document, in the order of the text (codebook 4).

    A place that the gazetteer lacks is "unlisted", with the division and country that the text gives, without
    coordinates. ``words`` are the tables; the built-in ones if None.
    """
    return _Reader(analysis, gazetteer, words or _default_words(gazetteer)).read()


@lru_cache(maxsize=4)
def _default_words(gazetteer: Gazetteer) -> PlaceWords:
    return PlaceWords.load(gazetteer)


class _Reader:
    """Reads one document: spots first, then their context, then one choice for each."""

    def __init__(self, analysis: Analysis, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.analysis, self.gazetteer, self.words = analysis, gazetteer, words
        self.spotted = [find_spots(s, words) for s in analysis.sentences]
        names = dict.fromkeys(s.name for found in self.spotted for s in found.spots if not s.listed)
        self.hits = {name: gazetteer.find(name) for name in names}
        self.context = read_context(analysis, self.spotted, self.hits, words)
        self.learned = frozenset(s.name for f in self.spotted for s in f.spots if s.strength >= 3)
        self.heading_local: dict[int, Local] = {}

    def read(self) -> tuple[PlaceMention, ...]:
        """Read the sentences in order, carrying what each block has named so far."""
        found: list[PlaceMention] = []
        local = Local()
        for sentence, spots in zip(self.analysis.sentences, self.spotted, strict=True):
            if sentence.block != local.block:
                local = self._enter_block(sentence)
            for mention in self._read_sentence(sentence, spots, local):
                found.append(mention)
            if self.analysis.document.blocks[sentence.block].kind in (BlockKind.HEADING, BlockKind.TITLE):
                self.heading_local[sentence.block] = local
        return tuple(found)

    def _enter_block(self, sentence: Sentence) -> Local:
        for heading in reversed(self.analysis.document.blocks[sentence.block].headings):
            known = self.heading_local.get(heading)
            if known and (known.country or known.admin1):
                return Local(sentence.block, known.country, known.admin1, -1)
        return Local(sentence.block)

    def _read_sentence(self, sentence: Sentence, found: Spots, local: Local) -> Iterator[PlaceMention]:
        spots = found.spots
        here = frozenset((*found.countries, *(s.listed.entry.country for s in spots if s.listed)))
        containers = self._containers(sentence, spots, local, here)
        for i, spot in enumerate(spots):
            mention = self._mention(sentence, spot, local, here, containers[i])
            if mention is None:
                continue
            if mention.country:
                local.country = mention.country
            if mention.admin1 and mention.kind != UNLISTED:
                local.admin1, local.admin1_sentence = mention.admin1, sentence.index
            yield mention

    def _containers(self, sentence: Sentence, spots: Sequence[Spot], local: Local, here: frozenset[str]) -> list[Container | None]:
        """Say for each spot what the next one puts it in, from the last to the first ("X, in the Y district of Z")."""
        containers: list[Container | None] = [None] * (len(spots) + 1)
        for i in range(len(spots) - 2, -1, -1):
            spot, outer = spots[i], spots[i + 1]
            between = [t.text.lower() for t in sentence.tokens[spot.last + 1 : outer.first]]
            if not between or len(between) > 5 or not _contains(between, spot, outer):
                continue
            containers[i] = self._as_container(outer, local, here, containers[i + 1], "," in between)
        return containers[: len(spots)]

    def _as_container(self, outer: Spot, local: Local, here: frozenset[str], beyond: Container | None, comma: bool) -> Container | None:
        if outer.listed:
            entry = outer.listed.entry
            return Container(entry.country or None, entry.admin1)
        hit = choose(outer, self.hits[outer.name], self.context, local, here, beyond)
        if hit is None:
            return beyond
        if comma and not outer.cue and hit.entry.kind == SETTLEMENT and not any(h.entry.kind == DIVISION1 for h in self.hits[outer.name]):
            return None
        return Container(hit.entry.country, hit.entry.admin1)

    def _mention(self, sentence: Sentence, spot: Spot, local: Local, here: frozenset[str], container: Container | None) -> PlaceMention | None:
        if spot.listed:
            return _listed_mention(sentence, spot)
        hit = choose(spot, self.hits[spot.name], self.context, local, here, container)
        if hit is None and (spot.strength >= 2 or spot.kind) and (country := container.country if container else None or self.context.main):
            hit = choose(spot, self.gazetteer.find_alike(spot.name, country), self.context, local, here, container)
        if hit is None and spot.parts:
            part = choose(spot, self.gazetteer.find(spot.parts[0]), self.context, local, here, container)
            if part:
                container = Container(part.entry.country, part.entry.admin1)
        if not is_place(spot, hit, self.learned):
            return None
        if hit is None or (spot.kind and spot.kind.kind in (FACILITY, FEATURE) and hit.entry.kind not in (FACILITY, FEATURE)):
            return self._unlisted(sentence, spot, local, container, hit)
        return _known_mention(sentence, spot, hit.entry)

    def _unlisted(self, sentence: Sentence, spot: Spot, local: Local, container: Container | None, hit: Hit | None) -> PlaceMention:
        """Make a mention without coordinates; division and country from the words around it, else the block's."""
        kind = spot.kind.kind if spot.kind and spot.kind.kind in (FACILITY, FEATURE) else UNLISTED
        admin1, country = local.admin1, local.country
        if hit is not None:
            admin1, country = hit.entry.admin1, hit.entry.country
        elif container is not None:
            admin1, country = container.admin1, container.country
        precision = spot.kind.precision if spot.kind else PlacePrecision.REGION if spot.cue in _WIDE_CUES else PlacePrecision.TOWN
        return _make(sentence, spot, _words(sentence, spot), admin1, country or self.context.main, None, None, precision, kind, "syntax")


def _contains(between: list[str], spot: Spot, outer: Spot) -> bool:
    if not all(w in _CONTAINING or w in ("countryside", "northern", "southern", "eastern", "western", "central") for w in between):
        return False
    return bool(set(between) & {",", "in", "of", "("})


def _listed_mention(sentence: Sentence, spot: Spot) -> PlaceMention:
    assert spot.listed is not None
    entry, precision = spot.listed.entry, spot.listed.precision
    kind = entry.kind
    if spot.direction and entry.kind == COUNTRY:
        precision, kind = PlacePrecision.REGION, REGION
    if spot.kind and spot.kind.kind in (FACILITY, FEATURE) and entry.kind == COUNTRY:
        precision, kind = spot.kind.precision, spot.kind.kind
    return _make(sentence, spot, entry.name, entry.admin1, entry.country or None, None, None, precision, kind, spot.listed.rule)


def _known_mention(sentence: Sentence, spot: Spot, entry: Entry) -> PlaceMention:
    precision = _PRECISION[entry.kind]
    kind = entry.kind
    if spot.kind and spot.kind.precision is not PlacePrecision.EXACT and spot.kind.word not in ("area", "areas", "region"):
        precision = spot.kind.precision
        if spot.kind.precision in (PlacePrecision.REGION, PlacePrecision.DISTRICT) and entry.kind == SETTLEMENT:
            kind = spot.kind.kind
    if spot.cue in _WIDE_CUES or (spot.direction and spot.direction not in _NO_PART and entry.kind in (SETTLEMENT, DIVISION1)):
        precision = PlacePrecision.REGION
    exact_point = precision in (PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.EXACT)
    keeps = exact_point or entry.kind != SETTLEMENT
    return _make(sentence, spot, entry.name, entry.admin1, entry.country, entry.latitude if keeps else None,
                 entry.longitude if keeps else None, precision, kind, entry.source)


def _words(sentence: Sentence, spot: Spot) -> str:
    tokens = sentence.tokens
    return sentence.text[tokens[spot.first].start - sentence.start : tokens[spot.last].end - sentence.start]


def _make(
    sentence: Sentence, spot: Spot, name: str, admin1: str | None, country: str | None, latitude: float | None, longitude: float | None,
    precision: PlacePrecision, kind: str, rule: str,
) -> PlaceMention:
    tokens = sentence.tokens
    return PlaceMention(
        sentence=sentence.index, start=tokens[spot.first].start, end=tokens[spot.last].end, text=_words(sentence, spot), head=spot.head,
        rule=rule, name=name, admin1=admin1, country=country, latitude=latitude, longitude=longitude, precision=precision, kind=kind,
        cue=spot.cue,
    )

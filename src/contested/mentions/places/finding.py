"""Find every place that the sentences of a document name, resolved against the gazetteer in its context."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from contested.mentions.places.context import Local, main_division, read_context
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
from contested.mentions.places.leads import lead_sentences, opens_entry
from contested.mentions.places.resolving import Container, Surroundings, choose, is_place
from contested.mentions.places.spots import Spot, Spots
from contested.mentions.places.spotting import find_spots
from contested.mentions.places.words import Listed, PlaceWords, name_words
from contested.model.documents import BlockKind
from contested.model.mentions import PlaceMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import PlacePrecision

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_LINKING = frozenset({",", "in", "of", "(", "near", "outside"})
_NEARNESS = frozenset(["near", "outside", "from", "km", "kilometres", "kilometers", "miles", "about", "some", "above", "below", "n", "s", "e", "w"])
_CONTAINING = _LINKING | frozenset(
    ["the", "city", "town", "province", "governorate", "state", "district", "region", "department", "countryside", "municipality", "county", "area", "outskirts", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"]
) | _NEARNESS
_LONGEST_LINK = 8
_ORIGINS = frozenset({"from", "by", "against", "for"})
_BIG = 100_000
_FEW_LABELS = 2
_CALENDAR = frozenset(w.casefold() for w in (*calendar.day_name, *calendar.day_abbr, *calendar.month_name, *calendar.month_abbr) if w)
_NO_LABELS = _CALENDAR | {"nil", "total", "summary", "note", "none", "update", "correction", "remark", "source", "sources", "postscript", "medics", "witnesses", "residents", "locals", "police", "army"}
_SURE = 3
_MUCH_ABOUT = 0.2
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
        names = dict.fromkeys(s.name for found in self.spotted for s in found.spots)
        self.hits = {name: gazetteer.find(name) for name in names}
        self.context = read_context(analysis, self.spotted, self.hits, words)
        cued = frozenset(s.name for f in self.spotted for s in f.spots if s.strength >= 3)
        self.learned = cued | self._labels(cued)
        self.persons = frozenset(p for f in self.spotted for p in f.persons)
        self.admin1 = main_division(self.spotted, self.hits, self.context.main)
        self.heading_local: dict[int, Local] = {}
        self.senses: dict[str, tuple[str, str | None]] = {}

    def _labels(self, cued: frozenset[str]) -> frozenset[str]:
        """Learn the names that label paragraphs ("Gety: ...") or entries ("07/09 KELDA. ..."), where other labels of the document are known places."""
        leads = lead_sentences(self.analysis.sentences)
        labels = [
            spot for sentence, found in zip(self.analysis.sentences, self.spotted, strict=True) for spot in found.spots
            if spot.name.casefold() not in _NO_LABELS and self._is_label(sentence, spot, leads)
        ]
        known = sum(s.name in cued or any(h.exact and h.entry.country in self.context.named for h in self.hits[s.name]) for s in labels)
        enough = known >= 1 and len(labels) >= _FEW_LABELS and _FEW_LABELS * known >= len(labels) - 1
        self.entries = frozenset((s.sentence, s.first) for s in labels if enough and s.sentence in leads)
        return frozenset(s.name for s in labels) if enough else frozenset()

    def _is_label(self, sentence: Sentence, spot: Spot, leads: Mapping[int, int]) -> bool:
        tokens = sentence.tokens
        if spot.first == 0 and spot.last + 1 < len(tokens) and tokens[spot.last + 1].text == ":":
            return True
        kind = self.analysis.document.blocks[sentence.block].kind
        numbered = spot.first > 0 or kind is BlockKind.ITEM
        return numbered and sentence.index in leads and kind not in _HEADINGS and opens_entry(sentence, tokens[spot.first].start, tokens[spot.last].end)

    def read(self) -> tuple[PlaceMention, ...]:
        """Read the sentences in order, carrying what each block has named so far."""
        found: list[PlaceMention] = []
        local = Local()
        for sentence, spots in zip(self.analysis.sentences, self.spotted, strict=True):
            if sentence.block != local.block:
                local = self._enter_block(sentence, local)
            found.extend(self._read_sentence(sentence, spots, local))
            if self.analysis.document.blocks[sentence.block].kind in _HEADINGS:
                self.heading_local[sentence.block] = local
        return tuple(found)

    def _enter_block(self, sentence: Sentence, before: Local) -> Local:
        """Begin a block with what the nearest heading names, else with what the block before it spoke of."""
        headings = self.analysis.document.blocks[sentence.block].headings
        for heading in reversed(headings):
            known = self.heading_local.get(heading)
            if known and (known.country or known.admin1):
                return Local(sentence.block, known.country, known.admin1)
        if before.country and self.context.prior(before.country) >= _MUCH_ABOUT:
            return Local(sentence.block, before.country, before.admin1)
        return Local(sentence.block)

    def _read_sentence(self, sentence: Sentence, found: Spots, local: Local) -> Iterator[PlaceMention]:
        spots = found.spots
        here = frozenset(c for c in (*found.countries, *(s.listed.entry.country for s in spots if s.listed)) if c)
        around = Surroundings(self.context, local, here, None, self.senses, self.admin1)
        containers = self._containers(sentence, spots, around)
        for spot, container in zip(spots, containers, strict=True):
            mention = self._mention(sentence, spot, replace(around, container=container))
            if mention is None:
                continue
            if _sets_scene(mention):
                if mention.country and mention.country != local.country:
                    local.country, local.admin1 = mention.country, None
                if mention.admin1 and mention.kind != UNLISTED:
                    local.admin1 = mention.admin1
            yield mention

    def _containers(self, sentence: Sentence, spots: Sequence[Spot], around: Surroundings) -> list[Container | None]:
        """Say for each spot what the next one puts it in, from the last to the first ("X, in the Y district of Z")."""
        containers: list[Container | None] = [None] * len(spots)
        listing = False
        for i in range(len(spots) - 2, -1, -1):
            spot, outer = spots[i], spots[i + 1]
            between = [t.text.lower() for t in sentence.tokens[spot.last + 1 : outer.first]]
            comma = between == [","]
            listing = (listing and comma) or bool({"and", "or"}.intersection(between))
            if between and len(between) <= _LONGEST_LINK and _contains(between, self.words.demonyms) and not listing:
                loose = not _NEARNESS.isdisjoint(between)
                containers[i] = self._as_container(outer, replace(around, container=containers[i + 1]), comma, loose)
        return containers

    def _as_container(self, outer: Spot, around: Surroundings, comma: bool, loose: bool) -> Container | None:
        if outer.listed:
            return Container(outer.listed.entry.country or None, outer.listed.entry.admin1, loose)
        hits = self.hits[outer.name]
        if comma:
            hits = tuple(h for h in hits if h.entry.kind == DIVISION1 or h.entry.population >= _BIG)
        hit = choose(outer, hits, around)
        if hit is None:
            return None if comma else around.container
        return Container(hit.entry.country, hit.entry.admin1, loose)

    def _mention(self, sentence: Sentence, spot: Spot, around: Surroundings) -> PlaceMention | None:
        if spot.listed:
            return _listed_mention(sentence, spot, spot.listed)
        if (sentence.index, spot.first) in self.entries:
            spot = replace(spot, strength=_SURE, ent="GPE")
        hit = choose(spot, self.hits[spot.name], around) or self._alike(spot, around)
        if hit is None and spot.kind is None and (leading := self.words.types.get(spot.name.split(" ")[0].lower())):
            spot = replace(spot, kind=leading)
        if not is_place(spot, hit, around, self.learned, self.persons):
            return None
        if hit and spot.kind and spot.kind.kind in (FACILITY, FEATURE) and hit.entry.kind not in (FACILITY, FEATURE):
            usable = spot.kind.precision is not PlacePrecision.REGION and self._is_close(hit.entry, around)
            return self._unlisted(sentence, spot, around, hit if usable else None)
        if hit is None:
            return self._unlisted(sentence, spot, around, None)
        self.senses[spot.name] = hit.entry.country, hit.entry.admin1
        return _known_mention(sentence, spot, hit.entry)

    def _is_close(self, entry: Entry, around: Surroundings) -> bool:
        """Is a town one that the name of a road or facility here may well be taken from?"""
        country = entry.country
        if country in self.context.named and entry.population >= _BIG:
            return True
        return country in around.here or country == around.local.country or self.context.prior(country) >= _MUCH_ABOUT

    def _alike(self, spot: Spot, around: Surroundings) -> Hit | None:
        """Look for another spelling in the country of the context, or for the first end of a road."""
        country = (around.container.country if around.container else None) or around.local.country or self.context.main
        if country and (spot.strength >= 2 or spot.kind):
            expected = around.local.admin1 or self.admin1
            hits = [h for h in self.gazetteer.find_alike(spot.name, country) if around.container or expected in (None, h.entry.admin1)]
            if hits:
                return choose(spot, tuple(hits), around)
        if spot.parts and not any(name_words(p) in self.words.listed for p in spot.parts):
            return choose(spot, self.gazetteer.find(spot.parts[0]), around)
        return None

    def _unlisted(self, sentence: Sentence, spot: Spot, around: Surroundings, hit: Hit | None) -> PlaceMention:
        """Make a mention without coordinates; division and country from the words around it, else the block's."""
        kind = spot.kind.kind if spot.kind and spot.kind.kind in (FACILITY, FEATURE) else UNLISTED
        admin1, country = around.local.admin1, around.local.country
        if hit is not None:
            admin1, country = hit.entry.admin1, hit.entry.country
        elif around.container is not None:
            admin1, country = around.container.admin1, around.container.country
        country = country or self.context.main
        if admin1 is None and country == self.context.main:
            admin1 = self.admin1
        precision = spot.kind.precision if spot.kind else PlacePrecision.REGION if spot.cue in _WIDE_CUES else PlacePrecision.TOWN
        return _make(sentence, spot, _words(sentence, spot), admin1, country, None, None, precision, kind, "syntax")


def _sets_scene(mention: PlaceMention) -> bool:
    """Does a place tell where what follows takes place, and not only who acts or where somebody is from?"""
    if mention.cue in _ORIGINS:
        return False
    return mention.kind != COUNTRY or mention.cue in ("in", "across")


def _contains(between: list[str], demonyms: Mapping[tuple[str, ...], str]) -> bool:
    """Do the words between two names put the first inside the second (", ", "in the", "district of")?"""
    plain = [w for w in between if not w[0].isdigit() and (w,) not in demonyms]
    return _CONTAINING.issuperset(plain) and not _LINKING.isdisjoint(plain)


def _listed_mention(sentence: Sentence, spot: Spot, listed: Listed) -> PlaceMention:
    entry, precision = listed.entry, listed.precision
    kind = entry.kind
    if spot.direction and entry.kind == COUNTRY:
        precision, kind = PlacePrecision.REGION, REGION
    if spot.kind and spot.kind.kind in (FACILITY, FEATURE) and entry.kind == COUNTRY:
        precision, kind = spot.kind.precision, spot.kind.kind
    return _make(sentence, spot, entry.name, entry.admin1, entry.country or None, None, None, precision, kind, listed.rule)


def _known_mention(sentence: Sentence, spot: Spot, entry: Entry) -> PlaceMention:
    precision, kind = _PRECISION[entry.kind], entry.kind
    if entry.kind == DIVISION2 and spot.kind is None:
        precision, kind = PlacePrecision.TOWN, SETTLEMENT
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

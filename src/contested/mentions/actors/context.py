"""What stands around a sentence: its country, and the time that the document is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contested.mentions.actors.name_index import Hit, SentenceKeys
from contested.mentions.actors.tables import ActorTables, CountryHit, CountryWord
from contested.model.documents import BlockKind, Document
from contested.model.mentions import PlaceMention
from contested.model.syntax import Analysis, Token

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH_YEAR = re.compile(rf"\b({'|'.join(_MONTHS)}),?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_PLAIN_WORD = re.compile(r"[\w'’.-]+")
_SURE = 0.6
_MODIFIES = frozenset({"amod", "compound", "nmod", "poss"})

CountryHits = list[Hit[list[CountryHit]]]


@dataclass(frozen=True, slots=True)
class Countries:
    """For every sentence the countries named in it, and which one a body without a country belongs to."""

    hits: tuple[CountryHits, ...]
    near: tuple[str | None, ...]
    main: str | None
    fixed: tuple[bool, ...]


def document_period(document: Document) -> date | None:
    """Give the day that stands for the time the document is about: its publication, or the middle of its dates."""
    if document.published:
        return document.published
    days = sorted(
        date(int(year), _MONTHS.index(month.lower()) + 1, 28) for month, year in _MONTH_YEAR.findall(document.text)
    )
    if not days:
        days = sorted(date(int(year), 7, 1) for year in _YEAR.findall(document.text))
    return days[len(days) // 2] if days else None


def find_countries(
    analysis: Analysis, keys: Sequence[SentenceKeys], tables: ActorTables, places: Sequence[PlaceMention] = ()
) -> Countries:
    """Decide the country of every sentence: its places, the heading, the sentences before, the document's country."""
    hits = tuple(tables.country_names.find(k) for k in keys)
    by_sentence: dict[int, list[str]] = {}
    for place in places:
        if place.country:
            by_sentence.setdefault(place.sentence, []).append(place.country)
    openings = _openings(analysis.document, tables)
    counts = _weigh(analysis, hits, by_sentence)
    for iso in openings.values():
        counts[iso] += 3
    total = sum(counts.values())
    main, most = min(counts.items(), key=lambda item: (-item[1], item[0])) if counts else (None, 0)
    sure = main if total and most >= _SURE * total else None
    fixed = tuple(_heading_country(analysis.document, s.block, openings) is not None for s in analysis.sentences)
    return Countries(hits, _nearest(analysis, hits, by_sentence, openings, sure, main), main, fixed)


def plain_keys(text: str) -> SentenceKeys:
    """Give the keys of words that were not parsed: a heading, a date line, an infobox."""
    words = [w.rstrip(".") for w in _PLAIN_WORD.findall(text) if any(c.isalpha() for c in w)]
    return SentenceKeys.of([Token(i, w, w, "", "", "", i, 0, 0) for i, w in enumerate(words)])


def _openings(document: Document, tables: ActorTables) -> dict[int, str]:
    """Give the country that a date line or heading names, by the number of its block."""
    found: dict[int, str] = {}
    for n, block in enumerate(document.blocks):
        if block.kind in (BlockKind.DATELINE, BlockKind.HEADING, BlockKind.TITLE):
            isos = {h.value[0].country.iso for h in tables.country_names.find(plain_keys(document.words(block)))}
            if len(isos) == 1:
                found[n] = isos.pop()
    return found


def _weigh(analysis: Analysis, hits: Sequence[CountryHits], places: Mapping[int, list[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for sentence, found in zip(analysis.sentences, hits, strict=True):
        weight = 3 if sentence.index < 3 else 1
        for hit in found:
            if hit.value[0].word is not CountryWord.DEMONYM or sentence.tokens[hit.last].dep in _MODIFIES:
                counts[hit.value[0].country.iso] += weight
        for iso in places.get(sentence.index, ()):
            counts[iso] += weight
    return counts


def _nearest(
    analysis: Analysis,
    hits: Sequence[CountryHits],
    places: Mapping[int, list[str]],
    openings: Mapping[int, str],
    sure: str | None,
    main: str | None,
) -> tuple[str | None, ...]:
    near: list[str | None] = []
    block, last = -1, None
    for sentence, found in zip(analysis.sentences, hits, strict=True):
        if sentence.block != block:
            block, last = sentence.block, None
        own = [h.value[0].country.iso for h in found if h.value[0].word is not CountryWord.CAPITAL] + places.get(
            sentence.index, []
        )
        located = set(places.get(sentence.index, ()))
        last = located.pop() if len(located) == 1 else own[0] if own and len(set(own)) == 1 else last
        near.append(_heading_country(analysis.document, block, openings) or sure or last or main)
    return tuple(near)


def _heading_country(document: Document, block: int, openings: Mapping[int, str]) -> str | None:
    """Give the country of the date line before a block, or of the nearest heading over it (not the title)."""
    if block - 1 in openings and document.blocks[block - 1].kind is BlockKind.DATELINE:
        return openings[block - 1]
    for heading in reversed(document.blocks[block].headings):
        if heading in openings and document.blocks[heading].kind is BlockKind.HEADING:
            return openings[heading]
    return None

"""Find the words of a sentence that could name a place, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contested.mentions.places.listings import countries_in, demonym_at, listed_at, names_other
from contested.mentions.places.runs import DIRECTIONS, name_runs
from contested.mentions.places.spots import Spot, Spots
from contested.mentions.places.surroundings import (
    SURE,
    continues,
    cue_before,
    is_called_small,
    is_speaker,
    is_told_a_settlement,
    noun_before,
    stands_alone,
    type_after,
)
from contested.mentions.places.words import Cue, Listed, PlaceWords
from contested.model.syntax import Sentence

_BROKEN = re.compile(r"-[ \t]*\r?\n[ \t]*(?=[a-z])")


def find_spots(sentence: Sentence, words: PlaceWords) -> Spots:
    """Find what could be places in a sentence, by capitals (or tags in a text of capitals), cues and type nouns."""
    tokens = sentence.tokens
    lower = [t.text.lower() for t in tokens]
    shouting = sentence.text.isupper() and (len(tokens) == 1 or sum(t.text[0].isalpha() for t in tokens) > 1)
    found: list[Spot] = []
    countries: list[str] = []
    persons: list[str] = []
    for first, end in name_runs(tokens, lower, words, shouting):
        if end - first > 1 and tokens[first].ent == "PERSON" == tokens[end - 1].ent:
            persons.extend(t.text for t in tokens[first:end])
        for spot in _read_run(sentence, lower, first, end, words, found[-1] if found else None, countries):
            found.append(spot)
    return Spots(tuple(found), tuple(countries), tuple(persons))


def _read_run(
    sentence: Sentence, lower: list[str], first: int, end: int, words: PlaceWords, before: Spot | None, countries: list[str],
) -> Iterator[Spot]:
    """Decide which part of a run names a place; bodies and persons only tell their countries."""
    tokens = sentence.tokens
    while first < end and (country := demonym_at(lower, first, end, words)):
        countries.append(country[0])
        first += country[1]
    if first >= end:
        return
    listed = listed_at(lower, first, end, words)
    if listed and listed[1] == end - first:
        yield _spot(sentence, lower, first, end, end, words, before, listed[0])
        return
    if names_other(lower, first, end, words):
        countries.extend(countries_in(lower, first, end, words))
        return
    while end - first > 1 and tokens[first].text.isupper() and len(tokens[first].text) <= 4 and not sentence.text.isupper():
        first += 1
    core_end = end
    while core_end - 1 > first and lower[core_end - 1] in words.types:
        core_end -= 1
    if core_end - first == 1 and (lower[first] in words.types or lower[first] in words.not_at["alone"]):
        return
    known = listed_at(lower, first, core_end, words)
    listed_here = known[0] if known and known[1] == core_end - first else None
    if known and not listed_here:
        countries.append(known[0].entry.country)
    if listed_here and core_end < end and words.types[lower[end - 1]].kind.startswith("division"):
        countries.append(listed_here.entry.country)
        return
    yield _spot(sentence, lower, first, core_end, end, words, before, listed_here)


def _spot(
    sentence: Sentence, lower: list[str], first: int, core_end: int, end: int, words: PlaceWords, before: Spot | None,
    listed: Listed | None,
) -> Spot:
    tokens = sentence.tokens
    kind = words.types[lower[end - 1]] if end > core_end else None
    last = end - 1
    if kind is None and (after := type_after(tokens, lower, end, words)):
        kind, last = words.types[lower[after]], after
    direction, start = "", first
    if first and lower[first - 1] in DIRECTIONS and tokens[first - 1].tag not in ("IN",):
        direction, start = lower[first - 1], first - 1
    elif lower[first] in DIRECTIONS and core_end - first > 1 and listed is None:
        direction = lower[first]
    cue = cue_before(tokens, lower, start, words)
    if cue is None and before is not None and continues(lower, before.last + 1, start):
        cue = Cue(before.cue, min(before.strength, 2))
    if cue is None and stands_alone(tokens, start, last):
        cue = Cue("", 2)
    if is_told_a_settlement(tokens, lower, last, words):
        cue = Cue(cue.cue if cue else "", SURE)
    if cue and last + 1 < len(tokens) and tokens[last + 1].tag == "POS":
        cue = Cue(cue.cue, min(cue.strength, 1))
    name = sentence.text[tokens[first].start - sentence.start : tokens[core_end - 1].end - sentence.start]
    if "\n" in name:
        name = " ".join(_BROKEN.sub("", name).split())
    parts = tuple(p for p in name.replace("–", "-").split("-") if p) if kind and kind.kind in ("feature", "region") else ()
    return Spot(
        sentence.index, start, last, last, name, cue.cue if cue else "", cue.strength if cue else 0, kind, direction, listed,
        tokens[core_end - 1].ent, noun_before(lower, start, words), is_called_small(lower, start, kind), sentence.text.isupper(),
        is_speaker(tokens, core_end - 1),
        parts if len(parts) == 2 and all(p[0].isupper() for p in parts) else (),
    )

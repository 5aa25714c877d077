"""Find the words of a sentence that could name a place, with what stands around them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from contested.mentions.places.words import Cue, Listed, PlaceType, PlaceWords
from contested.model.syntax import Sentence, Token

DIRECTIONS = frozenset(
    ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west", "south-east", "south-west", "upper", "lower"]
)
_LINKS = frozenset(["al", "el", "ul", "de", "del", "la", "las", "los", "le", "les", "du", "des", "di", "da", "do", "dos", "van", "von"])
_HYPHENED = _LINKS | frozenset(["ash", "as", "ad", "an", "ar", "at", "az", "adh", "ath", "ez", "es", "ed", "er", "et"])
_OPENERS = frozenset({":", ";", "-", "–", "—", "|"})
_CLOSERS = frozenset({":", ".", ",", "-", "–", "—", "|"})
_BROKEN = re.compile(r"-[ \t]*\r?\n[ \t]*(?=[a-z])")
_DATES = frozenset(w.lower() for w in (*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr) if w)
_LONGEST_DATE = 6
_OPEN_TAGS = frozenset({"NN", "NNS", "JJ", "FW", "UH", "VB", "VBN", "RB"})
_SMALL = frozenset(["village", "villages", "hamlet", "hamlets", "settlement", "settlements", "vereda", "veredas", "community"])
_SAYING = frozenset(["say", "tell", "add", "claim", "state", "announce", "report", "deny", "note", "explain", "write", "confirm", "warn", "insist", "argue"])
_DASHES = frozenset("-–—")
_CLOSED_TAGS = frozenset(
    ["IN", "DT", "PRP", "PRP$", "CC", "WDT", "WP", "WRB", "TO", "MD", "EX", "RB", "RBR", "RP", "CD", "PDT", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "UH", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "POS", "SYM", "LS", "HYPH", "NFP"]
)
_SKIPPED_BEFORE = frozenset({"DT", "JJ", "PRP$", "CD", "PDT", "JJS", "JJR"})
_LONGEST_CUE = 4
_LONGEST_TYPE = 3
_SURE = 3
_ABBREVIATION = 3


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


def find_spots(sentence: Sentence, words: PlaceWords) -> Spots:
    """Find what could be places in a sentence, by capitals (or tags in a text of capitals), cues and type nouns."""
    tokens = sentence.tokens
    lower = [t.text.lower() for t in tokens]
    shouting = sentence.text.isupper() and (len(tokens) == 1 or sum(t.text[0].isalpha() for t in tokens) > 1)
    found: list[Spot] = []
    countries: list[str] = []
    persons: list[str] = []
    for first, end in _runs(tokens, lower, words, shouting):
        if end - first > 1 and tokens[first].ent == "PERSON" == tokens[end - 1].ent:
            persons.extend(t.text for t in tokens[first:end])
        for spot in _read_run(sentence, lower, first, end, words, found[-1] if found else None, countries):
            found.append(spot)
    return Spots(tuple(found), tuple(countries), tuple(persons))


def _runs(tokens: tuple[Token, ...], lower: list[str], words: PlaceWords, shouting: bool) -> Iterator[tuple[int, int]]:
    """Give each run of words that are written as one name: (first, end)."""
    i, count = 0, len(tokens)
    while i < count:
        if not _starts_name(tokens, lower, i, words, shouting):
            i += 1
            continue
        end = i + 1
        while end < count:
            step = _next_part(tokens, lower, end, words, shouting)
            if not step:
                break
            end += step
        yield i, end
        i = end


def _is_name(tokens: tuple[Token, ...], lower: list[str], i: int, words: PlaceWords, shouting: bool) -> bool:
    token = tokens[i]
    if not token.text[0].isupper() or (i == 0 and (lower[0],) in words.cues):
        return False
    if lower[i] in words.longest and _listed_at(lower, i, len(tokens), words):
        if len(lower[i]) <= _ABBREVIATION and not token.text.isupper():
            return False
        return not (shouting and len(lower[i]) <= _ABBREVIATION and token.tag not in ("NNP", "NNPS"))
    if shouting:
        return _is_name_among_capitals(tokens, lower, i, words)
    if token.tag in ("NNP", "NNPS"):
        return lower[i] not in words.not_at["time"]
    if token.tag in _CLOSED_TAGS:
        return token.ent in ("GPE", "LOC", "FAC") and token.tag not in ("IN", "DT", "CC")
    return i > 0 or token.ent in ("GPE", "LOC", "FAC", "PERSON", "ORG") or token.tag in _OPEN_TAGS


def _is_name_among_capitals(tokens: tuple[Token, ...], lower: list[str], i: int, words: PlaceWords) -> bool:
    """In a text of capitals, is a word a name? The parser's tags are weak there: after a sure cue they do not count."""
    if lower[i] in DIRECTIONS:
        return i + 1 < len(tokens) and tokens[i + 1].tag in ("NNP", "NNPS")
    if (lower[i],) in words.cues or lower[i] in words.not_at["alone"] or lower[i] in words.not_at["time"]:
        return False
    if tokens[i].tag in ("NNP", "NNPS") or tokens[i].ent in ("GPE", "LOC", "FAC") or len(tokens) == 1:
        return True
    cue = _cue_ending(lower, i, words)
    return cue is not None and cue[0].strength >= _SURE and tokens[i].tag not in ("DT", "IN", "CC", "CD", "PRP$")


def _starts_name(tokens: tuple[Token, ...], lower: list[str], i: int, words: PlaceWords, shouting: bool) -> bool:
    if _is_name(tokens, lower, i, words, shouting):
        return True
    return lower[i] in _HYPHENED and i + 2 < len(tokens) and tokens[i + 1].text in _DASHES and tokens[i + 2].text[0].isupper() and not shouting


def _next_part(tokens: tuple[Token, ...], lower: list[str], i: int, words: PlaceWords, shouting: bool) -> int:
    """How many tokens at i carry the name on?"""
    token = tokens[i]
    count = len(tokens)
    if token.text in _DASHES:
        glued = token.start == tokens[i - 1].end and i + 1 < count and tokens[i + 1].start == token.end
        return 2 if glued and tokens[i + 1].text[0].isalpha() else 0
    if _is_name(tokens, lower, i, words, shouting):
        return 1
    if token.start == tokens[i - 1].end and token.text[0] in "'’" and len(token.text) > 2:
        return 1
    if lower[i] in _HYPHENED and i + 1 < count:
        after = i + 2 if tokens[i + 1].text in _DASHES and i + 2 < count else i + 1
        if after == i + 1 and lower[i] not in _LINKS:
            return 0
        if tokens[after].text[0].isupper() and not (shouting and tokens[after].tag in _CLOSED_TAGS):
            return after - i + 1
    return 0


def _read_run(
    sentence: Sentence, lower: list[str], first: int, end: int, words: PlaceWords, before: Spot | None, countries: list[str],
) -> Iterator[Spot]:
    """Decide which part of a run names a place; bodies and persons only tell their countries."""
    tokens = sentence.tokens
    while first < end and (country := _demonym_at(lower, first, end, words)):
        countries.append(country[0])
        first += country[1]
    if first >= end:
        return
    listed = _listed_at(lower, first, end, words)
    if listed and listed[1] == end - first:
        yield _spot(sentence, lower, first, end, end, words, before, listed[0])
        return
    if _is_other(lower, first, end, words):
        countries.extend(_countries_in(lower, first, end, words))
        return
    while end - first > 1 and tokens[first].text.isupper() and len(tokens[first].text) <= 4 and not sentence.text.isupper():
        first += 1
    core_end = end
    while core_end - 1 > first and lower[core_end - 1] in words.types:
        core_end -= 1
    if core_end - first == 1 and (lower[first] in words.types or lower[first] in words.not_at["alone"]):
        return
    known = _listed_at(lower, first, core_end, words)
    listed_here = known[0] if known and known[1] == core_end - first else None
    if known and not listed_here:
        countries.append(known[0].entry.country)
    if listed_here and core_end < end and words.types[lower[end - 1]].kind.startswith("division"):
        countries.append(listed_here.entry.country)
        return
    yield _spot(sentence, lower, first, core_end, end, words, before, listed_here)


def _demonym_at(lower: list[str], first: int, end: int, words: PlaceWords) -> tuple[str, int] | None:
    for length in range(min(words.longest.get(lower[first], 0), end - first), 0, -1):
        key = tuple(lower[first : first + length])
        if key in words.listed:
            return None
        if key in words.demonyms:
            return words.demonyms[key], length
    return None


def _listed_at(lower: list[str], first: int, end: int, words: PlaceWords) -> tuple[Listed, int] | None:
    for length in range(min(words.longest.get(lower[first], 0), end - first), 0, -1):
        listed = words.listed.get(tuple(lower[first : first + length]))
        if listed:
            return listed, length
    return None


def _countries_in(lower: list[str], first: int, end: int, words: PlaceWords) -> Iterator[str]:
    for i in range(first, end):
        if found := _demonym_at(lower, i, end, words):
            yield found[0]
        elif (listed := _listed_at(lower, i, end, words)) and listed[0].entry.country:
            yield listed[0].entry.country


def _is_other(lower: list[str], first: int, end: int, words: PlaceWords) -> bool:
    """Does a run name a body, a person or a time?"""
    not_at = words.not_at
    if lower[end - 1] in not_at["end"] or lower[first] in not_at["start"]:
        return True
    if any(w in not_at["any"] for w in lower[first:end]):
        return True
    return end - first == 1 and lower[first] in not_at["alone"]


def _spot(
    sentence: Sentence, lower: list[str], first: int, core_end: int, end: int, words: PlaceWords, before: Spot | None,
    listed: Listed | None,
) -> Spot:
    tokens = sentence.tokens
    kind = words.types[lower[end - 1]] if end > core_end else None
    last = end - 1
    if kind is None and (after := _type_after(tokens, lower, end, words)):
        kind, last = words.types[lower[after]], after
    direction, start = "", first
    if first and lower[first - 1] in DIRECTIONS and tokens[first - 1].tag not in ("IN",):
        direction, start = lower[first - 1], first - 1
    elif lower[first] in DIRECTIONS and core_end - first > 1 and listed is None:
        direction = lower[first]
    cue = _cue_before(tokens, lower, start, words)
    if cue is None and before is not None and _continues(lower, before.last + 1, start):
        cue = Cue(before.cue, min(before.strength, 2))
    if cue is None and _stands_alone(tokens, start, last):
        cue = Cue("", 2)
    if _is_told_a_settlement(tokens, lower, last, words):
        cue = Cue(cue.cue if cue else "", _SURE)
    if cue and last + 1 < len(tokens) and tokens[last + 1].tag == "POS":
        cue = Cue(cue.cue, min(cue.strength, 1))
    name = sentence.text[tokens[first].start - sentence.start : tokens[core_end - 1].end - sentence.start]
    if "\n" in name:
        name = " ".join(_BROKEN.sub("", name).split())
    parts = tuple(p for p in name.replace("–", "-").split("-") if p) if kind and kind.kind in ("feature", "region") else ()
    return Spot(
        sentence.index, start, last, last, name, cue.cue if cue else "", cue.strength if cue else 0, kind, direction, listed,
        tokens[core_end - 1].ent, _noun_before(lower, start, words), _called_small(lower, start, kind), sentence.text.isupper(),
        _speaks(tokens, core_end - 1),
        parts if len(parts) == 2 and all(p[0].isupper() for p in parts) else (),
    )


def _stands_alone(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Does a name open its paragraph or follow a colon, and end at a stop ("Kani.", "15 May: Izghe, Borno.")?"""
    opens = first == 0 or tokens[first - 1].text in _OPENERS or _after_date(tokens, first)
    return opens and (last + 1 == len(tokens) or tokens[last + 1].text in _CLOSERS)


def _is_told_a_settlement(tokens: tuple[Token, ...], lower: list[str], last: int, words: PlaceWords) -> bool:
    """Does an apposition say what lies there: "Kelda, a small village near Alma"?"""
    if lower[last + 1 : last + 2] != [","] or last + 3 >= len(tokens) or lower[last + 2] not in ("a", "an"):
        return False
    at = last + 3
    while at < min(len(tokens), last + 6) and (tokens[at].pos in ("ADJ", "PROPN") or tokens[at].tag in ("VBN", "HYPH")):
        at += 1
    kind = words.types.get(lower[at]) if at < len(tokens) else None
    alone = at + 1 >= len(tokens) or tokens[at + 1].pos not in ("NOUN", "PROPN")
    return kind is not None and kind.kind == "settlement" and alone


def _after_date(tokens: tuple[Token, ...], first: int) -> bool:
    """Do only a date and a comma stand before a name ("3 May, Kani: ...")?"""
    if not 2 <= first <= _LONGEST_DATE or tokens[first - 1].text != ",":
        return False
    return all(t.text.lower() in _DATES or t.text[0].isdigit() or t.text == "," for t in tokens[:first])


def _noun_before(lower: list[str], first: int, words: PlaceWords) -> str:
    of_noun = first >= 2 and lower[first - 1] == "of" and lower[first - 2] in words.types
    return words.types[lower[first - 2]].kind if of_noun else ""


def _called_small(lower: list[str], first: int, kind: PlaceType | None) -> bool:
    return (kind is not None and kind.word in _SMALL) or not _SMALL.isdisjoint(lower[max(0, first - 2) : first])


def _speaks(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].dep == "nsubj" and tokens[tokens[i].head].lemma in _SAYING


def _type_after(tokens: tuple[Token, ...], lower: list[str], end: int, words: PlaceWords) -> int | None:
    """Find the type noun that ends the words after a name ("police station" after "Hamidiya")."""
    found = None
    for i in range(end, min(end + _LONGEST_TYPE, len(tokens))):
        if tokens[i].tag not in ("NN", "NNS", "JJ", "NNP") or (tokens[i].text[0].isupper() and i > end):
            break
        if lower[i] in words.types:
            found = i
    return found


def _cue_before(tokens: tuple[Token, ...], lower: list[str], first: int, words: PlaceWords) -> Cue | None:
    """Read the cue before a name, and the further one before "the city of"."""
    cue, end = _cue_ending(lower, first, words), first
    if cue is None:
        end = _skip_back(tokens, lower, first, words)
        cue = _cue_ending(lower, end, words) if end < first else None
        if cue is None:
            return None
    found, length = cue
    if found.cue == "of" and end >= 2 and lower[end - 2] in words.types:
        return Cue("in", 3)
    outer_end = _skip_back(tokens, lower, end - length, words)
    outer = _cue_ending(lower, outer_end, words) if length > 1 else None
    if outer and found.cue not in ("from", "towards") and outer[0].cue not in ("on", "of", "by", "for"):
        return Cue(outer[0].cue, max(outer[0].strength, found.strength))
    return found


def _skip_back(tokens: tuple[Token, ...], lower: list[str], i: int, words: PlaceWords) -> int:
    while i > 0 and (tokens[i - 1].tag in _SKIPPED_BEFORE or (lower[i - 1],) in words.demonyms or lower[i - 1] in words.types):
        i -= 1
    return i


def _cue_ending(lower: list[str], end: int, words: PlaceWords) -> tuple[Cue, int] | None:
    for length in range(min(_LONGEST_CUE, end), 0, -1):
        cue = words.cues.get(tuple(lower[end - length : end]))
        if cue:
            return cue, length
    return None


def _continues(lower: list[str], first: int, end: int) -> bool:
    """Do only commas, conjunctions and articles stand between two names?"""
    return first <= end <= first + 3 and all(w in (",", "and", "or", "&", "the", "as", "well") for w in lower[first:end])

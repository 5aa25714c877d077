"""Which words of a sentence are written as one name: by capitals, or by tags and cues where all is in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from contested.mentions.places.listings import listed_at
from contested.mentions.places.surroundings import SURE, cue_ending
from contested.mentions.places.words import PlaceWords
from contested.model.syntax import Token

DIRECTIONS = frozenset(
    ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west", "south-east", "south-west", "upper", "lower"]
)
_LINKS = frozenset(["al", "el", "ul", "de", "del", "la", "las", "los", "le", "les", "du", "des", "di", "da", "do", "dos", "van", "von"])
_HYPHENED = _LINKS | frozenset(["ash", "as", "ad", "an", "ar", "at", "az", "adh", "ath", "ez", "es", "ed", "er", "et"])
_OPEN_TAGS = frozenset({"NN", "NNS", "JJ", "FW", "UH", "VB", "VBN", "RB"})
_DASHES = frozenset("-–—")
_CLOSED_TAGS = frozenset(
    ["IN", "DT", "PRP", "PRP$", "CC", "WDT", "WP", "WRB", "TO", "MD", "EX", "RB", "RBR", "RP", "CD", "PDT", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "UH", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "POS", "SYM", "LS", "HYPH", "NFP"]
)
_ABBREVIATION = 3


def name_runs(tokens: tuple[Token, ...], lower: list[str], words: PlaceWords, shouting: bool) -> Iterator[tuple[int, int]]:
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
    if lower[i] in words.longest and listed_at(lower, i, len(tokens), words):
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
    cue = cue_ending(lower, i, words)
    return cue is not None and cue[0].strength >= SURE and tokens[i].tag not in ("DT", "IN", "CC", "CD", "PRP$")


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

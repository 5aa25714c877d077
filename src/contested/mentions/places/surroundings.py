"""What stands around a name: the cue before it, the type noun behind it, the ends of its paragraph."""

from __future__ import annotations

import calendar

from contested.mentions.places.words import Cue, PlaceType, PlaceWords
from contested.model.syntax import Token

_OPENERS = frozenset({":", ";", "-", "–", "—", "|"})
_CLOSERS = frozenset({":", ".", ",", "-", "–", "—", "|"})
_DATES = frozenset(w.lower() for w in (*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr) if w)
_LONGEST_DATE = 6
_SMALL = frozenset(["village", "villages", "hamlet", "hamlets", "settlement", "settlements", "vereda", "veredas", "community"])
_SAYING = frozenset(["say", "tell", "add", "claim", "state", "announce", "report", "deny", "note", "explain", "write", "confirm", "warn", "insist", "argue"])
_SKIPPED_BEFORE = frozenset({"DT", "JJ", "PRP$", "CD", "PDT", "JJS", "JJR"})
_LONGEST_CUE = 4
_LONGEST_TYPE = 3
SURE = 3


def stands_alone(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Does a name open its paragraph or follow a colon, and end at a stop ("Kani.", "15 May: Izghe, Borno.")?"""
    opens = first == 0 or tokens[first - 1].text in _OPENERS or _after_date(tokens, first)
    return opens and (last + 1 == len(tokens) or tokens[last + 1].text in _CLOSERS)


def is_told_a_settlement(tokens: tuple[Token, ...], lower: list[str], last: int, words: PlaceWords) -> bool:
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


def noun_before(lower: list[str], first: int, words: PlaceWords) -> str:
    """Give the kind of place that a type noun and "of" before a name say; "" without them."""
    of_noun = first >= 2 and lower[first - 1] == "of" and lower[first - 2] in words.types
    return words.types[lower[first - 2]].kind if of_noun else ""


def is_called_small(lower: list[str], first: int, kind: PlaceType | None) -> bool:
    """Does a noun with the name say that it is a village or the like?"""
    return (kind is not None and kind.word in _SMALL) or not _SMALL.isdisjoint(lower[max(0, first - 2) : first])


def is_speaker(tokens: tuple[Token, ...], i: int) -> bool:
    """Is a word the subject of a verb of saying?"""
    return tokens[i].dep == "nsubj" and tokens[tokens[i].head].lemma in _SAYING


def type_after(tokens: tuple[Token, ...], lower: list[str], end: int, words: PlaceWords) -> int | None:
    """Find the type noun that ends the words after a name ("police station" after "Hamidiya")."""
    found = None
    for i in range(end, min(end + _LONGEST_TYPE, len(tokens))):
        if tokens[i].tag not in ("NN", "NNS", "JJ", "NNP") or (tokens[i].text[0].isupper() and i > end):
            break
        if lower[i] in words.types:
            found = i
    return found


def cue_before(tokens: tuple[Token, ...], lower: list[str], first: int, words: PlaceWords) -> Cue | None:
    """Read the cue before a name, and the further one before "the city of"."""
    cue, end = cue_ending(lower, first, words), first
    if cue is None:
        end = _skip_back(tokens, lower, first, words)
        cue = cue_ending(lower, end, words) if end < first else None
        if cue is None:
            return None
    found, length = cue
    if found.cue == "of" and end >= 2 and lower[end - 2] in words.types:
        return Cue("in", 3)
    outer_end = _skip_back(tokens, lower, end - length, words)
    outer = cue_ending(lower, outer_end, words) if length > 1 else None
    if outer and found.cue not in ("from", "towards") and outer[0].cue not in ("on", "of", "by", "for"):
        return Cue(outer[0].cue, max(outer[0].strength, found.strength))
    return found


def _skip_back(tokens: tuple[Token, ...], lower: list[str], i: int, words: PlaceWords) -> int:
    while i > 0 and (tokens[i - 1].tag in _SKIPPED_BEFORE or (lower[i - 1],) in words.demonyms or lower[i - 1] in words.types):
        i -= 1
    return i


def cue_ending(lower: list[str], end: int, words: PlaceWords) -> tuple[Cue, int] | None:
    """Find the longest cue whose last word stands right before ``end``, with its number of words."""
    for length in range(min(_LONGEST_CUE, end), 0, -1):
        cue = words.cues.get(tuple(lower[end - length : end]))
        if cue:
            return cue, length
    return None


def continues(lower: list[str], first: int, end: int) -> bool:
    """Do only commas, conjunctions and articles stand between two names?"""
    return first <= end <= first + 3 and all(w in (",", "and", "or", "&", "the", "as", "well") for w in lower[first:end])

"""Which names in a coding are those of private people: persons, by kind or by the look of the name, without public office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from contested.exchange.readings import Reading
from contested.exchange.release.words import Finder, Key, key
from contested.model.events import Coding
from contested.model.vocabulary import ActorKind
from contested.resources import read_table

_ACTOR_FILES = ("actors.csv", "actors-groups.csv", "actors-bodies.csv")
_ACTOR_COLUMNS = ("name", "kind", "branch", "country", "aliases", "abbreviations", "parent", "from", "to", "source")
PARTICLES = frozenset({"al", "el", "ag", "bin", "bint", "ibn", "ben", "abu", "umm", "de", "del", "la", "los", "von", "van", "der", "da", "dos", "ould", "s"})
_FUNCTION_WORDS = frozenset(["a", "an", "and", "at", "both", "by", "each", "for", "from", "he", "her", "his", "in", "it", "its", "many", "most", "of", "on", "one", "or", "other", "others", "several", "she", "some", "the", "their", "they", "this", "to", "two", "we", "who"])
_CAP = r"[^\W\d_a-z][\w'’]*(?:-\w+)*"
_LINK = r"(?:\s+(?:al-|el-|bin\s+|ibn\s+|ag\s+|de\s+la\s+|de\s+|del\s+|van\s+|von\s+|ould\s+|abu\s+)?|-)"
_NAME = rf"{_CAP}(?:{_LINK}{_CAP}){{1,4}}"
_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
_A_MONTH = rf"(?!\s+(?i:{'|'.join(m[:3] for m in sorted(_MONTHS))}))"
_AGED = re.compile(rf"({_NAME})(?:,\s+(?:aged\s+)?\d{{1,3}}\b{_A_MONTH}|\s+\((?:aged\s+)?\d{{1,3}}\))")
_NAMED = re.compile(rf"\b(?:identified|named|known)\s+(?:by\s+[^.;]{{1,40}}?\s+)?as\s+((?:{_NAME}(?:,\s+(?:and\s+)?|\s+and\s+)?)+)")
_ONE_NAME = re.compile(_NAME)


@dataclass(frozen=True, slots=True)
class People:
    """The people named in a coding: those of private life, and the other names (public people, bodies, places)."""

    private: frozenset[str]
    others: frozenset[str]


def find_people(reading: Reading, public: frozenset[Key] = frozenset()) -> People:
    """Part the names in a coding. A name that may be a person's and is nobody known counts as private.

    Args: public: names, folded, of people who are public figures by the user's own list.
    """
    document, coding = reading
    texts = list(quotations(coding)) + [t for t in (document.title,) if t]
    persons, others = _by_kind(coding)
    publisher = key(document.publisher or "")
    plain_words = {w for t in texts for w in re.findall(r"\b[^\W\d_A-Z]+\b", t)}
    for name in dict.fromkeys(_unkinded(coding)):
        if name not in persons and name not in others:
            common = name.casefold() in plain_words
            (persons if not common and _may_be_a_person(name, others) else others).add(name)
    persons |= _told_as_persons(texts)
    bodies = {n for n in persons if key(n) == publisher or key(n)[-1:] in _body_ends()}
    persons, others = persons - bodies, others | bodies
    leaders = {i.name for i in coding.profile.leaders} if coding.profile else set()
    held = {n for n in persons if n in leaders or key(n) in public or _holds_office(n, texts)} | _called_by_office(coding)
    return People(frozenset(n for n in persons - held if not _FUNCTION_WORDS.issuperset(key(n))), frozenset(others | (held & persons)))


def quotations(coding: Coding) -> Iterator[str]:
    """Give the words that a coding quotes."""
    for event in coding.events:
        yield from (e.text for e in event.evidence)
        yield from (e.text for c in event.claims for e in c.evidence)
        yield from (e.text for c in event.casualties for e in c.evidence)
    yield from (o.text for o in coding.left_out)


def name_parts(name: str) -> Iterator[str]:
    """Give the words of a name of several words that alone still tell the person."""
    words = key(name)
    if len(words) > 1:
        yield from (w for w in words if len(w) > 2 and w not in PARTICLES and not w.isdigit())


def _by_kind(coding: Coding) -> tuple[set[str], set[str]]:
    persons: set[str] = set()
    others: set[str] = set()
    for event in coding.events:
        for party in (*event.perpetrators, *event.targets):
            if party.kind == ActorKind.PERSON:
                persons.add(party.name)
            elif party.kind not in ("", ActorKind.UNKNOWN):
                others.add(party.name)
        if event.place:
            others |= {n for n in (event.place.name, event.place.admin1) if n}
    return persons, others - persons


def _unkinded(coding: Coding) -> Iterator[str]:
    for event in coding.events:
        yield from (p.name for p in (*event.perpetrators, *event.targets))
        yield from (c.party for c in event.claims)
        yield from (n for c in event.casualties for n in (c.of, c.asserted_by) if n)


def _may_be_a_person(name: str, others: Iterable[str]) -> bool:
    """Could a name of unknown kind be a person's: capitals, at most five words, none of a body, not in the tables?"""
    words = re.findall(r"[^\W_]+", name)
    if not words or len(words) > 5 or any(c.isdigit() for c in name):
        return False
    if not all(w[0].isupper() or w.casefold() in PARTICLES for w in words) or (len(words) == 1 and name.isupper()):
        return False
    folded = key(name)
    if not _FUNCTION_WORDS.isdisjoint(folded):
        return False
    return folded not in known_bodies() and not any(w in _common_nouns() for w in folded) and folded not in {key(o) for o in others}


def _told_as_persons(texts: Iterable[str]) -> set[str]:
    """Find names told with an age, or as those of people identified."""
    found: set[str] = set()
    for text in texts:
        plain = " ".join(text.split())
        found |= {m.group(1) for m in _AGED.finditer(plain) if not _is_time(m.group(1))}
        found |= {n for m in _NAMED.finditer(plain) for n in _ONE_NAME.findall(m.group(1))}
    return {n for n in found if _may_be_a_person(n, ())}


def _is_time(name: str) -> bool:
    return key(name)[-1] in _MONTHS


def _called_by_office(coding: Coding) -> set[str]:
    """Give the parties whom the text calls by their office ("the interior minister")."""
    parties = (p for e in coding.events for p in (*e.perpetrators, *e.targets))
    return {p.name for p in parties if (words := key(p.text)) and any(w in _offices() for w in words) and words != key(p.name)}


def _holds_office(name: str, texts: Iterable[str]) -> bool:
    """Does an office stand at the name: before it ("Governor X", "the mayor of Y, X") or after ("X, the mayor")?"""
    finder = Finder([key(name)])
    for text in texts:
        for hit in finder.find(text):
            if _office_before(text[max(0, hit.start - 80) : hit.start]) or _office_after(text[hit.end : hit.end + 60]):
                return True
    return False


def _office_before(text: str) -> bool:
    words = key(text.rsplit(".", 1)[-1] if not re.search(r"\b(?:Gen|Col|Maj|Lt|Brig)\.\s*$", text) else text)
    reach = 6 if text.rstrip().endswith(",") else 1
    return any(w in _offices() for w in words[-reach:])


def _office_after(text: str) -> bool:
    if not text.startswith(","):
        return False
    words = key(text[1:].split(",", 1)[0])[:5]
    return any(w in _offices() and words[n + 1 : n + 2] != ("s",) for n, w in enumerate(words))


@cache
def _offices() -> frozenset[str]:
    return frozenset(r["word"] for r in read_table("public_offices.csv", ("word",)))


@cache
def _body_ends() -> frozenset[Key]:
    return frozenset((r["word"],) for r in read_table("public_bodies.csv", ("word",)))


@cache
def _common_nouns() -> frozenset[str]:
    """Words that end the names of bodies, or are nouns for people: no part of a person's own name."""
    rows = read_table("roles.csv", ("noun", "plural", "role", "branch"))
    nouns = {word for r in rows if r["role"] != "title" for word in (r["noun"], r["plural"], f"{r['noun']}s") if word}
    return frozenset(w for w in nouns if w) | _MONTHS


@cache
def known_bodies() -> frozenset[Key]:
    """Give the names of bodies and countries that the tables know."""
    names: set[Key] = set()
    for file in _ACTOR_FILES:
        for r in read_table(file, _ACTOR_COLUMNS):
            names |= {key(n) for n in (r["name"], *r["aliases"].split("|"), *r["abbreviations"].split("|")) if n}
    for r in read_table("countries.csv", ("iso", "name", "demonyms", "capitals", "other_names")):
        cells = (r["name"], r["demonyms"], r["capitals"], r["other_names"])
        names |= {key(n) for cell in cells for n in cell.split("|") if n}
        names |= {key(f"{n}s") for n in r["demonyms"].split("|") if n}
    return frozenset(names)

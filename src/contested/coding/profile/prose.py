"""Founding, end, leaders, subgroups, supporters and announced structure of an actor, from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from contested.coding.profile.days import find_dates, resolve
from contested.coding.profile.items import evidence
from contested.coding.profile.subject import Subject
from contested.coding.profile.tables import ProfileTables
from contested.model.events import PlannedStructure, ProfileItem
from contested.model.spans import Evidence
from contested.model.syntax import Analysis, Sentence

_WORD = r"(?:[A-ZÀ-Þ][\w'’-]*|al-[A-ZÀ-Þ][\w'’-]*)"
_LINK = r"(?:(?:of|the|for|and|in|al|de|del|ibn|bin|ould|ag)\s+){0,2}"
NAME = rf"{_WORD}(?:\s+{_LINK}{_WORD}){{0,7}}"
_PERSON = rf"{_WORD}(?:\s+(?:(?:al|de|del|ibn|bin|ould|ag|von|van)\s+)?{_WORD}){{1,4}}"
_LEADER = re.compile(rf"(?:\bled|\bcommanded|\bheaded|\bunder(?:\s+the\s+(?:command|leadership)\s+of)?)(?:\s+by)?\s+({_PERSON})")
_SET_UP = re.compile(
    rf"\b(?:establish|form|creat|found|launch|set\s+up|unveil)(?:ed|s|ing)?\s+(?:the\s+)?({NAME})(?:\s+\([^)]*\))?([^.;]{{0,80}})"
)
_BROKE_AWAY = re.compile(
    rf"({NAME}),?\s+(?:under|led\s+by|commanded\s+by|headed\s+by)\s+({_PERSON})[^.;]*?"
    r"\b(?:broke\s+(?:away|with)|split\s+(?:away|off|from)|seceded|defected|no\s+longer\s+(?:took|take|obeyed)\s+orders)"
)
_REPLACED = re.compile(rf"\b(?:replaced|succeeded)\s+(?:[\"“]?([\w .'’-]{{2,40}}?)[\"”]?\s+)?(?:with|by)\s+({_PERSON})")
_DATE_BEFORE = re.compile(r"^[A-Z][a-z]+\s+the\s+")
_SUCCESSOR = re.compile(r"^(?:His|Her|Their)\s+successor\b")
_UNDER = re.compile(r"^\s*(?:,\s*)?(?:under|within|as\s+(?:part|a\s+branch|a\s+unit|its|an?\s+\w+\s+wing)|affiliated\s+(?:with|to)|subordinate\s+to|of)\b")
_BEGUN = r"(?:founded|established|formed|created|set\s+up)"
_ENDED = re.compile(
    r"\b(?:declared\s+(?:itself|its)\s+(?:dissol\w+|disband\w+)|(?:was|has\s+been|had\s+been)\s+(?:dissolved|disbanded)|(?:dissolved|disbanded)\s+itself|"
    r"dissolution\s+is\s+(?:final|complete)|announced\s+(?:its|the)\s+(?:dissolution|disbandment))"
)
_NUMBERS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_QUANTITY = rf"(\d{{1,3}}|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"


def find_span(analysis: Analysis, subject: Subject) -> dict[str, tuple[str, Evidence]]:
    """Give ``founded`` and ``dissolved`` as the prose tells them, each with its words."""
    begun = re.compile(
        rf"{subject.meant}\)?\s*(?:\([^)]*\)\s*)?(?:(?:is|was)\s+an?\s+[^.;,]{{3,80}}\s+(?:that|which)\s+)?(?:was|were|had\s+been)\s+(?:\w+\s+)?{_BEGUN}\b"
    )
    about = re.compile(rf"{subject.named}|\b[Ii]ts\b|\b[Ii]tself\b")
    found: dict[str, tuple[str, Evidence]] = {}
    for sentence in analysis.sentences:
        if "founded" not in found and (match := begun.search(sentence.text)):
            _keep(found, "founded", _date_after(analysis, sentence, match.end()), sentence)
        if (match := _ENDED.search(sentence.text)) and about.search(sentence.text):
            _keep(found, "dissolved", _date_near(analysis, sentence, match.start()), sentence)
    return found


def _date_near(analysis: Analysis, sentence: Sentence, at: int) -> str | None:
    """Give the last date before a place in a sentence, else the first in it, else the last of the paragraph before it."""
    dates = [d for d in find_dates(sentence.text) if d.end <= at]
    near = next((iso for d in reversed(dates) if (iso := resolve(d, analysis.document, sentence.start, sentence.block))), None)
    return near or _date_after(analysis, sentence, 0) or _date_before(analysis, sentence)


def _keep(found: dict[str, tuple[str, Evidence]], name: str, iso: str | None, sentence: Sentence) -> None:
    if iso:
        found.setdefault(name, (iso, Evidence(start=sentence.start, end=sentence.end, text=sentence.text)))


def _date_after(analysis: Analysis, sentence: Sentence, at: int) -> str | None:
    """Give the first date in a sentence from a place on."""
    offset = sentence.start + at
    return next((iso for d in find_dates(sentence.text[at:]) if (iso := resolve(d, analysis.document, offset, sentence.block))), None)


def _date_before(analysis: Analysis, sentence: Sentence) -> str | None:
    """Give the last full date of the paragraph or item, before a sentence without one."""
    block = analysis.document.blocks[sentence.block]
    before = analysis.document.text[block.start : sentence.start]
    return next((d.iso for d in reversed(list(find_dates(before))) if d.day and d.iso), None)


def find_subgroups(analysis: Analysis, subject: Subject, tables: ProfileTables) -> tuple[ProfileItem, ...]:
    """Give the parts that the prose says were set up under the actor, or by it, with leader and day."""
    names = re.compile(subject.named)
    founder = re.compile(rf"{subject.meant}\s+(?:also\s+|has\s+|had\s+|\w+ly\s+)?$")
    found: dict[str, ProfileItem] = {}
    for sentence in analysis.sentences:
        for match in _SET_UP.finditer(sentence.text):
            name, after = match[1], match[2]
            own = _UNDER.match(after) and names.search(after)
            by_it = founder.search(sentence.text[: match.start()])
            if (own or by_it) and name not in subject.names and set(name.split()) & tables.words["body"]:
                leader = _LEADER.search(sentence.text)
                found.setdefault(name, ProfileItem(
                    name=name, leader=leader[1] if leader else None, since=_date_after(analysis, sentence, 0),
                    evidence=(evidence(analysis.document.text, sentence.start, sentence.end),),
                ))  # fmt: skip
        if (away := _BROKE_AWAY.search(sentence.text)) and set(away[1].split()) & tables.words["body"]:
            words = evidence(analysis.document.text, sentence.start, sentence.end)
            iso = _date_near(analysis, sentence, away.start())
            name = _DATE_BEFORE.sub("", away[1])
            found.setdefault(name, ProfileItem(name=name, leader=away[2], qualifier=f"broke away {iso or ''}".strip(), evidence=(words,)))
    return tuple(found.values())


def find_supporters(analysis: Analysis, subject: Subject, tables: ProfileTables) -> tuple[ProfileItem, ...]:
    """Give who the prose says helps the actor, and in what."""
    helped = re.compile(rf"\b(?:through|with|thanks\s+to|by)\s+(?:the\s+)?(?:\w+\s+)?(?:{tables.any_of('help')})\s+(?:of|from)\s+(?:the\s+)?({NAME}),?\s*([^.;]*)")
    backed = re.compile(rf"{subject.meant}[^.;,]{{0,40}}\b(?:is|was|are|were|been|being|reportedly|allegedly)\s+(?:{tables.any_of('support')})\s+by\s+(?:the\s+)?({NAME})()")
    mentioned = re.compile(subject.meant)
    found: dict[str, ProfileItem] = {}
    for sentence in analysis.sentences:
        for pattern in (helped, backed):
            match = pattern.search(sentence.text)
            if match and mentioned.search(sentence.text) and match[1] not in subject.names:
                about = re.split(r",|\s+(?:including|such as)\s", match[2])[0].strip() or None
                words = evidence(analysis.document.text, sentence.start, sentence.end)
                found.setdefault(match[1], ProfileItem(name=match[1], about=about, evidence=(words,)))
    return tuple(found.values())


def find_structure(analysis: Analysis, subject: Subject, tables: ProfileTables) -> PlannedStructure | None:
    """Give the number of groups that the actor announced, and the day it said so."""
    pattern = re.compile(
        rf"\b(?:form|organi[sz]|creat|establish|set(?:ting)?\s+up|divid|deploy|raise|rais)\w*\s+(?:\w+\s+){{0,3}}?{_QUANTITY}\s+(?:[\w-]+\s+){{0,2}}?(?:{tables.any_of('unit')})\b", re.IGNORECASE
    )
    planned = re.compile(rf"\b(?:{tables.any_of('plan')})\w*", re.IGNORECASE)
    names = re.compile(subject.meant)
    for sentence in analysis.sentences:
        match = pattern.search(sentence.text)
        block = analysis.document.words(analysis.document.blocks[sentence.block])
        if match and planned.search(sentence.text) and names.search(block):
            iso = _date_after(analysis, sentence, 0) or _date_before(analysis, sentence)
            day = date.fromisoformat(iso) if iso and len(iso) == 10 else None
            return PlannedStructure(groups=_number(match[1]), stated_on=day, evidence=(evidence(analysis.document.text, sentence.start, sentence.end),))
    return None


def _number(words: str) -> int:
    return int(words) if words.isdigit() else sum(_NUMBERS[w] for w in re.split(r"[- ]", words.lower()))


def find_leaders(analysis: Analysis, subject: Subject, tables: ProfileTables, known: Sequence[ProfileItem]) -> tuple[ProfileItem, ...]:
    """Give leaders that the prose names by their office and the infobox does not, with how the office ended."""
    office = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa](?:\s+single)?)\s+(?:\w+\s+)?({tables.any_of('title')}),?\s+({_PERSON})(?=[\s,.;])")
    led = re.compile(rf"{subject.meant}\s+(?:is|was|has\s+been)\s+(?:\w+ly\s+)?(?:led|headed|commanded)\s+by\s+({_PERSON})")
    ending = re.compile(rf"\b(?:was|were|had)\s+(?:{tables.any_of('ending')})\b|\b(?:died|resigned)\b")
    found = {item.name: item for item in known}
    for sentence in analysis.sentences:
        for match in office.finditer(sentence.text):
            end = ending.search(sentence.text, match.end())
            iso = _date_after(analysis, sentence, 0) if end else None
            start = sentence.start + match.start(2)
            found.setdefault(match[2], ProfileItem(
                name=match[2], qualifier=f"{match[1]} until {iso}" if iso else match[1],
                evidence=(evidence(analysis.document.text, start, start + len(match[2])),),
            ))  # fmt: skip
        if by := led.search(sentence.text):
            words = evidence(analysis.document.text, sentence.start + by.start(1), sentence.start + by.end(1))
            found.setdefault(by[1], ProfileItem(name=by[1], evidence=(words,)))
        for item in _successors(analysis, sentence, list(found.values())):
            found.setdefault(item.name, item)
    return tuple(found.values())


def _successors(analysis: Analysis, sentence: Sentence, leaders: Sequence[ProfileItem]) -> Iterator[ProfileItem]:
    """Give who a sentence says took the place of a leader named before it."""
    text = analysis.document.text
    match = _REPLACED.search(sentence.text)
    by_pronoun = match and leaders and not match[1] and re.match(r"(?:He|She)\b", sentence.text)
    if match and (by_pronoun or any(_calls(text, leader.name, match[1]) for leader in leaders)):
        iso = _date_near(analysis, sentence, match.start())
        start = sentence.start + match.start(2)
        yield ProfileItem(name=match[2], qualifier=f"from {iso}" if iso else None, evidence=(evidence(text, start, start + len(match[2])),))
    before = analysis.sentences[sentence.index - 1] if sentence.index else sentence
    person = re.match(_PERSON, sentence.text)
    if leaders and person and before.block == sentence.block and _SUCCESSOR.match(before.text):
        yield ProfileItem(name=person[0], qualifier="successor", evidence=(evidence(text, sentence.start, sentence.start + person.end()),))


def _calls(text: str, leader: str, name: str | None) -> bool:
    """Is a name a part of a leader's name, or his alias where the text first names him?"""
    if not name:
        return False
    at = text.find(leader)
    return name in leader or (at >= 0 and name in text[at : at + len(leader) + 40])


def designators(analysis: Analysis, subject: Subject) -> Iterator[ProfileItem]:
    """Give the authorities that the prose says put the actor on a list of terrorists."""
    listed = re.compile(rf"{subject.meant}[^.;]{{0,60}}\b(?:designated|listed|proscribed|classified)\s+(?:as\s+)?(?:an?\s+)?[\w\s-]{{0,20}}\bterror\w*[\w\s-]{{0,25}}?\bby\s+(?:the\s+)?({NAME}(?:(?:,\s+|\s+and\s+|,\s+and\s+)(?:the\s+)?{NAME}){{0,8}})")
    for sentence in analysis.sentences:
        if match := listed.search(sentence.text):
            for part in re.finditer(NAME, match[1].replace(" and ", "  ,  ")):
                start = sentence.start + match.start(1) + part.start()
                yield ProfileItem(name=part[0], evidence=(evidence(analysis.document.text, start, start + len(part[0])),))

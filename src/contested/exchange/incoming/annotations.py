"""Annotations by people, of any tool, as a coding: labelled spans, and relations that join them to events."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contested.exchange.incoming.record import Incoming
from contested.exchange.schemes import load_acts
from contested.mentions.counts.quantities import find_quantities
from contested.mentions.counts.tables import default_tables
from contested.model.documents import Document
from contested.model.events import Casualty, Claim, Coding, Event, EventDate, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, Stance
from contested.reading.published import parse_date

_WORD = re.compile(r"\d[\d,.]*\d|\w+|[^\w\s]")
_EVENT = frozenset({"event", "trigger", "act", "action"})
_SAME = {
    "actor": "perpetrator", "attacker": "perpetrator", "source": "perpetrator", "victim": "target", "recipient": "target", "time": "date",
    "location": "place", "loc": "place", "instrument": "weapon", "wounded": "injured", "dead": "killed", "deaths": "killed",
}  # fmt: skip
_STANCES = frozenset(s.value for s in Stance)
_TOLLS = frozenset(k.value for k in CasualtyKind)


@dataclass(frozen=True, slots=True)
class Label:
    """A span of the text with its label."""

    id: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with the labels of one annotator; ``joins`` are pairs of label ids."""

    name: str
    text: str
    labels: tuple[Label, ...]
    joins: tuple[tuple[str, str], ...]


def coded_annotations(given: Annotated, coder: str) -> Incoming:
    """Make the coding of a text: one event for each label that names an act, with what is joined to it.

    Where the text has one event only, everything belongs to it. A label that belongs to no event is told in the notes.
    """
    acts = [x for x in given.labels if _is_act(x)]
    joined = {a.id: _joined(given, a.id) for a in acts}
    if len(acts) == 1:
        joined[acts[0].id] = {x.id for x in given.labels}
    events = tuple(_event(given, a, [x for x in given.labels if x.id in joined[a.id] and not _is_act(x)]) for a in acts)
    used = set().union(*joined.values()) if joined else set()
    loose = [x for x in given.labels if not _is_act(x) and x.id not in used]
    notes = tuple(f"'{given.text[x.start : x.end]}' ({x.label}, {x.start}-{x.end}) is joined to no event" for x in loose)
    digest = hashlib.sha256(given.text.encode()).hexdigest()
    document = Document(id=given.name, name=given.name, text=given.text, sha256=digest)
    return Incoming(document, Coding(document=given.name, sha256=digest, coder=coder, events=events, notes=notes))


def utf16_offset(text: str, offset: int) -> int:
    """Turn an offset in UTF-16 code units, as browsers and Java count, into one in code points."""
    return len(text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le", "ignore"))


def _plain(label: str) -> str:
    words = label.strip().lower().replace(" ", "_").replace("-", "_")
    return _SAME.get(words, words)


def _is_act(label: Label) -> bool:
    return _plain(label.label) in load_acts() or _plain(label.label) in _EVENT


def _joined(given: Annotated, act: str) -> set[str]:
    return {b if a == act else a for a, b in given.joins if act in (a, b)}


def _event(given: Annotated, act: Label, parts: Sequence[Label]) -> Event:
    by_field: dict[str, list[Label]] = {}
    for part in sorted(parts, key=lambda x: (x.start, x.end)):
        by_field.setdefault(_plain(part.label), []).append(part)
    name = _plain(act.label)
    words = _words(given, act)
    action = name if name in load_acts() else _act_named(words.text)
    return Event(
        id=f"{action}-{act.start}", action=action, action_evidence=(words,), date=_date(given, by_field.get("date", ())),
        place=_place(given, by_field.get("place", ())), perpetrators=_parties(given, by_field.get("perpetrator", ())),
        targets=_parties(given, by_field.get("target", ())), weapons=_parties(given, by_field.get("weapon", ())),
        casualties=_tolls(given, by_field), claims=_claims(given, by_field), evidence=(words,),
    )  # fmt: skip


def _act_named(words: str) -> str:
    plain = words.lower().replace(" ", "_")
    return plain if plain in load_acts() else "other"


def _words(given: Annotated, x: Label) -> Evidence:
    return Evidence(start=x.start, end=x.end, text=given.text[x.start : x.end])


def _date(given: Annotated, labels: Iterable[Label]) -> EventDate:
    for x in labels:
        day: date | None = parse_date(given.text[x.start : x.end])
        if day:
            return EventDate(start=day, end=day, precision=DatePrecision.DAY, basis=Basis.OCCURRENCE, evidence=(_words(given, x),))
    return EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.REPORT, evidence=tuple(_words(given, x) for x in labels))


def _place(given: Annotated, labels: Sequence[Label]) -> EventPlace | None:
    if not labels:
        return None
    words = _words(given, labels[0])
    return EventPlace(text=words.text, name=words.text, evidence=(words,))


def _parties(given: Annotated, labels: Iterable[Label]) -> tuple[Party, ...]:
    return tuple(Party(name=w.text, text=w.text, evidence=(w,)) for w in (_words(given, x) for x in labels))


def _tolls(given: Annotated, by_field: Mapping[str, Sequence[Label]]) -> tuple[Casualty, ...]:
    tolls = []
    for field in sorted(_TOLLS & by_field.keys()):
        for x in by_field[field]:
            words = _words(given, x)
            low, high = _people(words.text)
            tolls.append(Casualty(kind=CasualtyKind(field), low=low, high=high, evidence=(words,)))
    return tuple(tolls)


def _people(words: str) -> tuple[int | None, int | None]:
    """Read a number of people in digits or words ("at least four"); None for an end that is open or not told."""
    found = find_quantities(_WORD.findall(words.casefold()), default_tables())
    return (found[0].low, found[0].high) if found else (None, None)


def _claims(given: Annotated, by_field: Mapping[str, Sequence[Label]]) -> tuple[Claim, ...]:
    return tuple(
        Claim(party=given.text[x.start : x.end], stance=Stance(field), about="event", evidence=(_words(given, x),))
        for field in sorted(_STANCES & by_field.keys())
        for x in by_field[field]
    )

"""Turn an event's joined passages into attributed statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contested.coding.drafts import Draft, Toll
from contested.linking.parties import settle_parties
from contested.linking.sides import settle_voices
from contested.model.documents import Document
from contested.model.mentions import ActorMention, Mention
from contested.model.spans import Evidence
from contested.model.statements import Statement
from contested.model.syntax import Analysis
from contested.model.values import (
    ActionValue,
    AnyValue,
    CasualtyValue,
    ClaimValue,
    DateValue,
    FlagValue,
    PartyValue,
    PlaceValue,
    WeaponValue,
)
from contested.model.vocabulary import Basis, DatePrecision, Property, Stance


@dataclass(frozen=True, slots=True)
class _Subject:
    """The event that statements are made about, and who makes them."""

    id: str
    document: Document
    coder: str

    def state(
        self, prop: Property, value: AnyValue, spans: Iterable[tuple[int, int]], rule: str, confidence: float,
        speaker: str | None = None, stance: Stance | None = None,
    ) -> Statement:
        evidence = tuple(Evidence(start=s, end=e, text=self.document.text[s:e]) for s, e in spans)
        return Statement(
            document=self.document.id, subject=self.id, property=prop, original=evidence[0].text if evidence else "",
            value=value, speaker=speaker, stance=stance, evidence=evidence, coder=self.coder, rule=rule, confidence=confidence,
        )


def state_event(event: Draft, analysis: Analysis, coder: str) -> tuple[Statement, ...]:
    """Make the statements of one event: act, date, place, parties, weapons, tolls, positions, telling sentences."""
    subject = _Subject(event_id(analysis.document, event), analysis.document, coder)
    return tuple(_statements(subject, event, analysis))


def event_id(document: Document, event: Draft) -> str:
    """Identify an event inside its document by the place of its leading act and its action."""
    lead = event.acts[0]
    key = f"{document.id}\x1f{lead.start}\x1f{lead.end}\x1f{event.action}"
    return f"{event.action}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def _statements(subject: _Subject, event: Draft, analysis: Analysis) -> Iterator[Statement]:
    lead = event.acts[0]
    voices = settle_voices(event, settle_parties(event).perpetrators)
    parties = {v.party for v in voices}
    tellings = [v for v in event.voices if v.whole and v.party in parties]
    attributed = [v.party for v in voices if v.whole and v.stance is not Stance.DENIES]
    speaker = attributed[0] if attributed else None
    yield subject.state(Property.ACTION, ActionValue(action=event.action), _spans(event.acts), lead.rule, lead.strength, speaker)
    for n in dict.fromkeys(event.told):
        sentence = analysis.sentences[n]
        whole = next((v.party for v in tellings if sentence.start <= v.start < sentence.end), None)
        yield subject.state(Property.TOLD, FlagValue(), [(sentence.start, sentence.end)], "sentence", 1.0, whole)
    if event.time and event.time.first:
        value = DateValue(start=event.time.first, end=event.time.last, precision=event.time.precision, basis=event.basis)
        yield subject.state(Property.DATE, value, _spans([event.time]), event.time.rule, 0.9 if event.own_time else 0.7, speaker)
    else:
        unknown = DateValue(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.OCCURRENCE)
        yield subject.state(Property.DATE, unknown, (), "no date", 0.5)
    if event.place:
        yield subject.state(Property.PLACE, _place(event), _spans([event.place]), event.place.rule, 0.85 if event.own_place else 0.6, speaker)
    yield from _parties(subject, event, speaker)
    for toll in _tolls_of(event):
        count = toll.count
        counted = CasualtyValue(kind=count.kind, low=count.low, high=count.high, of=toll.of)
        yield subject.state(Property.CASUALTY, counted, _spans([count]), count.rule, 0.8, toll.asserted_by)
    for voice in voices:
        claim = ClaimValue(party=voice.party, stance=voice.stance, about=voice.about)
        yield subject.state(Property.CLAIM, claim, [(voice.start, voice.end)], voice.rule, 0.75, voice.party, voice.stance)
    if event.aggregate:
        yield subject.state(Property.AGGREGATE, FlagValue(), _spans([lead]), "total", 0.8)


def _parties(subject: _Subject, event: Draft, speaker: str | None) -> Iterator[Statement]:
    sides = settle_parties(event)
    for prop, actors in ((Property.PERPETRATOR, sides.perpetrators), (Property.TARGET, sides.targets)):
        for actor in actors:
            value = PartyValue(name=actor.name, text=actor.text, kind=actor.kind)
            yield subject.state(prop, value, _spans([actor]), actor.rule, 0.8, speaker)
    for weapon in event.weapons:
        yield subject.state(Property.WEAPON, WeaponValue(name=weapon.name, text=weapon.text), _spans([weapon]), weapon.rule, 0.85, speaker)


def _place(event: Draft) -> PlaceValue:
    place = event.place
    assert place is not None
    return PlaceValue(
        text=place.text, name=place.name, admin1=place.admin1, country=place.country, latitude=place.latitude,
        longitude=place.longitude, precision=place.precision,
    )


def _spans(mentions: Iterable[Mention | ActorMention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in mentions]


def _tolls_of(event: Draft) -> tuple[Toll, ...]:
    """Give each different figure once: kind, range, speaker."""
    seen: dict[tuple[object, ...], Toll] = {}
    for toll in event.tolls:
        seen.setdefault((toll.count.kind, toll.count.low, toll.count.high, toll.asserted_by), toll)
    return tuple(seen.values())

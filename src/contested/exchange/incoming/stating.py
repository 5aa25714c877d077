"""Statements for a coding that came without them, so that what others coded can be compared value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.model.documents import Document
from contested.model.events import Coding, Event
from contested.model.spans import Evidence
from contested.model.statements import Statement
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
from contested.model.vocabulary import Property

RULE = "imported"
_Said = tuple[Property, AnyValue, Sequence[Evidence], str | None]


def with_statements(document: Document, coding: Coding) -> Coding:
    """Give the coding with a statement for each value of each event, by the coding's coder."""
    said = tuple(_statement(document, coding, event, *s) for event in coding.events for s in _values(event))
    return coding.model_copy(update={"statements": said})


def _statement(
    document: Document, coding: Coding, event: Event, prop: Property, value: AnyValue, evidence: Sequence[Evidence], speaker: str | None
) -> Statement:
    return Statement(
        document=document.id, subject=event.id, property=prop, original=evidence[0].text if evidence else "", value=value, speaker=speaker,
        stance=value.stance if isinstance(value, ClaimValue) else None, evidence=tuple(evidence), coder=coding.coder, rule=RULE,
    )  # fmt: skip


def _values(event: Event) -> Iterator[_Said]:
    d, p = event.date, event.place
    yield Property.ACTION, ActionValue(action=event.action), event.action_evidence, None
    yield Property.DATE, DateValue(start=d.start, end=d.end, precision=d.precision, basis=d.basis), d.evidence, None
    if p:
        place = PlaceValue(
            text=p.text, name=p.name, admin1=p.admin1, country=p.country, latitude=p.latitude, longitude=p.longitude, precision=p.precision
        )
        yield Property.PLACE, place, p.evidence, None
    for prop, parties in ((Property.PERPETRATOR, event.perpetrators), (Property.TARGET, event.targets)):
        for party in parties:
            yield prop, PartyValue(name=party.name, text=party.text, kind=party.kind), party.evidence, None
    for weapon in event.weapons:
        yield Property.WEAPON, WeaponValue(name=weapon.name, text=weapon.text), weapon.evidence, None
    for toll in event.casualties:
        yield Property.CASUALTY, CasualtyValue(kind=toll.kind, low=toll.low, high=toll.high, of=toll.of), toll.evidence, toll.asserted_by
    for claim in event.claims:
        yield Property.CLAIM, ClaimValue(party=claim.party, stance=claim.stance, about=claim.about), claim.evidence, claim.party
    if event.aggregate:
        yield Property.AGGREGATE, FlagValue(), (), None
    yield Property.TOLD, FlagValue(), event.evidence, None

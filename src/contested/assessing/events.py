"""Derive events from statements: values chosen, status with its reasons, confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contested.assessing.status import derive_status
from contested.linking.sides import speaks_for
from contested.model.events import Casualty, Claim, Event, EventDate, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.statements import Statement
from contested.model.values import (
    ActionValue,
    CasualtyValue,
    ClaimValue,
    DateValue,
    PartyValue,
    PlaceValue,
    WeaponValue,
)
from contested.model.vocabulary import Basis, DatePrecision, Property


def derive_events(statements: Iterable[Statement]) -> tuple[Event, ...]:
    """Derive every event that statements tell of, in the order in which the text first tells them."""
    by_subject: dict[str, list[Statement]] = {}
    for statement in statements:
        by_subject.setdefault(statement.subject, []).append(statement)
    events = [derive_event(subject, found) for subject, found in by_subject.items()]
    return tuple(sorted(events, key=lambda e: (e.evidence[0].start if e.evidence else 0, e.id)))


def derive_event(subject: str, statements: Sequence[Statement]) -> Event:
    """Derive one event from the statements about it; the statement with the highest confidence gives a single value."""
    action = _best(statements, Property.ACTION)
    claims = tuple(_claim(s) for s in statements if s.property is Property.CLAIM)
    perpetrators = _named(statements, Property.PERPETRATOR)
    targets = _named(statements, Property.TARGET)
    told = [s for s in statements if s.property is Property.TOLD]
    own_voice = any(s.speaker is None for s in told)
    status, because = derive_status(
        claims, [p.name for p in perpetrators], [t.name for t in targets], own_voice=own_voice,
        attributed_to=[s.speaker for s in told if s.speaker], same_side=speaks_for,
    )
    assert action is not None
    assert isinstance(action.value, ActionValue)
    return Event(
        id=subject, action=action.value.action, action_evidence=action.evidence, action_confidence=action.confidence,
        date=_date(statements), place=_place(statements), perpetrators=perpetrators, targets=targets,
        weapons=_named(statements, Property.WEAPON), casualties=tuple(_casualty(s) for s in statements if s.property is Property.CASUALTY),
        claims=claims, status=status, because=because, aggregate=any(s.property is Property.AGGREGATE for s in statements),
        confidence=max((t.confidence for t in told), default=action.confidence), evidence=_in_order(e for s in told for e in s.evidence),
    )


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda e: (e.start, e.end)))


def _best(statements: Sequence[Statement], prop: Property) -> Statement | None:
    found = [s for s in statements if s.property is prop]
    return max(found, key=lambda s: s.confidence, default=None)


def _date(statements: Sequence[Statement]) -> EventDate:
    found = _best(statements, Property.DATE)
    if found is None or not isinstance(found.value, DateValue):
        return EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.OCCURRENCE)
    return EventDate(**found.value.model_dump(), confidence=found.confidence, evidence=found.evidence)


def _place(statements: Sequence[Statement]) -> EventPlace | None:
    found = _best(statements, Property.PLACE)
    if found is None or not isinstance(found.value, PlaceValue):
        return None
    return EventPlace(**found.value.model_dump(), confidence=found.confidence, evidence=found.evidence)


def _named(statements: Sequence[Statement], prop: Property) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for s in statements:
        if s.property is prop and isinstance(s.value, PartyValue | WeaponValue):
            kind = s.value.kind if isinstance(s.value, PartyValue) else ""
            found.setdefault(s.value.name, Party(name=s.value.name, text=s.value.text, kind=kind, confidence=s.confidence, evidence=s.evidence))
    return tuple(found.values())


def _casualty(s: Statement) -> Casualty:
    assert isinstance(s.value, CasualtyValue)
    return Casualty(**s.value.model_dump(), asserted_by=s.speaker, confidence=s.confidence, evidence=s.evidence)


def _claim(s: Statement) -> Claim:
    assert isinstance(s.value, ClaimValue)
    return Claim(**s.value.model_dump(), confidence=s.confidence, evidence=s.evidence)

"""Write an event out as statements, as a person does who gives all of it: the event derived from them is the event again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from contested.model.events import Derived, Event
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
    Value,
    WeaponValue,
)
from contested.model.vocabulary import Property

V = TypeVar("V", bound=Value)
Told = tuple[str | None, tuple[Evidence, ...]]
"""Who tells a sentence (None: the document's own voice), and where it stands."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes statements, on which document, and by which rule."""

    document: str
    coder: str
    rule: str

    def state(self, subject: str, prop: Property, value: AnyValue, evidence: Sequence[Evidence], speaker: str | None = None) -> Statement:
        """Make one statement; its words as written are those of its first span."""
        original = evidence[0].text if evidence else ""
        return Statement(
            document=self.document, subject=subject, property=prop, value=value, speaker=speaker, original=original, evidence=tuple(evidence),
            coder=self.coder, rule=self.rule,
        )  # fmt: skip


def restate(event: Event, told: Sequence[Told], author: Author) -> tuple[Statement, ...]:
    """Write out an event, subject its id. ``told`` says who tells which sentence; those of other sentences are left away."""
    return tuple(_statements(event, _tellers(event, told), author))


def _tellers(event: Event, told: Sequence[Told]) -> list[Told]:
    kept = [(speaker, tuple(e for e in evidence if e in event.evidence)) for speaker, evidence in told]
    kept = [(speaker, evidence) for speaker, evidence in kept if evidence]
    known = {e for _, evidence in kept for e in evidence}
    rest = tuple(e for e in event.evidence if e not in known)
    return [*kept, *([(None, rest)] if rest or not kept else [])]


def _statements(event: Event, told: Sequence[Told], author: Author) -> Iterator[Statement]:
    yield author.state(event.id, Property.ACTION, ActionValue(action=event.action), event.action_evidence)
    for speaker, evidence in told:
        yield author.state(event.id, Property.TOLD, FlagValue(), evidence, speaker)
    yield author.state(event.id, Property.DATE, _value(event.date, DateValue), event.date.evidence)
    if event.place:
        yield author.state(event.id, Property.PLACE, _value(event.place, PlaceValue), event.place.evidence)
    for prop, parties in ((Property.PERPETRATOR, event.perpetrators), (Property.TARGET, event.targets)):
        for party in parties:
            yield author.state(event.id, prop, _value(party, PartyValue), party.evidence)
    for weapon in event.weapons:
        yield author.state(event.id, Property.WEAPON, _value(weapon, WeaponValue), weapon.evidence)
    for toll in event.casualties:
        yield author.state(event.id, Property.CASUALTY, _value(toll, CasualtyValue), toll.evidence, toll.asserted_by)
    for claim in event.claims:
        yield author.state(event.id, Property.CLAIM, _value(claim, ClaimValue), claim.evidence, claim.party)
    if event.aggregate:
        yield author.state(event.id, Property.AGGREGATE, FlagValue(), event.evidence[:1])


def _value(derived: Derived, kind: type[V]) -> V:
    return kind.model_validate({name: getattr(derived, name) for name in kind.model_fields})

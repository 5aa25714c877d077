"""What a statement's chance of being right may hang on: how it was found, and how well the event stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contested.coding.drafts import Draft
from contested.model.mentions import ActorMention
from contested.model.statements import Statement
from contested.model.values import CasualtyValue, ClaimValue, DateValue, PartyValue
from contested.model.vocabulary import Property

_MANY = 3


def features_of(statement: Statement, event: Draft, family: str) -> tuple[str, ...]:
    """Name the features of a statement: those of its event, then those of its own value; ``family`` is that of the action."""
    return (*_of_event(event, family), *_of_value(statement, event))


def _of_event(event: Draft, family: str) -> Iterator[str]:
    lead = event.acts[0]
    yield f"family {family}"
    yield f"act {lead.form}"
    yield "act weak" if lead.strength < 0.85 else "act strong"
    yield "own date" if event.own_time else "date from context"
    yield "no place" if event.place is None else "own place" if event.own_place else "place from context"
    yield f"told {_number(len(event.told))}"
    yield f"acts {_number(len(event.acts))}"
    yield from _flags(event)


def _flags(event: Draft) -> Iterator[str]:
    for name, holds in (
        ("anaphoric", event.anaphoric), ("harm only", event.harm_only), ("total", event.aggregate), ("has author", bool(event.agents)),
        ("has target", bool(event.patients)), ("has toll", bool(event.tolls)), ("attributed whole", any(v.whole for v in event.voices)),
        ("reported date", event.reported), ("topic", event.topic), ("sequel", event.sequel), ("own words", event.issuer is not None),
    ):  # fmt: skip
        if holds:
            yield name


def _number(n: int) -> str:
    return str(n) if n < _MANY else f"{_MANY}+"


def _of_value(statement: Statement, event: Draft) -> Iterator[str]:
    value = statement.value
    if isinstance(value, DateValue):
        yield from _of_date(value, event)
    elif statement.property is Property.PLACE:
        yield from _of_place(event)
    elif isinstance(value, PartyValue):
        yield from _of_party(statement, value, event)
    elif isinstance(value, CasualtyValue):
        yield from _of_toll(statement, value, event)
    elif isinstance(value, ClaimValue):
        yield from _of_claim(value, event)


def _of_date(value: DateValue, event: Draft) -> Iterator[str]:
    yield f"precision {value.precision}"
    yield f"basis {value.basis}"
    if event.time:
        yield f"date {event.time.kind}"
        yield f"completed by {event.time.from_context or 'nothing'}"


def _of_place(event: Draft) -> Iterator[str]:
    if event.place:
        yield f"place {event.place.kind}"
        yield f"precision {event.place.precision}"
        yield "with cue" if event.place.cue else "without cue"
        yield "in gazetteer" if event.place.latitude is not None else "not in gazetteer"


def _of_party(statement: Statement, value: PartyValue, event: Draft) -> Iterator[str]:
    found = _mention(statement, (*event.agents, *event.patients))
    yield f"kind {value.kind}"
    yield f"found by {found.via}" if found else "found beside the act"
    yield "named" if value.name[:1].isupper() else "described"


def _mention(statement: Statement, actors: Iterable[ActorMention]) -> ActorMention | None:
    starts = {e.start for e in statement.evidence}
    return next((a for a in actors if a.start in starts), None)


def _of_toll(statement: Statement, value: CasualtyValue, event: Draft) -> Iterator[str]:
    yield f"kind {value.kind}"
    yield "zero" if value.low == value.high == 0 else "exact" if value.low == value.high else "open"
    yield "toll said by somebody" if statement.speaker else "toll in own voice"
    yield "whose told" if value.of else "whose not told"
    yield f"tolls {_number(len(event.tolls))}"


def _of_claim(value: ClaimValue, event: Draft) -> Iterator[str]:
    voice = next((v for v in event.voices if v.party == value.party), None)
    yield f"stance {value.stance}"
    yield f"about {value.about}"
    yield f"voices {_number(len(event.voices))}"
    yield "speaker known" if voice and voice.speaker else "speaker in words only"
    yield "whole telling" if voice and voice.whole else "part of telling"

"""Change an event as a person decided: the values of one property give way, and the status follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from contested.assessing.status import derive_status
from contested.errors import UsageError
from contested.linking.sides import speaks_for
from contested.model.events import Casualty, Event, EventDate, EventPlace, Party
from contested.model.statements import Statement
from contested.model.values import ActionValue, CasualtyValue, DateValue, PartyValue, PlaceValue, Value, WeaponValue
from contested.model.vocabulary import Property

V = TypeVar("V", bound=Value)
VALUE_OF: dict[Property, type[Value]] = {
    Property.ACTION: ActionValue, Property.DATE: DateValue, Property.PLACE: PlaceValue, Property.PERPETRATOR: PartyValue,
    Property.TARGET: PartyValue, Property.WEAPON: WeaponValue, Property.CASUALTY: CasualtyValue,
}  # fmt: skip
CORRECTABLE = tuple(VALUE_OF)
SINGLE = frozenset({Property.ACTION, Property.DATE})


def decided_event(event: Event, prop: Property, said: Sequence[Statement], speakers: Sequence[str | None]) -> Event:
    """Give the event with the values of one property replaced by what a person said; none takes the values away.

    Args:   speakers: who tells each of the event's sentences, None for the document's own voice.
    Raises: UsageError: the property cannot be corrected, or a value is not of its kind.
    """
    changed = event.model_copy(update=_changes(event, prop, said))
    if prop not in (Property.PERPETRATOR, Property.TARGET):
        return changed
    status, because = derive_status(
        changed.claims, [p.name for p in changed.perpetrators], [t.name for t in changed.targets],
        own_voice=None in speakers or not speakers, attributed_to=[s for s in speakers if s], same_side=speaks_for,
    )
    return changed.model_copy(update={"status": status, "because": because})


def _changes(event: Event, prop: Property, said: Sequence[Statement]) -> dict[str, object]:
    if prop in SINGLE and len(said) != 1:
        raise UsageError(f"an event has exactly one {prop}", fix="Give one value.")
    match prop:
        case Property.ACTION:
            return {"action": _value(said[0], ActionValue).action, "action_evidence": said[0].evidence or event.action_evidence, "action_confidence": 1.0}
        case Property.DATE:
            return {"date": EventDate(**_value(said[0], DateValue).model_dump(), evidence=said[0].evidence)}
        case Property.PLACE:
            places = [EventPlace(**_value(s, PlaceValue).model_dump(), evidence=s.evidence) for s in said[:1]]
            return {"place": places[0] if places else None}
        case Property.PERPETRATOR | Property.TARGET:
            return {f"{prop}s": tuple(Party(**_value(s, PartyValue).model_dump(), evidence=s.evidence) for s in said)}
        case Property.WEAPON:
            return {"weapons": tuple(Party(**_value(s, WeaponValue).model_dump(), evidence=s.evidence) for s in said)}
        case Property.CASUALTY:
            return {"casualties": tuple(Casualty(**_value(s, CasualtyValue).model_dump(), asserted_by=s.speaker, evidence=s.evidence) for s in said)}
    raise UsageError(f"the {prop} of an event cannot be corrected", fix=f"Correct one of: {', '.join(CORRECTABLE)}.")


def _value(said: Statement, kind: type[V]) -> V:
    if not isinstance(said.value, kind):
        raise UsageError(f"{said.property} was given a value of another kind", fix=f"Give a {kind.__name__}.")
    return said.value

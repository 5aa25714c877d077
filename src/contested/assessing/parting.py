"""Make two events of one, and one of two, as a person decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from contested.model.events import Event, EventDate, EventPlace
from contested.model.spans import Evidence
from contested.model.vocabulary import DatePrecision, PlacePrecision, Property

V = TypeVar("V")
FIELDS = {
    Property.PERPETRATOR: "perpetrators", Property.TARGET: "targets", Property.WEAPON: "weapons", Property.CASUALTY: "casualties",
    Property.CLAIM: "claims", Property.TOLD: "evidence",
}  # fmt: skip
_FINEST_DATE = tuple(DatePrecision)
_FINEST_PLACE = tuple(PlacePrecision)


class Part(StrEnum):
    """To which of two events a value goes."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


def split_event(event: Event, second_id: str, action: str, where: Mapping[str, Part]) -> tuple[Event, Event]:
    """Part an event. ``where`` names values as "casualty.0" (property and number); what it does not name stays with both.

    The second event is of the act ``action``, at the same date and place until somebody corrects them.
    """
    kept: dict[str, tuple[object, ...]] = {}
    given: dict[str, tuple[object, ...]] = {}
    for prop, field in FIELDS.items():
        values = [(v, where.get(f"{prop}.{n}", Part.BOTH)) for n, v in enumerate(getattr(event, field))]
        kept[field] = tuple(v for v, part in values if part is not Part.SECOND)
        given[field] = tuple(v for v, part in values if part is not Part.FIRST)
    words = event.action_evidence if action == event.action else ()
    second = {"id": second_id, "action": action, "action_evidence": words, "aggregate": False, **given}
    return event.model_copy(update=kept), event.model_copy(update=second)


def join_events(first: Event, other: Event) -> Event:
    """Put what another event says into the first: the finer date and place, and all parties, tolls, claims and sentences."""
    return first.model_copy(update={
        "date": _finer_date(first.date, other.date), "place": _finer_place(first.place, other.place),
        "perpetrators": _all(first.perpetrators, other.perpetrators, "name"), "targets": _all(first.targets, other.targets, "name"),
        "weapons": _all(first.weapons, other.weapons, "name"),
        "casualties": _all(first.casualties, other.casualties, "kind", "low", "high", "of", "asserted_by"),
        "claims": _all(first.claims, other.claims, "party", "stance", "about"), "evidence": _spans(first.evidence, other.evidence),
        "action_evidence": _spans(first.action_evidence, other.action_evidence if other.action == first.action else ()),
    })  # fmt: skip


def _all(first: Sequence[V], other: Sequence[V], *same_by: str) -> tuple[V, ...]:
    known = {tuple(getattr(v, name) for name in same_by) for v in first}
    return (*first, *(v for v in other if tuple(getattr(v, name) for name in same_by) not in known))


def _spans(first: Sequence[Evidence], other: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted({*first, *other}, key=lambda e: (e.start, e.end)))


def _finer_date(first: EventDate, other: EventDate) -> EventDate:
    if first.start is None or (other.start is not None and _FINEST_DATE.index(other.precision) < _FINEST_DATE.index(first.precision)):
        return other
    return first


def _finer_place(first: EventPlace | None, other: EventPlace | None) -> EventPlace | None:
    if first is None or (other is not None and _FINEST_PLACE.index(other.precision) < _FINEST_PLACE.index(first.precision)):
        return other
    return first

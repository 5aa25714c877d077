"""The requests that decide: accept, correct, reject, add, split, join, take back, and many at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from contested.assessing.decided import VALUE_OF
from contested.assessing.parting import Part
from contested.errors import UsageError
from contested.linking.across.records import Ref
from contested.model.values import DateValue, PlaceValue
from contested.model.vocabulary import Property
from contested.store.ask import EventFilter
from contested.store.browse import count_events, find_event
from contested.store.database import Store
from contested.store.decisions import NewDecision, decide, undo_last
from contested.store.recoding import MOST_AT_ONCE, Deciding, NewEvent, accept_many, add_event, join, split
from contested.store.verdicts import Said, Verdict
from contested.web.person import Person

T = TypeVar("T")
Why = Annotated[str, Field(max_length=2000)]


class Asked(BaseModel):
    """What every decision may carry: a reason, and the double coding that it belongs to."""

    model_config = ConfigDict(extra="forbid")

    why: Why = ""
    round: int | None = None


class GivenValue(BaseModel):
    """A value that a person gives, in the form of its property; ``spans`` are offsets of the words that it stands on."""

    model_config = ConfigDict(extra="forbid")

    value: dict[str, Any]
    speaker: str | None = Field(default=None, max_length=300)
    spans: list[tuple[int, int]] = Field(default=[], max_length=20)


class Decision(Asked):
    """A decision about an event: accept it, reject it, or correct one property (no values take the property away)."""

    verdict: Verdict
    property: Property | None = None
    values: list[GivenValue] = Field(default=[], max_length=50)


class Added(Asked):
    """An event that is told by the words between ``spans`` (offsets of the document's text)."""

    action: str = Field(max_length=100)
    spans: list[tuple[int, int]] = Field(min_length=1, max_length=20)
    date: DateValue | None = None
    place: PlaceValue | None = None


class Split(Asked):
    """Two events of one. ``where`` sends values, named like "casualty.0", to the "first", the "second" or "both"."""

    action: str = Field(max_length=100)
    where: dict[str, Part] = Field(default={}, max_length=500)


class Join(Asked):
    """Another event of the document that is the same as this one."""

    other: str = Field(max_length=200)


class EventRef(BaseModel):
    """An event of a document."""

    model_config = ConfigDict(extra="forbid")

    document: str = Field(max_length=1000)
    event: str = Field(max_length=200)


class Many(BaseModel):
    """Events that are accepted as they stand, all or none."""

    model_config = ConfigDict(extra="forbid")

    events: list[EventRef] = Field(min_length=1, max_length=MOST_AT_ONCE)
    why: Why = ""


class Done(BaseModel):
    """How an event stands after a decision; ``exists`` is false where what was taken back had made it."""

    document: str
    event: str
    reviewed: str | None
    waiting: int
    exists: bool = True
    round: int | None = None


class Accepted(BaseModel):
    """How many events were accepted at once, and how many still wait."""

    accepted: int
    waiting: int


def deciding_routes(store: Store) -> APIRouter:
    """Give the routes that decide; every decision is that of the person whose session it is."""
    routes = APIRouter(tags=["review"])

    @routes.post("/events/{document:path}/{event}/decisions", summary="Decide about an event", status_code=201)
    def decide_event(document: str, event: str, made: Decision, who: Person) -> Done:
        _there(store, document, event, made.round)
        new = NewDecision(made.verdict, made.property, _values(made), made.why)
        _told(lambda: decide(store, document, event, new, who=who, round_id=made.round))
        return _done(store, document, event, made.round)

    @routes.post("/events/{document:path}/{event}/split", summary="Make two events of one", status_code=201)
    def split_event(document: str, event: str, made: Split, who: Person) -> Done:
        _there(store, document, event, made.round)
        by = Deciding(document, who, made.why, made.round)
        return _done(store, document, _told(lambda: split(store, by, event, made.action, made.where)), made.round)

    @routes.post("/events/{document:path}/{event}/join", summary="Make one event of two of a document", status_code=201)
    def join_events(document: str, event: str, made: Join, who: Person) -> Done:
        _there(store, document, event, made.round)
        _told(lambda: join(store, Deciding(document, who, made.why, made.round), event, made.other))
        return _done(store, document, event, made.round)

    @routes.post("/documents/{document:path}/events", summary="Add an event from words of the text", status_code=201)
    def add(document: str, made: Added, who: Person) -> Done:
        new = NewEvent(made.action, tuple(made.spans), made.date, made.place)
        by = Deciding(document, who, made.why, made.round)
        return _done(store, document, _told(lambda: add_event(store, by, new)), made.round)

    @routes.post("/review/accept", summary="Accept many events as one decision", status_code=201)
    def accept(made: Many, who: Person) -> Accepted:
        refs = [Ref(e.document, e.event) for e in made.events]
        number = _told(lambda: accept_many(store, refs, who=who, why=made.why))
        return Accepted(accepted=number, waiting=_waiting(store))

    @routes.post("/review/undo", summary="Take back the last decision in force")
    def undo(who: Person) -> Done:
        undone = undo_last(store, who=who)
        if undone is None:
            raise HTTPException(409, "There is no decision of yours to take back.")
        return _done(store, undone.document, undone.event, undone.round)

    return routes


def _told(act: Callable[[], T]) -> T:
    try:
        return act()
    except UsageError as err:
        raise HTTPException(422, str(err)) from err


def _there(store: Store, document: str, event: str, round_id: int | None) -> None:
    if round_id is None and find_event(store, document, event) is None:
        raise HTTPException(404, f"There is no event {event} in the document {document}.")


def _waiting(store: Store) -> int:
    return count_events(store, EventFilter(reviewed="no"))


def _done(store: Store, document: str, event: str, round_id: int | None) -> Done:
    found = find_event(store, document, event)
    return Done(
        document=document, event=event, reviewed=found.reviewed if found else None, waiting=_waiting(store),
        exists=found is not None or round_id is not None, round=round_id,
    )  # fmt: skip


def _values(made: Decision) -> tuple[Said, ...]:
    """Read the given values as those of the property.

    Raises: HTTPException: a value is not of its kind; says which field.
    """
    kind = VALUE_OF.get(made.property) if made.property else None
    try:
        return tuple(Said(kind.model_validate(v.value), v.speaker or None, tuple(v.spans)) for v in made.values) if kind else ()  # type: ignore[arg-type]
    except ValidationError as err:
        told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in err.errors())
        raise HTTPException(422, f"The {made.property} cannot be read ({told}).") from err

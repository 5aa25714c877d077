"""Review: the queue ordered by doubt times weight, one decision a screen, and the requests that decide."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import HTMLResponse

from contested.assessing.decided import VALUE_OF
from contested.errors import UsageError
from contested.model.documents import Document
from contested.model.vocabulary import CasualtyKind, DatePrecision, PlacePrecision, Property
from contested.resources import read_table
from contested.store.ask import EventFilter, StoredEvent, find_document
from contested.store.browse import count_events, count_reviewed, find_event, names_like, page_of_events
from contested.store.database import Store
from contested.store.decisions import NewDecision, decide, decisions_of, undo_last
from contested.store.verdicts import Said, Verdict
from contested.web.explore import ListedEvent
from contested.web.marking import marked_text
from contested.web.pages import page
from contested.web.places import FoundPlace, PlaceSearch
from contested.web.shown import ShownEvent, show_event

ACTION_COLUMNS = ("action", "family", "acled_armed_target", "acled_civilian_target", "plover", "gtd", "definition")
AROUND_CHARS = 500


class GivenValue(BaseModel):
    """A value that a person gives, in the form of its property; ``spans`` are offsets of the words that it stands on."""

    model_config = ConfigDict(extra="forbid")

    value: dict[str, Any]
    speaker: str | None = Field(default=None, max_length=300)
    spans: list[tuple[int, int]] = Field(default=[], max_length=20)


class Decision(BaseModel):
    """A decision about an event: accept it, reject it, or correct one property (no values take the property away)."""

    model_config = ConfigDict(extra="forbid")

    verdict: Verdict
    property: Property | None = None
    values: list[GivenValue] = Field(default=[], max_length=50)
    why: str = Field(default="", max_length=2000)


class Done(BaseModel):
    """How an event stands after a decision, and where to look at it."""

    document: str
    event: str
    reviewed: str | None
    waiting: int


class Waiting(BaseModel):
    """The events that wait for a decision, the most doubtful and weighty first."""

    waiting: int
    events: list[ListedEvent]


def review_routes(store: Store, who: str, places: PlaceSearch) -> APIRouter:
    """Give the routes of review; every decision is that of ``who``."""
    routes = APIRouter(tags=["review"])

    @routes.get("/review", include_in_schema=False)
    def review(
        document: Annotated[str | None, Query(max_length=1000)] = None, event: Annotated[str | None, Query(max_length=200)] = None,
        skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    ) -> HTMLResponse:
        counts = count_reviewed(store)
        found = find_event(store, document, event) if document and event else next_waiting(store, skip)
        if found is None:
            return page("reviewed.html.j2", counts=counts, skipped=skip)
        read = find_document(store, found.document)
        if read is None:
            raise HTTPException(404, f"There is no document {found.document} in this store.")
        shown = show_event(0, found)
        return page(
            "review.html.j2", shown=shown, document=read, text=marked_text(read, (shown,), _around(read, shown)), counts=counts, skip=skip,
            actions=read_table("actions.csv", ACTION_COLUMNS), date_precisions=list(DatePrecision), place_precisions=list(PlacePrecision),
            toll_kinds=list(CasualtyKind), decisions=[d for d in decisions_of(store, found.document) if d.event == found.event.id], who=who,
        )  # fmt: skip

    @routes.get("/review.json", summary="The events that wait for a decision")
    def review_json(most: Annotated[int, Query(ge=1, le=200)] = 20) -> Waiting:
        found = page_of_events(store, EventFilter(reviewed="no"), "doubt", 0, most)
        events = [ListedEvent(document=f.document, name=f.name, reviewed=f.reviewed, event=f.event) for f in found]
        return Waiting(waiting=count_events(store, EventFilter(reviewed="no")), events=events)

    @routes.post("/events/{document:path}/{event}/decisions", summary="Decide about an event", status_code=201)
    def decide_event(document: str, event: str, made: Decision) -> Done:
        if find_event(store, document, event) is None:
            raise HTTPException(404, f"There is no event {event} in the document {document}.")
        try:
            decide(store, document, event, NewDecision(made.verdict, made.property, _values(made), made.why), who=who)
        except UsageError as err:
            raise HTTPException(422, str(err)) from err
        return _done(store, document, event)

    @routes.post("/review/undo", summary="Take back the last decision in force")
    def undo() -> Done:
        undone = undo_last(store, who=who)
        if undone is None:
            raise HTTPException(409, "There is no decision of yours to take back.")
        return _done(store, undone.document, undone.event)

    @routes.get("/suggest/actors.json", summary="Names of actors that hold these words")
    def suggest_actors(q: Annotated[str, Query(max_length=200)]) -> list[str]:
        return names_like(store, q) if q.strip() else []

    @routes.get("/suggest/places.json", summary="Places of the gazetteer that go by this name")
    def suggest_places(q: Annotated[str, Query(max_length=200)]) -> list[FoundPlace]:
        return places.find(q)

    return routes


def next_waiting(store: Store, skip: int) -> StoredEvent | None:
    """Give the event that most needs a decision, some left aside."""
    return next(iter(page_of_events(store, EventFilter(reviewed="no"), "doubt", skip, 1)), None)


def _done(store: Store, document: str, event: str) -> Done:
    found = find_event(store, document, event)
    return Done(document=document, event=event, reviewed=found.reviewed if found else None, waiting=count_events(store, EventFilter(reviewed="no")))


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


def _around(document: Document, shown: ShownEvent) -> tuple[int, int]:
    """Choose the stretch of text to show: all that the event stands on, and some before and after it."""
    spans = list(shown.event.evidence) or [e for v in shown.values for e in v.evidence]
    if not spans:
        return 0, min(len(document.text), 4 * AROUND_CHARS)
    return max(0, min(e.start for e in spans) - AROUND_CHARS), max(e.end for e in spans) + AROUND_CHARS

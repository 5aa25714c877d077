"""Review: the queue ordered by doubt times weight, one decision a screen, and the preview of many at once."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel
from starlette.responses import HTMLResponse

from contested.store.ask import EventFilter, StoredEvent, find_document
from contested.store.browse import (
    count_events,
    count_reviewed,
    events_of_document,
    find_event,
    page_of_events,
)
from contested.store.counting import count_facet
from contested.store.decisions import decisions_of
from contested.store.remembering import Remembered
from contested.store.waiting import waiting_events
from contested.web.explore import ListedEvent
from contested.web.pages import page
from contested.web.person import Person
from contested.web.questions import EventsAsked
from contested.web.review_page import Place, review_page
from contested.web.shown import show_events

PREVIEWED = 100
Skip = Annotated[int, Query(ge=0, le=1_000_000)]


class Waiting(BaseModel):
    """The events that wait for a decision, the most doubtful and weighty first."""

    waiting: int
    events: list[ListedEvent]


def review_routes(remembered: Remembered) -> APIRouter:
    """Give the routes of review."""
    routes, store = APIRouter(tags=["review"]), remembered.store

    @routes.get("/review", include_in_schema=False)
    def review(
        who: Person, document: Annotated[str | None, Query(max_length=1000)] = None, event: Annotated[str | None, Query(max_length=200)] = None,
        skip: Skip = 0,
    ) -> HTMLResponse:
        counts = count_reviewed(store)
        found = find_event(store, document, event) if document and event else next(iter(waiting_events(store, skip, 1)), None)
        if found is None:
            return page("reviewed.html.j2", counts=counts, skipped=skip, who=who)
        read = find_document(store, found.document)
        if read is None:
            raise HTTPException(404, f"There is no document {found.document} in this store.")
        made = [d for d in decisions_of(store, found.document) if found.event.id in (d.event, *d.by_subject())]
        place = Place(f"/review?skip={skip}" if skip else "/review", f"/review?skip={skip + 1}", f"/review?document={quote(found.document, safe='')}&event=")
        return review_page(found, read, events_of_document(store, found.document), place, who=who, counts=counts, decisions=made)

    @routes.get("/review.json", summary="The events that wait for a decision")
    def review_json(most: Annotated[int, Query(ge=1, le=200)] = 20) -> Waiting:
        return Waiting(waiting=count_events(store, EventFilter(reviewed="no")), events=_listed(waiting_events(store, 0, most)))

    @routes.get("/review/many", include_in_schema=False)
    def many(asked: Annotated[EventsAsked, Query()], who: Person) -> HTMLResponse:
        wanted = asked.model_copy(update={"reviewed": "no"})
        events = page_of_events(store, wanted.filter(store), wanted.order, 0, PREVIEWED)
        return page(
            "many.html.j2", asked=wanted, events=show_events(events), shown=count_events(store, wanted.filter(store)), who=who,
            acts=remembered.ask(count_facet, EventFilter(reviewed="no"), "action"), total=count_events(store, EventFilter(reviewed="no")),
        )  # fmt: skip

    @routes.get("/review/many.json", summary="The waiting events that pass filters, as the preview of accepting many shows them")
    def many_json(asked: Annotated[EventsAsked, Query()]) -> Waiting:
        wanted = asked.model_copy(update={"reviewed": "no"})
        return Waiting(waiting=count_events(store, wanted.filter(store)), events=_listed(page_of_events(store, wanted.filter(store), wanted.order, 0, PREVIEWED)))

    return routes


def _listed(found: list[StoredEvent]) -> list[ListedEvent]:
    return [ListedEvent(document=f.document, name=f.name, reviewed=f.reviewed, event=f.event) for f in found]

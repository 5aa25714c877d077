"""The view of many events: table, timeline and map under one set of filters, as a page and as JSON."""

from __future__ import annotations

from math import ceil
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.responses import HTMLResponse

from contested.model.events import Event
from contested.store.ask import EventFilter
from contested.store.browse import Day, Spot, count_by, count_days, count_events, count_spots, page_of_events
from contested.store.database import Store
from contested.web.pages import page
from contested.web.questions import PAGE_SIZE, EventsAsked
from contested.web.shown import show_events
from contested.web.timeline import lay_out

Asked = Annotated[EventsAsked, Query()]


class ListedEvent(BaseModel):
    """An event, the document that tells it, and how a person decided about it (null: not yet)."""

    document: str
    name: str
    reviewed: str | None
    event: Event


class EventList(BaseModel):
    """One page of the events that pass the filters: ``shown`` pass, of ``total`` in the store."""

    shown: int
    total: int
    page: int
    pages: int
    events: list[ListedEvent]


def explore_routes(store: Store) -> APIRouter:
    """Give the routes of the view of events."""
    routes = APIRouter(tags=["events"])

    @routes.get("/explore", include_in_schema=False)
    def explore(asked: Asked) -> HTMLResponse:
        wanted = asked.filter()
        shown, total = count_events(store, wanted), count_events(store, EventFilter())
        found = page_of_events(store, wanted, asked.order, (asked.page - 1) * PAGE_SIZE, PAGE_SIZE)
        return page(
            "explore.html.j2", asked=asked, shown=shown, total=total, pages=max(1, ceil(shown / PAGE_SIZE)), events=show_events(found),
            bars=lay_out(count_days(store, wanted)), by_status=dict(count_by(store, wanted, "status")),
            acts=count_by(store, EventFilter(), "action"), countries=count_by(store, EventFilter(), "country"),
        )  # fmt: skip

    @routes.get("/explore.json", summary="Events that pass filters")
    def explore_json(asked: Asked) -> EventList:
        wanted = asked.filter()
        shown = count_events(store, wanted)
        found = page_of_events(store, wanted, asked.order, (asked.page - 1) * PAGE_SIZE, PAGE_SIZE)
        events = [ListedEvent(document=f.document, name=f.name, reviewed=f.reviewed, event=f.event) for f in found]
        return EventList(shown=shown, total=count_events(store, EventFilter()), page=asked.page, pages=max(1, ceil(shown / PAGE_SIZE)), events=events)

    @routes.get("/explore/spots.json", summary="Where the events that pass filters took place")
    def spots(asked: Asked) -> list[Spot]:
        return count_spots(store, asked.filter())

    @routes.get("/explore/days.json", summary="When the events that pass filters began")
    def days(asked: Asked) -> list[Day]:
        return count_days(store, asked.filter())

    return routes

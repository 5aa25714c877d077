"""The view of many events: table, timeline and map under one set of filters, as a page and as JSON."""

from __future__ import annotations

from math import ceil
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import HTMLResponse

from contested.model.events import Event
from contested.store.ask import EventFilter, StoredEvent
from contested.store.browse import Spot, count_events, count_spots, page_of_events
from contested.store.counting import Count, count_days, count_facet, list_publishers
from contested.store.remembering import Remembered
from contested.store.schema import POLICIES
from contested.store.tolls import Figure, Toll, figures_of, tolls_by_source
from contested.web.charts import chart_sources
from contested.web.overview import look_over, show_figures, toll_label
from contested.web.pages import page
from contested.web.questions import PAGE_SIZE, EventsAsked
from contested.web.shown import show_events
from contested.web.tiles import NO_TILES, Tiles

Asked = Annotated[EventsAsked, Query()]


class ListedEvent(BaseModel):
    """An event, the document that tells it, and how a person decided about it (null: not yet)."""

    document: str
    name: str
    reviewed: str | None
    event: Event


class CountedEvent(ListedEvent):
    """An event with how many were killed under the policy asked for (null where nobody who counts gives a number)."""

    killed: Figure | None = Field(description="low, best and high estimate; best is null where the policy chooses none")


class EventList(BaseModel):
    """One page of the events that pass the filters: ``shown`` pass, of ``total`` in the store."""

    shown: int
    total: int
    page: int
    pages: int
    policy: str
    killed: Toll = Field(description="the killed of all events shown, by the policy")
    events: list[CountedEvent]


class SourceToll(BaseModel):
    """A source, how many of the events it tells, and the killed in them by the policy."""

    source: str
    events: int
    killed: Toll


def explore_routes(remembered: Remembered, tiles: Tiles = NO_TILES) -> APIRouter:
    """Give the routes of the view of events."""
    routes = APIRouter(tags=["events"])
    store = remembered.store

    def found_on_page(asked: EventsAsked) -> list[StoredEvent]:
        return remembered.ask(page_of_events, asked.filter(store), asked.order, (asked.page - 1) * PAGE_SIZE, PAGE_SIZE)

    @routes.get("/explore", include_in_schema=False)
    def explore(asked: Asked) -> HTMLResponse:
        view = look_over(remembered, asked)
        events = show_events(found_on_page(asked))
        everything = EventFilter()
        return page(
            "explore.html.j2", asked=asked, view=view, total=remembered.ask(count_events, everything), pages=max(1, ceil(view.shown / PAGE_SIZE)),
            events=events, figures=show_figures(remembered, asked, events), acts=remembered.ask(count_facet, everything, "action"),
            countries=remembered.ask(count_facet, everything, "country"), publishers=remembered.ask(list_publishers), policies=POLICIES,
            toll_label=toll_label, tiles=tiles,
        )  # fmt: skip

    @routes.get("/explore.json", summary="Events that pass filters")
    def explore_json(asked: Asked) -> EventList:
        view, found = look_over(remembered, asked), found_on_page(asked)
        figures = figures_of(store, (asked.policy,), [(f.document, f.event.id) for f in found])
        events = [
            CountedEvent(document=f.document, name=f.name, reviewed=f.reviewed, event=f.event, killed=figures.get((asked.policy, f.document, f.event.id)))
            for f in found
        ]
        return EventList(
            shown=view.shown, total=remembered.ask(count_events, EventFilter()), page=asked.page, pages=max(1, ceil(view.shown / PAGE_SIZE)),
            policy=asked.policy, killed=view.toll, events=events,
        )  # fmt: skip

    @routes.get("/explore/spots.json", summary="Where the events that pass filters took place")
    def spots(asked: Asked) -> list[Spot]:
        return remembered.ask(count_spots, asked.filter(store))

    @routes.get("/explore/days.json", summary="When the events that pass filters began")
    def days(asked: Asked) -> list[Count]:
        return list(remembered.ask(count_days, asked.filter(store)))

    @routes.get("/charts", include_in_schema=False)
    def charts(asked: Asked) -> HTMLResponse:
        view = look_over(remembered, asked)
        return page(
            "charts.html.j2", asked=asked, view=view, total=remembered.ask(count_events, EventFilter()), sources=chart_sources(remembered, asked, view),
            policies=POLICIES, toll_label=toll_label,
        )  # fmt: skip

    @routes.get("/charts.json", summary="The killed in the events that pass filters, by source")
    def charts_json(asked: Asked) -> list[SourceToll]:
        found = remembered.ask(tolls_by_source, asked.filter(store), asked.policy)
        return [SourceToll(source=name, events=events, killed=toll) for name, events, toll in found]

    return routes

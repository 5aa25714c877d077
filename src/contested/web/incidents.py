"""Merged events: the tellings of each with their sources, the merges that made it, and where it can be taken apart."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel
from starlette.responses import HTMLResponse

from contested.linking.across.records import Comparison, Ref, Relation, pair_of
from contested.store.ask import StoredEvent
from contested.store.browse import find_events_of
from contested.store.database import Store
from contested.store.merges import MergeRow
from contested.store.remembering import Remembered
from contested.store.ruling import Group, group_of, merged_groups, merges_of
from contested.web.explore import ListedEvent
from contested.web.pages import page
from contested.web.pairs import Respect, respects
from contested.web.person import Person
from contested.web.shown import ShownEvent, show_event

ON_A_PAGE = 40
Number = Annotated[int, Query(ge=1, le=1_000_000, alias="page")]


class MergeTold(BaseModel):
    """One merge in force: who joined the two, with which score and for which reason."""

    number: int
    who: str
    left: str
    right: str
    score: float | None
    why: str


class IncidentTold(BaseModel):
    """One incident: its tellings and the merges that hold them together."""

    incident: str
    events: list[ListedEvent]
    merges: list[MergeTold]


class IncidentList(BaseModel):
    """A page of incidents that several documents tell."""

    total: int
    page: int
    pages: int
    incidents: list[IncidentTold]


def incident_routes(remembered: Remembered) -> APIRouter:
    """Give the routes of merged events."""
    routes, store = APIRouter(tags=["linking"]), remembered.store

    @routes.get("/incidents", include_in_schema=False)
    def incidents(number: Number = 1) -> HTMLResponse:
        groups = remembered.ask(merged_groups)
        chosen = groups[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        found = find_events_of(store, [ref for _, group in chosen for ref in group])
        shown = [(incident, _shown(found, group)) for incident, group in chosen]
        return page("incidents.html.j2", groups=[g for g in shown if g[1]], total=len(groups), number=number, pages=_pages(len(groups)))

    @routes.get("/incidents.json", summary="The incidents that several documents tell")
    def incidents_json(number: Number = 1) -> IncidentList:
        groups = remembered.ask(merged_groups)
        told = [_told(store, incident, group) for incident, group in groups[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]]
        return IncidentList(total=len(groups), page=number, pages=_pages(len(groups)), incidents=told)

    @routes.get("/incidents/{incident}.json", summary="One incident, its tellings and merges")
    def incident_json(incident: str) -> IncidentTold:
        return _told(store, incident, _group(remembered, incident))

    @routes.get("/incidents/{incident}", include_in_schema=False)
    def one_incident(incident: str, who: Person) -> HTMLResponse:
        group = _group(remembered, incident)
        events = _shown(find_events_of(store, group), group)
        joined = [(row, _respects(row, events)) for row in merges_of(store, group)]
        return page("incident.html.j2", incident=incident, events=events, joined=joined, who=who)

    return routes


def _pages(total: int) -> int:
    return max(1, ceil(total / ON_A_PAGE))


def _group(remembered: Remembered, incident: str) -> Group:
    found = group_of(remembered.ask(merged_groups), incident)
    if found is None:
        raise HTTPException(404, f"There is no merged event {incident}: it may have been taken apart.")
    return found


def _shown(found: Mapping[Ref, StoredEvent], group: Group) -> list[ShownEvent]:
    return [show_event(n, found[ref]) for n, ref in enumerate(group) if ref in found]


def _told(store: Store, incident: str, group: Group) -> IncidentTold:
    found = find_events_of(store, group)
    told = [found[ref] for ref in group if ref in found]
    events = [ListedEvent(document=f.document, name=f.name, reviewed=f.reviewed, event=f.event) for f in told]
    joined = [MergeTold(number=r.id, who=r.who, left=str(r.left), right=str(r.right), score=r.score, why=r.why) for r in merges_of(store, group)]
    return IncidentTold(incident=incident, events=events, merges=joined)


def _respects(row: MergeRow, events: list[ShownEvent]) -> list[Respect]:
    """Lay out why two events were joined; nothing where a person joined them."""
    sides = {(e.document, e.event.id): e for e in events}
    left, right = sides.get(tuple(row.left)), sides.get(tuple(row.right))  # type: ignore[arg-type]
    if left is None or right is None or not row.levels:
        return []
    return respects(left, right, Comparison(pair_of(row.left, row.right), Relation.SAME, 0.0, row.levels))

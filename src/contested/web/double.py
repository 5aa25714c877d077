"""Double coding: two people code a document blind at the same screens as in review, each seeing only their own."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from contested.errors import UsageError
from contested.store.ask import StoredEvent, find_document
from contested.store.database import Store
from contested.store.rounds import (
    Round,
    StartFrom,
    close_round,
    coding_of,
    find_round,
    finish_coding,
    list_rounds,
    open_round,
)
from contested.web.adjudication import adjudication_page, compared, compared_json
from contested.web.explore import ListedEvent
from contested.web.marking import marked_text
from contested.web.pages import page
from contested.web.person import Person
from contested.web.review_page import Place, choices, review_page
from contested.web.shown import show_events

Pair = Annotated[int | None, Query(ge=0, le=1_000_000)]


class NewRound(BaseModel):
    """A document that two people shall code without seeing each other's decisions."""

    model_config = ConfigDict(extra="forbid")

    document: str = Field(max_length=1000)
    coders: list[Annotated[str, Field(max_length=100)]] = Field(min_length=2, max_length=2)
    start_from: StartFrom = StartFrom.MACHINE


class RoundState(BaseModel):
    """A double coding: who codes what, and who is done."""

    id: int
    document: str
    coders: list[str]
    start_from: StartFrom
    finished: list[str]
    closed: bool


class RoundDetail(RoundState):
    """A double coding for the person who asks: their own coding while they code, the comparison once both are done."""

    events: list[ListedEvent] = []
    compared: dict[str, object] | None = None


def double_routes(store: Store) -> APIRouter:
    """Give the routes of double coding."""
    routes = APIRouter(tags=["double coding"])

    @routes.get("/double", include_in_schema=False)
    def rounds(who: Person, document: Annotated[str, Query(max_length=1000)] = "") -> HTMLResponse:
        return page("double.html.j2", rounds=list_rounds(store), wanted=document, who=who)

    @routes.get("/double.json", summary="The double codings")
    def rounds_json() -> list[RoundState]:
        return [_state(r) for r in list_rounds(store)]

    @routes.post("/double", summary="Let two people code a document blind", status_code=201)
    def begin(new: NewRound, who: Person) -> RoundState:
        try:
            number = open_round(store, new.document, new.coders, new.start_from, who=who)
        except UsageError as err:
            raise HTTPException(422, str(err)) from err
        return _state(_round(store, number))

    @routes.get("/double/{number}.json", summary="One double coding, as far as the person who asks may see it")
    def round_json(number: int, who: Person) -> RoundDetail:
        found = _round(store, number)
        events = coding_of(store, found, who) if _coding_now(found, who) else ()
        listed = [ListedEvent(document=e.document, name=e.name, reviewed=e.reviewed, event=e.event) for e in events]
        both = compared_json(compared(store, found)) if found.comparable else None
        return RoundDetail(**_state(found).model_dump(), events=listed, compared=both)

    @routes.get("/double/{number}", include_in_schema=False)
    def one_round(number: int, who: Person, pair: Pair = None) -> HTMLResponse:
        found = _round(store, number)
        if _coding_now(found, who):
            return _coding_page(store, found, who)
        if found.comparable:
            return adjudication_page(store, found, pair, who)
        return page("double_waits.html.j2", round=found, who=who)

    @routes.get("/double/{number}/review", include_in_schema=False)
    def review_in_round(number: int, who: Person, event: Annotated[str | None, Query(max_length=200)] = None, skip: Pair = 0) -> HTMLResponse:
        found = _round(store, number)
        if not _coding_now(found, who):
            raise HTTPException(403, f"{who} is not coding in the double coding {number}.")
        return _review_in_round(store, found, who, event, skip or 0)

    @routes.post("/double/{number}/finish", summary="Say that one's own coding is done", status_code=201)
    def finish(number: int, who: Person) -> RoundState:
        try:
            finish_coding(store, number, who=who)
        except UsageError as err:
            raise HTTPException(422, str(err)) from err
        return _state(_round(store, number))

    @routes.post("/double/{number}/close", summary="End a double coding", status_code=201)
    def close(number: int, who: Person) -> RoundState:
        try:
            close_round(store, number, who=who)
        except UsageError as err:
            raise HTTPException(422, str(err)) from err
        return _state(_round(store, number))

    return routes


def _state(found: Round) -> RoundState:
    return RoundState(
        id=found.id, document=found.document, coders=list(found.coders), start_from=found.start_from, finished=sorted(found.finished), closed=found.closed
    )


def _round(store: Store, number: int) -> Round:
    found = find_round(store, number)
    if found is None:
        raise HTTPException(404, f"There is no double coding {number}.")
    return found


def _coding_now(found: Round, who: str) -> bool:
    return who in found.coders and who not in found.finished and not found.closed


def _coding_page(store: Store, found: Round, who: str) -> HTMLResponse:
    events = show_events(coding_of(store, found, who))
    document = find_document(store, found.document)
    assert document is not None
    return page("double_coding.html.j2", round=found, document=document, events=events, text=marked_text(document, events), who=who, **choices())


def _review_in_round(store: Store, found: Round, who: str, event: str | None, skip: int) -> HTMLResponse:
    events = coding_of(store, found, who)
    waiting = [e for e in events if e.reviewed is None]
    chosen: StoredEvent | None = next((e for e in events if e.event.id == event), None) if event else next(iter(waiting[skip:]), None)
    if chosen is None:
        return _coding_page(store, found, who)
    document = find_document(store, found.document)
    assert document is not None
    base = f"/double/{found.id}/review"
    place = Place(f"{base}?skip={skip}" if skip else base, f"{base}?skip={skip + 1}", f"{base}?event=", found.id)
    counts = Counter(e.reviewed or "" for e in events)
    return review_page(chosen, document, events, place, who=who, counts=counts, decisions=())

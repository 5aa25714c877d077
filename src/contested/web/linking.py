"""Linking: pairs of events side by side to be ruled on by key, and merged events with their sources, which can be taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from contested.errors import UsageError
from contested.linking.across.records import Comparison, Pair, Ref
from contested.linking.actors.records import ActorContradiction
from contested.store.browse import find_event
from contested.store.contradictions import Clash, actor_contradictions, event_contradictions
from contested.store.database import Store
from contested.store.merges import Kind, rule
from contested.store.ruling import take_apart, undo_last_ruling, unsure_pairs, waiting_pairs
from contested.web.comparing import Comparing, Comparisons
from contested.web.deciding import EventRef
from contested.web.pages import page
from contested.web.pairs import Respect, compare_events, prior_bits, respects
from contested.web.person import Person
from contested.web.shown import ShownEvent, show_event

_MOST = 200


class Relation(StrEnum):
    """How a person says that two events stand to each other; "part of" says so of the left one."""

    SAME = "same"
    PART_OF = "part of"
    DIFFERENT = "different"
    UNSURE = "unsure"


KINDS = {Relation.SAME: Kind.MERGE, Relation.PART_OF: Kind.PART_OF, Relation.DIFFERENT: Kind.APART, Relation.UNSURE: Kind.UNSURE}


class Ruling(BaseModel):
    """What a person rules about a pair."""

    model_config = ConfigDict(extra="forbid")

    left: EventRef
    right: EventRef
    relation: Relation
    why: str = Field(default="", max_length=2000)


class Why(BaseModel):
    """A reason, which may be left out."""

    model_config = ConfigDict(extra="forbid")

    why: str = Field(default="", max_length=2000)


class Compared(BaseModel):
    """A pair that waits: the probability that both are one event, and what each respect counts, in bits."""

    left: EventRef
    right: EventRef
    score: float
    bits: float
    respects: list[Respect]


class WaitingPairs(BaseModel):
    """The pairs that nobody has ruled on, the surest first."""

    waiting: int
    pairs: list[Compared]


class Contradictions(BaseModel):
    """What the last comparison found to contradict itself (A is B, B is C, A is not C): events, and names of actors."""

    events: list[Clash]
    actors: list[ActorContradiction]


class Ruled(BaseModel):
    """How many pairs wait after a ruling, or after one was taken back."""

    waiting: int


def linking_routes(store: Store, comparisons: Comparisons) -> APIRouter:
    """Give the routes of linking; every ruling is that of the person whose session it is."""
    routes = APIRouter(tags=["linking"])

    @routes.get("/links", include_in_schema=False)
    def links(who: Person, skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0, unsure: bool = False, contradictions: bool = False) -> HTMLResponse:
        waiting, left_open, clashes = waiting_pairs(store), unsure_pairs(store), event_contradictions(store)
        pairs: list[Comparison | Pair] = [*left_open] if unsure else [c.joined for c in clashes] if contradictions else [*waiting]
        chosen = next((found for pair in pairs[skip:] if (found := _both(store, pair))), None)
        clash = next((c for c in clashes if chosen and c.joined.pair == chosen.found.pair), None)
        return page(
            "links.html.j2", waiting=len(waiting), skip=skip, chosen=chosen, prior=prior_bits(), left_open=len(left_open), unsure=unsure, who=who,
            run=comparisons.last(), clashes=len(clashes), contradictions=contradictions, clash=clash,
            against=_both(store, clash.against) if clash and clash.against else None, names=actor_contradictions(store),
        )  # fmt: skip

    @routes.get("/links.json", summary="The pairs of events that wait for a person")
    def links_json(most: Annotated[int, Query(ge=1, le=_MOST)] = 20) -> WaitingPairs:
        waiting = waiting_pairs(store)
        pairs = [_compared(found) for c in waiting[:most] if (found := _both(store, c))]
        return WaitingPairs(waiting=len(waiting), pairs=pairs)

    @routes.get("/links/contradictions.json", summary="Pairs that speak for one event beside those that speak against it")
    def contradictions_json() -> Contradictions:
        return Contradictions(events=list(event_contradictions(store)), actors=list(actor_contradictions(store)))

    @routes.post("/links/rule", summary="Rule how two events stand to each other", status_code=201)
    def rule_pair(ruling: Ruling, who: Person) -> Ruled:
        left, right = (Ref(side.document, side.event) for side in (ruling.left, ruling.right))
        try:
            rule(store, KINDS[ruling.relation], left, right, who=who, why=ruling.why)
        except UsageError as err:
            raise HTTPException(422, str(err)) from err
        return Ruled(waiting=len(waiting_pairs(store)))

    @routes.post("/links/undo", summary="Take back the last ruling in force")
    def undo(who: Person) -> Ruled:
        if undo_last_ruling(store, who=who) is None:
            raise HTTPException(409, "There is no ruling of yours to take back.")
        return Ruled(waiting=len(waiting_pairs(store)))

    @routes.post("/links/find", summary="Begin to compare all events of the store anew; /links/find.json says how far it is", status_code=202)
    def find(who: Person) -> Comparing:
        try:
            return comparisons.start(who)
        except UsageError as err:
            raise HTTPException(409, str(err)) from err

    @routes.get("/links/find.json", summary="The comparison of all events that runs, or the last one since the server started")
    def find_json() -> Comparing:
        return comparisons.last()

    @routes.post("/merges/{number}/undo", summary="Take a merge apart", status_code=201)
    def part(number: int, reason: Why, who: Person) -> Ruled:
        try:
            take_apart(store, number, who=who, why=reason.why)
        except UsageError as err:
            raise HTTPException(422, str(err)) from err
        return Ruled(waiting=len(waiting_pairs(store)))

    return routes


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A pair for the page."""

    found: Comparison
    left: ShownEvent
    right: ShownEvent
    respects: list[Respect]


def _both(store: Store, pair: Comparison | Pair) -> ShownPair | None:
    """Prepare a pair for the page; None where one of its events is gone or was rejected."""
    refs = pair.pair if isinstance(pair, Comparison) else pair
    left, right = (find_event(store, *ref) for ref in refs)
    if left is None or right is None or "rejected" in (left.reviewed, right.reviewed):
        return None
    found = pair if isinstance(pair, Comparison) else compare_events(left, right)
    shown = show_event(0, left), show_event(1, right)
    return ShownPair(found, *shown, respects(*shown, found))


def _compared(shown: ShownPair) -> Compared:
    found = shown.found
    left, right = (EventRef(document=ref.document, event=ref.event) for ref in found.pair)
    return Compared(left=left, right=right, score=found.score, bits=found.bits, respects=shown.respects)

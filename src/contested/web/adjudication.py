"""Two codings side by side: differences marked, agreement by field, and the choice of the adjudicator."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from contested.errors import UsageError
from contested.evaluation.coders import CodersCompared, CodersPair, compare_coders
from contested.evaluation.pairing import ActionKinds
from contested.model.documents import Document
from contested.model.events import Event
from contested.store.adjudicating import adjudicate, adjudications
from contested.store.ask import StoredEvent, find_document
from contested.store.database import Store
from contested.store.rounds import Round, coding_of, find_round, machine_reading
from contested.store.verdicts import Decision
from contested.web.marking import marked_text
from contested.web.pages import page
from contested.web.person import Person
from contested.web.review_page import around
from contested.web.shown import ShownEvent, ShownValue, show_event

FIELDS = {
    "action": "act", "date": "date", "place": "place", "perpetrators": "by", "targets": "against", "weapons": "with",
    "casualties": "toll", "claims": "says",
}  # fmt: skip
"""The fields that are compared, each with its kind of value on the page."""
_SAME_BY = {"action": ("action", "action_evidence"), "claims": ("claims",)}


class Side(StrEnum):
    """Whose value is taken."""

    LEFT = "left"
    RIGHT = "right"


class Choice(BaseModel):
    """What an adjudicator chooses for a pair: the event with each field from one side, or (``keep`` false) no such event."""

    model_config = ConfigDict(extra="forbid")

    event: str = Field(max_length=200)
    keep: bool = True
    take: dict[str, Side] = Field(default={}, max_length=len(FIELDS))
    why: str = Field(default="", max_length=2000)


class Settled(BaseModel):
    """How many pairs are settled, of how many."""

    settled: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a pair, with the values of both."""

    field: str
    kind: str
    left: tuple[ShownValue, ...]
    right: tuple[ShownValue, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class ShownPair:
    """One pair for the page; ``event`` is its id in the record, ``decision`` the one that settled it."""

    number: int
    event: str
    title: str
    pair: CodersPair
    left: ShownEvent | None
    right: ShownEvent | None
    rows: tuple[Row, ...]
    decision: Decision | None


def compared(store: Store, found: Round) -> CodersCompared:
    """Compare the codings of both coders of a double coding."""
    document = _document(store, found)
    left, right = ([e.event for e in coding_of(store, found, coder) if e.reviewed != "rejected"] for coder in found.coders)
    return compare_coders(document.text, left, right, machine_reading(store, found), ActionKinds.load())


def compared_json(found: CodersCompared) -> dict[str, Any]:
    """Give a comparison as JSON."""
    return {
        "agreement": [{"field": a.field, "alpha": a.alpha, "units": a.units, "equal": a.equal} for a in found.agreement],
        "events": {"both": found.events.right, "first": found.events.gold, "second": found.events.coded},
        "pairs": [{"first": p.left and p.left.id, "second": p.right and p.right.id, "machine": p.machine and p.machine.id, "differing": list(p.differing)} for p in found.pairs],
    }  # fmt: skip


def adjudication_page(store: Store, found: Round, number: int | None, who: str) -> HTMLResponse:
    """Show one pair beside its text: the one asked for, else the first that is not settled."""
    document, both = _document(store, found), compared(store, found)
    settled = adjudications(store, found.id)
    pairs = [_shown(n, p, found, settled) for n, p in enumerate(both.pairs)]
    chosen = pairs[number] if number is not None and number < len(pairs) else next((p for p in pairs if p.decision is None), None)
    shown = [e for e in (chosen.left, chosen.right) if e] if chosen else []
    text = marked_text(document, shown, around(document, shown)) if shown else ""
    return page(
        "adjudicate.html.j2", round=found, document=document, both=both, pairs=pairs, chosen=chosen, text=text, who=who,
        agreed=sum(p.decision is None and not p.pair.differing for p in pairs),
    )  # fmt: skip


def adjudication_routes(store: Store) -> APIRouter:
    """Give the routes by which differences are settled."""
    routes = APIRouter(tags=["double coding"])

    @routes.post("/double/{number}/settle", summary="Settle one event of a double coding", status_code=201)
    def settle_pair(number: int, choice: Choice, who: Person) -> Settled:
        found = _round(store, number)
        both = compared(store, found)
        pair = next((p for p in both.pairs if record_id(found, p) == choice.event), None)
        if pair is None:
            raise HTTPException(404, f"There is no event {choice.event} in the double coding {number}.")
        _adjudicate(store, found, choice.event, _chosen(pair, choice.take) if choice.keep else None, who, choice.why)
        return _settled(store, found, both)

    @routes.post("/double/{number}/agreed", summary="Settle all events on which both coders agree", status_code=201)
    def settle_agreed(number: int, who: Person) -> Settled:
        found = _round(store, number)
        both = compared(store, found)
        settled = adjudications(store, number)
        for pair in both.pairs:
            if not pair.differing and record_id(found, pair) not in settled:
                _adjudicate(store, found, record_id(found, pair), pair.left, who, "both coders agree")
        return _settled(store, found, both)

    return routes


def record_id(found: Round, pair: CodersPair) -> str:
    """Name a pair's event in the record: as the machine's reading does, or by the ids that the coders gave it."""
    if pair.machine:
        return pair.machine.id
    event = pair.left or pair.right
    assert event is not None
    key = f"{found.id}\x1f{pair.left.id if pair.left else ''}\x1f{pair.right.id if pair.right else ''}"
    return f"{event.action}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def _chosen(pair: CodersPair, take: Mapping[str, Side]) -> Event | None:
    """Put the event together from the sides that were taken; where only one has it, from that."""
    base = pair.left or pair.right
    if base is None or pair.left is None or pair.right is None:
        return base or pair.machine
    fields = [name for name, side in take.items() if side is Side.RIGHT and name in FIELDS]
    changes = {part: getattr(pair.right, part) for name in fields for part in _SAME_BY.get(name, (name,))}
    spans = tuple(sorted({*pair.left.evidence, *pair.right.evidence}, key=lambda e: (e.start, e.end)))
    return pair.left.model_copy(update=changes | {"evidence": spans})


def _adjudicate(store: Store, found: Round, event_id: str, event: Event | None, who: str, why: str) -> None:
    try:
        adjudicate(store, found.id, event_id, event, who=who, why=why)
    except UsageError as err:
        raise HTTPException(422, str(err)) from err


def _settled(store: Store, found: Round, both: CodersCompared) -> Settled:
    return Settled(settled=len(adjudications(store, found.id)), pairs=len(both.pairs))


def _shown(number: int, pair: CodersPair, found: Round, settled: Mapping[str, Decision]) -> ShownPair:
    left, right = (show_event(n, StoredEvent(found.document, found.name, e)) if e else None for n, e in enumerate((pair.left, pair.right)))
    rows = tuple(
        Row(field, kind, left.of_kind(kind) if left else (), right.of_kind(kind) if right else (), field in pair.differing)
        for field, kind in FIELDS.items()
    )
    shown = left or right or show_event(0, StoredEvent(found.document, found.name, pair.machine))  # type: ignore[arg-type]
    event_id = record_id(found, pair)
    return ShownPair(number, event_id, f"{shown.title}, {shown.when}", pair, left, right, rows, settled.get(event_id))


def _round(store: Store, number: int) -> Round:
    found = find_round(store, number)
    if found is None:
        raise HTTPException(404, f"There is no double coding {number}.")
    if not found.comparable:
        raise HTTPException(422, "One of the coders is not done: their codings are not compared yet.")
    return found


def _document(store: Store, found: Round) -> Document:
    document = find_document(store, found.document)
    if document is None:
        raise HTTPException(404, f"There is no document {found.document} in this store.")
    return document

"""Documents: the list, and the text of one beside its coded events; and one event with who says what of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel
from starlette.responses import HTMLResponse

from contested.linking.across.records import Ref
from contested.model.documents import Document
from contested.model.events import Event, LeftOut
from contested.model.moments import UtcMoment
from contested.report.excerpts import Excerpts
from contested.report.matrix import Matrix, build_matrix
from contested.store.ask import Source, StoredEvent, find_document, find_left_out, list_sources
from contested.store.browse import events_of_document, find_event, page_of_sources
from contested.store.database import Store
from contested.store.decisions import decisions_of, unattached
from contested.store.remembering import Remembered
from contested.store.ruling import incident_of, merged_groups
from contested.store.schema import POLICIES
from contested.web.explore import ListedEvent
from contested.web.marking import marked_text
from contested.web.pages import page
from contested.web.questions import DEFAULT_POLICY, Policy
from contested.web.review_page import choices
from contested.web.shown import ShownEvent, show_event, show_events
from contested.web.why import count_by_policies, why_status

CARDS_AT_ONCE = 40
DOCUMENTS_A_PAGE = 100
First = Annotated[int, Query(ge=0, le=1_000_000)]
Short = Annotated[str | None, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A portion of a document's cards, from number ``first`` to ``last``."""

    first: int
    last: int
    loaded: bool
    events: Sequence[ShownEvent]


class CodedDocument(BaseModel):
    """A document as it was read, with its coded events. Offsets of evidence count code points of ``text``."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    sha256: str
    text: str
    events: list[ListedEvent]
    left_out: list[LeftOut]


class Decided(BaseModel):
    """One decision by a person about an event."""

    id: int
    at_utc: UtcMoment
    who: str
    verdict: str
    property: str | None
    why: str
    undoes: int | None


class EventDetail(BaseModel):
    """An event with its document, and every decision about it."""

    document: str
    name: str
    reviewed: str | None
    event: Event
    decisions: list[Decided]


def document_routes(remembered: Remembered) -> APIRouter:
    """Give the routes of documents and single events."""
    routes, store = APIRouter(tags=["documents"]), remembered.store

    @routes.get("/documents", include_in_schema=False)
    def documents(q: Annotated[str, Query(max_length=200)] = "", number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1) -> HTMLResponse:
        total, sources = page_of_sources(store, q.strip(), (number - 1) * DOCUMENTS_A_PAGE, DOCUMENTS_A_PAGE)
        return page("documents.html.j2", sources=sources, total=total, q=q, number=number, pages=max(1, ceil(total / DOCUMENTS_A_PAGE)))

    @routes.get("/documents.json", summary="The documents of the store")
    def documents_json() -> list[Source]:
        return list_sources(store)

    @routes.get("/documents/{document:path}.json", summary="A document and what was coded in it")
    def document_json(document: str) -> CodedDocument:
        read = _document(store, document)
        events = [ListedEvent(document=e.document, name=e.name, reviewed=e.reviewed, event=e.event) for e in events_of_document(store, document)]
        return CodedDocument(
            id=read.id, name=read.name, title=read.title, publisher=read.publisher, published=read.published, sha256=read.sha256,
            text=read.text, events=events, left_out=list(find_left_out(store, document)),
        )  # fmt: skip

    @routes.get("/documents/{document:path}", include_in_schema=False)
    def document_page(document: str, event: Short = None, first: First = 0) -> HTMLResponse:
        read = _document(store, document)
        events = show_events(events_of_document(store, document))
        wanted = next((e.number for e in events if e.event.id == event), first)
        return page(
            "document.html.j2", document=read, events=events, text=marked_text(read, events), chunks=list(_chunks(events, wanted)),
            left_out=find_left_out(store, document), unattached=unattached(store, document), **choices(),
        )  # fmt: skip

    @routes.get("/cards/{document:path}", include_in_schema=False)
    def more_cards(document: str, first: First = 0) -> HTMLResponse:
        found = events_of_document(store, document)[first : first + CARDS_AT_ONCE]
        return page("cards.html.j2", events=[show_event(first + n, e) for n, e in enumerate(found)])

    @routes.get("/claims/{document:path}", include_in_schema=False)
    def claims_page(document: str, policy: Policy = DEFAULT_POLICY, against: Policy = DEFAULT_POLICY) -> HTMLResponse:
        read = _document(store, document)
        excerpts = Excerpts({document: read})
        found = [e for e in events_of_document(store, document) if e.reviewed != "rejected"]
        pairs = [(show_event(n, e), build_matrix(e.event, document, excerpts)) for n, e in enumerate(found)]
        counts = {e.event.id: {c.policy: c for c in count_by_policies(e.event, against, document)} for e in found if e.event.casualties}
        reasons = {e.event.id: why_status(e.event, document, excerpts) for e in found}
        return page(
            "claims.html.j2", document=read, matrices=[(e, m) for e, m in pairs if m.rows], quotes=excerpts.records, total=len(found), counts=counts,
            reasons=reasons, policy=policy, against=against, policies=POLICIES,
        )  # fmt: skip

    @routes.get("/events/{document:path}/{event}.json", summary="One event and the decisions about it")
    def event_json(document: str, event: str) -> EventDetail:
        found = _event(store, document, event)
        return EventDetail(document=document, name=found.name, reviewed=found.reviewed, event=found.event, decisions=_decisions(store, document, event))

    @routes.get("/events/{document:path}/{event}", include_in_schema=False)
    def event_page(document: str, event: str, policy: Policy = DEFAULT_POLICY) -> HTMLResponse:
        read, found = _document(store, document), _event(store, document, event)
        excerpts = Excerpts({document: read})
        matrix: Matrix = build_matrix(found.event, document, excerpts)
        return page(
            "event.html.j2", document=read, shown=show_event(0, found), matrix=matrix, quotes=excerpts.records,
            reasons=why_status(found.event, document, excerpts), policy=policy,
            counts=count_by_policies(found.event, policy, document) if found.event.casualties else (), decisions=_decisions(store, document, event),
            incident=incident_of(remembered.ask(merged_groups), Ref(document, event)),
        )  # fmt: skip

    return routes


def _chunks(events: Sequence[ShownEvent], wanted: int) -> Iterator[Chunk]:
    """Cut the cards into portions, of which only the one with the wanted event is on the page from the start."""
    for first in range(0, len(events), CARDS_AT_ONCE):
        part = events[first : first + CARDS_AT_ONCE]
        yield Chunk(first, first + len(part) - 1, first <= wanted < first + CARDS_AT_ONCE, part)


def _decisions(store: Store, document: str, event: str) -> list[Decided]:
    made = [d for d in decisions_of(store, document) if event in (d.event, *d.by_subject())]
    return [
        Decided(id=d.id, at_utc=d.at_utc, who=d.who, verdict=d.verdict.value, property=d.property.value if d.property else None, why=d.why, undoes=d.undoes)
        for d in made
    ]  # fmt: skip


def _document(store: Store, document: str) -> Document:
    found = find_document(store, document)
    if found is None:
        raise HTTPException(404, f"There is no document {document} in this store.")
    return found


def _event(store: Store, document: str, event: str) -> StoredEvent:
    found: StoredEvent | None = find_event(store, document, event)
    if found is None:
        raise HTTPException(404, f"There is no event {event} in the document {document}.")
    return found


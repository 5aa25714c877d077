"""Search over texts, actors, places and documents, as a page and as JSON (Ctrl-K asks it too)."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import HTMLResponse

from contested.store.remembering import Remembered
from contested.store.searching import (
    FoundDocument,
    FoundName,
    FoundPassage,
    FoundPassages,
    search_actors,
    search_documents,
    search_passages,
    search_places,
)
from contested.web.pages import page

Wanted = Annotated[str, Query(max_length=200, description='Words to find; "words in quotation marks" stand together.')]
Most = Annotated[int, Query(ge=1, le=100, description="At most so many of each kind.")]


class Found(BaseModel):
    """What was found, by kind; ``passages`` holds the best of all passages found."""

    actors: tuple[FoundName, ...]
    places: tuple[FoundName, ...]
    documents: tuple[FoundDocument, ...]
    passages: FoundPassages = Field(description="parts are pieces of the text, each with whether it is a found word")


def search_routes(remembered: Remembered) -> APIRouter:
    """Give the routes of search."""
    routes = APIRouter(tags=["search"])

    @routes.get("/search", include_in_schema=False)
    def search(q: Wanted = "", most: Most = 30) -> HTMLResponse:
        return page("search.html.j2", q=q, found=_search(remembered, q, most), address=passage_address)

    @routes.get("/search.json", summary="Texts, actors, places and documents that hold words")
    def search_json(q: Wanted, most: Most = 20) -> Found:
        return _search(remembered, q, most)

    return routes


def passage_address(found: FoundPassage) -> str:
    """Give the address of a passage in its document: the browser scrolls to the words that it begins with."""
    beginning = " ".join(found.beginning.split()[:7])
    return f"/documents/{quote(found.document)}#:~:text={quote(beginning, safe='').replace('-', '%2D')}"


def _search(remembered: Remembered, q: str, most: int) -> Found:
    return Found(
        actors=remembered.ask(search_actors, q, most), places=remembered.ask(search_places, q, most), documents=remembered.ask(search_documents, q, most),
        passages=remembered.ask(search_passages, q, most),
    )  # fmt: skip

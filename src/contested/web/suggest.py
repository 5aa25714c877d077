"""Names to choose from while one is typed: actors and documents of the store, and places of the gazetteer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from contested.store.browse import names_like, page_of_sources
from contested.store.database import Store
from contested.web.places import FoundPlace, PlaceSearch

Words = Annotated[str, Query(max_length=200)]
MOST_DOCUMENTS = 12


class FoundDocument(BaseModel):
    """A document by its id, and what it is called."""

    document: str
    called: str


def suggest_routes(store: Store, places: PlaceSearch) -> APIRouter:
    """Give the routes that suggest."""
    routes = APIRouter(tags=["review"])

    @routes.get("/suggest/actors.json", summary="Names of actors that hold these words")
    def suggest_actors(q: Words) -> list[str]:
        return names_like(store, q) if q.strip() else []

    @routes.get("/suggest/documents.json", summary="Documents whose name, title or publisher holds these words")
    def suggest_documents(q: Words) -> list[FoundDocument]:
        _, found = page_of_sources(store, q.strip(), 0, MOST_DOCUMENTS) if q.strip() else (0, ())
        return [FoundDocument(document=s.document, called=s.title or s.name) for s in found]

    @routes.get("/suggest/places.json", summary="Places of the gazetteer that go by this name")
    def suggest_places(q: Words) -> list[FoundPlace]:
        return places.find(q)

    return routes

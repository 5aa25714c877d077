"""Names to choose from while a value is corrected: actors of the store and places of the gazetteer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from contested.store.browse import names_like
from contested.store.database import Store
from contested.web.places import FoundPlace, PlaceSearch

Words = Annotated[str, Query(max_length=200)]


def suggest_routes(store: Store, places: PlaceSearch) -> APIRouter:
    """Give the routes that suggest."""
    routes = APIRouter(tags=["review"])

    @routes.get("/suggest/actors.json", summary="Names of actors that hold these words")
    def suggest_actors(q: Words) -> list[str]:
        return names_like(store, q) if q.strip() else []

    @routes.get("/suggest/places.json", summary="Places of the gazetteer that go by this name")
    def suggest_places(q: Words) -> list[FoundPlace]:
        return places.find(q)

    return routes

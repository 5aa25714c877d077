"""Put the application together: pages, JSON and static files behind the guard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp

from contested import __version__
from contested.errors import StoreError
from contested.store.database import Store
from contested.store.remembering import Remembered
from contested.web.account_pages import account_routes, accounts_routes
from contested.web.actors import actor_routes
from contested.web.add_routes import add_routes
from contested.web.adding import Adding
from contested.web.adjudication import adjudication_routes
from contested.web.comparing import Comparisons
from contested.web.deciding import deciding_routes
from contested.web.documents import document_routes
from contested.web.double import double_routes
from contested.web.entrance import sign_in_routes, token_routes
from contested.web.explore import explore_routes
from contested.web.exports import export_routes
from contested.web.guard import Guard, Limits
from contested.web.incidents import incident_routes
from contested.web.linking import linking_routes
from contested.web.pages import page, static_file
from contested.web.person import person_routes
from contested.web.places import PlaceSearch
from contested.web.review import review_routes
from contested.web.search import search_routes
from contested.web.sessions import Sessions
from contested.web.suggest import suggest_routes
from contested.web.team import Team
from contested.web.tiles import NO_TILES, Tiles

_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}


class Told(BaseModel):
    """Why a request was refused, in a sentence."""

    detail: str


REFUSALS: dict[int | str, dict[str, Any]] = {
    404: {"model": Told, "description": "There is no such thing in the store."},
    409: {"model": Told, "description": "It cannot be done as things stand."},
    422: {"model": Told, "description": "The request cannot be read, or asks for what cannot be."},
}


@dataclass(frozen=True, slots=True)
class Application:
    """What the application works on: the store, the person who reviews, who may come in, how documents are added and events compared.

    With a ``team`` people sign in to their accounts, and the token of ``sessions`` lets nobody in.
    """

    store: Store
    who: str
    sessions: Sessions
    limits: Limits
    adding: Adding
    comparisons: Comparisons
    places: PlaceSearch
    tiles: Tiles = NO_TILES
    team: Team | None = None


def create_app(made_of: Application) -> ASGIApp:
    """Make the application that a server runs."""
    app = FastAPI(
        title="contested", version=__version__, docs_url=None, redoc_url=None, responses=REFUSALS,
        description="The events of a store: what happened, who says so and who denies it. Send the cookie of a session; requests that change something need the Origin of the server.",
    )  # fmt: skip
    store = made_of.store
    remembered = Remembered(store)
    for routes in (
        explore_routes(remembered, made_of.tiles), search_routes(remembered), export_routes(remembered),
        document_routes(remembered), review_routes(remembered), deciding_routes(store), suggest_routes(store, made_of.places),
        double_routes(store), adjudication_routes(store), linking_routes(store, made_of.comparisons), incident_routes(remembered),
        actor_routes(remembered), add_routes(made_of.adding), *_entrance(made_of),
    ):  # fmt: skip
        app.include_router(routes)
    _add_static(app)
    _add_faults(app)
    return Guard(app, made_of.team or made_of.sessions, made_of.limits)


def _entrance(made_of: Application) -> tuple[APIRouter, ...]:
    if made_of.team is None:
        return token_routes(made_of.sessions, made_of.limits.cookie, made_of.who), person_routes(made_of.sessions, made_of.limits.cookie)
    return sign_in_routes(made_of.team, made_of.limits), account_routes(made_of.store), accounts_routes(made_of.store)


def _add_static(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    def start() -> Response:
        return RedirectResponse("/explore")

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str, v: str = "") -> Response:
        found = static_file(name)
        if found is None:
            raise HTTPException(404, f"There is no file {name}.")
        kind = _TYPES.get("." + name.rsplit(".", 1)[-1], "application/octet-stream")
        kept = "private, max-age=31536000, immutable" if v else "no-cache"
        return Response(found.read_bytes(), media_type=kind, headers={"cache-control": kept})


def _add_faults(app: FastAPI) -> None:
    def tell(request: Request, status: int, told: str) -> Response:
        if request.method == "GET" and not request.url.path.endswith(".json"):
            return page("message.html.j2", status=status, title="Not found" if status == 404 else "That did not work", told=told)
        return JSONResponse({"detail": told}, status)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, err: HTTPException) -> Response:
        return tell(request, err.status_code, str(err.detail))

    @app.exception_handler(RequestValidationError)
    async def misread(request: Request, err: RequestValidationError) -> Response:
        told = "; ".join(f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}" for e in err.errors())
        return tell(request, 422, f"The request cannot be read ({told}).")

    @app.exception_handler(StoreError)
    async def store_fault(request: Request, err: Any) -> Response:
        return tell(request, 503, str(err))

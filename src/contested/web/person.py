"""Who decides: the one place that says which person a request comes from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from contested.web.sessions import Sessions
from contested.web.visitor import Visitor

SCOPE_KEY = "contested.visitor"


def visitor_of(request: Request) -> Visitor:
    """Give the person whose session a request belongs to; the guard has put them there."""
    visitor: Visitor = request.scope[SCOPE_KEY]
    return visitor


def person_of(request: Request) -> str:
    """Give the name of that person."""
    return visitor_of(request).name


Asking = Annotated[Visitor, Depends(visitor_of)]
Person = Annotated[str, Depends(person_of)]


def own_path(wanted: str, otherwise: str) -> str:
    """Give a wanted path if it is one of this server: an address of another one begins with two slashes or a scheme."""
    own = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if own else otherwise


def person_routes(sessions: Sessions, cookie: str) -> APIRouter:
    """Give the route by which a person says who they are: several may work at one server, each in a browser of their own."""
    routes = APIRouter()

    @routes.post("/person", include_in_schema=False)
    def rename(request: Request, who: Asking, name: Annotated[str, Form(max_length=100)], back: Annotated[str, Form(max_length=2000)] = "/review") -> Response:
        if who.has_account:
            raise HTTPException(409, f"You signed in as {who.name}, and decide as {who.name}.")
        sessions.rename(request.cookies.get(cookie, ""), " ".join(name.split()))
        return RedirectResponse(own_path(back, "/review"), 303)

    return routes

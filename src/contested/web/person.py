"""Who decides: the one place that says which person a request comes from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from contested.web.sessions import Sessions

SCOPE_KEY = "contested.person"


def person_of(request: Request) -> str:
    """Give the name of the person whose session a request belongs to; the guard has put it there."""
    return str(request.scope[SCOPE_KEY])


Person = Annotated[str, Depends(person_of)]


def person_routes(sessions: Sessions, cookie: str) -> APIRouter:
    """Give the route by which a person says who they are: several may work at one server, each in a browser of their own."""
    routes = APIRouter()

    @routes.post("/person", include_in_schema=False)
    def rename(request: Request, name: Annotated[str, Form(max_length=100)], back: Annotated[str, Form(max_length=2000)] = "/review") -> Response:
        sessions.rename(request.cookies.get(cookie, ""), " ".join(name.split()))
        # Only a path of this server: an address of another one begins with two slashes or a scheme.
        own = back.startswith("/") and not back.startswith(("//", "/\\"))
        return RedirectResponse(back if own else "/review", 303)

    return routes

"""How people come in and leave: by the token of the opening address, or by signing in to an account."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from contested.store.passwords import MOST
from contested.web.guard import Limits
from contested.web.pages import page
from contested.web.person import Asking, own_path
from contested.web.sessions import Sessions
from contested.web.team import SIGN_IN, Team, Unfit

HOME = "/explore"
Path = Annotated[str, Form(max_length=2000)]


def token_routes(sessions: Sessions, cookie: str, who: str) -> APIRouter:
    """Give the entrance of a store without accounts; ``who`` is whose sessions they are at first."""
    routes = APIRouter()

    @routes.get("/open", include_in_schema=False)
    def enter(token: str = "") -> Response:
        late = sessions.too_many_failures()
        session = sessions.sign_in(token, who)
        if session is None:
            return page("message.html.j2", status=429 if late else 401, title="Not let in", told="Too many wrong tokens: wait a minute." if late else "The token is wrong or from an earlier run. Open the address that contested serve printed.")
        # A page that leads on, not a redirect: after a click in another program a strict cookie would not be sent.
        answer = page("opened.html.j2", to=HOME)
        answer.set_cookie(cookie, session, httponly=True, samesite="strict", path="/")
        return answer

    @routes.post("/leave", include_in_schema=False)
    def leave(request: Request) -> Response:
        sessions.close(request.cookies.get(cookie, ""))
        answer = page("message.html.j2", title="Signed out", told="Open the address that contested serve printed to come back.")
        answer.delete_cookie(cookie, path="/")
        return answer

    return routes


def sign_in_routes(team: Team, limits: Limits) -> APIRouter:
    """Give the entrance of a store with accounts."""
    routes = APIRouter()

    @routes.get(SIGN_IN, include_in_schema=False)
    def ask(who: Asking, to: Annotated[str, Query(max_length=2000)] = HOME) -> Response:
        return page("sign_in.html.j2", to=own_path(to, HOME), told="", name="") if who is None else RedirectResponse(own_path(to, HOME), 303)

    @routes.post(SIGN_IN, include_in_schema=False)
    def sign_in(
        request: Request, name: Annotated[str, Form(max_length=200)], password: Annotated[str, Form(max_length=MOST)], to: Path = HOME
    ) -> Response:
        key, unfit = team.sign_in(name, password, address_of(request, limits), request.headers.get("user-agent", ""))
        if key is None:
            return page("sign_in.html.j2", status=429 if unfit is Unfit.LATE else 401, to=own_path(to, HOME), told=unfit, name=name)
        answer = RedirectResponse(own_path(to, HOME), 303)
        answer.set_cookie(limits.cookie, key, httponly=True, samesite="strict", path="/", secure=limits.secure)
        return answer

    @routes.post("/leave", include_in_schema=False)
    def leave(request: Request) -> Response:
        team.close(request.cookies.get(limits.cookie, ""))
        answer = RedirectResponse(SIGN_IN, 303)
        answer.delete_cookie(limits.cookie, path="/", secure=limits.secure, httponly=True, samesite="strict")
        return answer

    return routes


def address_of(request: Request, limits: Limits) -> str:
    """Give the address of a browser: behind a proxy, the one that the proxy added last; what stands before it anybody may have written."""
    if limits.origin:
        return request.headers.get("x-forwarded-for", "").rsplit(",", 1)[-1].strip()
    return request.client.host if request.client else ""

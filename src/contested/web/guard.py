"""What stands before every page: right host, right origin, a session, the role, small bodies; and headers that keep a page to itself."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contested.errors import StoreError
from contested.web.person import SCOPE_KEY
from contested.web.rights import OWN_PAGE, SAFE_METHODS, must_choose_password, needed_role
from contested.web.visitor import ASKING, Door, Visitor

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
ENTRANCES, STATIC = frozenset({"/open", "/sign-in"}), "/static/"
BODY_BYTES, UPLOAD_BYTES, BODY_TIME_S, ANSWER_TIME_S = 64_000, 52_000_000, 60.0, 60.0
UPLOADS = "/add/files"
HTTPS_FOR_A_YEAR = "max-age=31536000"


@dataclass(frozen=True, slots=True)
class Limits:
    """How the server may be named, the name of its cookie, and how long a body and the taking of a part of an answer may take.

    ``images`` is a further origin of images; ``origin`` is how browsers reach the server through a proxy
    ("https://records.example.org"). "" for none.
    """

    hosts: frozenset[str]
    cookie: str
    body_time_s: float = BODY_TIME_S
    images: str = ""
    origin: str = ""
    answer_time_s: float = ANSWER_TIME_S

    @property
    def secure(self) -> bool:
        """Do browsers reach the server encrypted?"""
        return self.origin.startswith("https://")


class Refusal(HTTPException):
    """A request that is not let in, with the status and a line that says why."""


class Guard:
    """Let a request through to the application, or refuse it with one line."""

    def __init__(self, app: ASGIApp, door: Door, limits: Limits) -> None:
        self._app, self._door, self._limits = app, door, limits
        policy = HEADERS["content-security-policy"].replace("img-src 'self'", f"img-src 'self' {limits.images}".rstrip())
        self._headers = {**HEADERS, "content-security-policy": policy} | ({"strict-transport-security": HTTPS_FOR_A_YEAR} if limits.secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answered = False

        async def send_guarded(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                answered = True
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            # Who asks and then does not take the answer must not hold it for ever.
            await asyncio.wait_for(send(message), self._limits.answer_time_s)

        try:
            self._check(scope)
            visitor, instead = await self._let_in(scope)
            ASKING.set(visitor)
            await (instead or self._app)(scope, self._limited(scope, receive), send_guarded)
        except Refusal as refusal:
            if not answered:
                await PlainTextResponse(f"{refusal.detail}\n", refusal.status_code)(scope, receive, send_guarded)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._limits.hosts:
            raise Refusal(421, "This server is not reached by that name: use the address that contested serve printed.")
        origin = headers.get("origin")
        own = self._limits.origin or f"{scope.get('scheme', 'http')}://{headers['host']}"
        if (origin is not None and origin != own) or (origin is None and scope["method"] not in SAFE_METHODS):
            raise Refusal(403, "Requests from other sites are not let in.")

    async def _let_in(self, scope: Scope) -> tuple[Visitor | None, Response | None]:
        """Find out who asks, and whether they may; or give what is answered instead."""
        path, method, headers = scope["path"], scope["method"], Headers(scope=scope)
        if path.startswith(STATIC):
            return None, None
        key = _cookie(headers.get("cookie", ""), self._limits.cookie)
        try:
            visitor = await run_in_threadpool(self._door.visitor, key)
        except StoreError as err:
            raise Refusal(503, str(err)) from err
        scope[SCOPE_KEY] = visitor
        if path in ENTRANCES:
            return visitor, None
        if visitor is None:
            asked = path + (f"?{scope['query_string'].decode('latin-1')}" if scope.get("query_string") else "")
            return None, self._door.turned_away(asked, headers, method in SAFE_METHODS and headers.get("sec-fetch-dest", "document") == "document")
        if must_choose_password(visitor, path):
            return visitor, RedirectResponse(OWN_PAGE, 303)
        needed = needed_role(method, path)
        if not visitor.role.may(needed):
            raise Refusal(403, f"Your account is that of a {visitor.role}: this is for a {needed}.")
        return visitor, None

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        """Count the body as it comes, so that neither a large nor an endless one is held."""
        most = UPLOAD_BYTES if scope["path"] == UPLOADS else BODY_BYTES
        if int_or_none(Headers(scope=scope).get("content-length", "0")) not in range(most + 1):
            raise Refusal(413, f"The body is larger than {most:,} bytes.")
        seen = 0
        until: float | None = None

        async def receive_limited() -> Message:
            nonlocal seen, until
            loop = asyncio.get_running_loop()
            until = until or loop.time() + self._limits.body_time_s
            if seen < 0:
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), until - loop.time())
            except TimeoutError as err:
                raise Refusal(408, "The body took too long.") from err
            seen += len(message.get("body", b""))
            if seen > most:
                raise Refusal(413, f"The body is larger than {most:,} bytes.")
            if not message.get("more_body"):
                seen = -1
            return message

        return receive_limited


def int_or_none(text: str) -> int | None:
    """Read a number of plain digits, None for anything else."""
    return int(text) if text.isascii() and text.isdigit() else None


def _cookie(header: str, name: str) -> str | None:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found else None

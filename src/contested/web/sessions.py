"""Who may use the application where there are no accounts: one token in the opening address, then a session of their own."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response

from contested.model.people import Role
from contested.web.tries import Tries
from contested.web.visitor import Visitor

TRIES, WITHIN_S = 10, 60.0
_KIND = "token"


@dataclass(slots=True)
class Sessions:
    """The open sessions of one run of the server, each with the person it belongs to; ``clock`` gives seconds."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    clock: Callable[[], float] = monotonic
    _open: dict[str, str] = field(default_factory=dict)
    _tries: Tries = field(init=False)

    def __post_init__(self) -> None:
        self._tries = Tries(TRIES, WITHIN_S, self.clock)

    def sign_in(self, token: str, who: str = "") -> str | None:
        """Give a new session of a person for the right token, None for a wrong one or after too many wrong ones."""
        if not self._tries.take(_KIND):
            return None
        if not secrets.compare_digest(token.encode("utf-8", "surrogatepass"), self.token.encode()):
            return None
        self._tries.forgive(_KIND)
        session = secrets.token_urlsafe(24)
        self._open[session] = who
        return session

    def too_many_failures(self) -> bool:
        """Were there so many wrong tokens in the last minute that no more are looked at?"""
        return self._tries.spent(_KIND)

    def visitor(self, key: str | None) -> Visitor | None:
        """Give the person of an open session, who may do everything; None for any other."""
        who = self._open.get(key) if key is not None else None
        return None if who is None else Visitor(who, Role.LEAD)

    def turned_away(self, path: str, headers: Headers, navigates: bool) -> Response:
        """Say how to come in."""
        return PlainTextResponse("Open the address that contested serve printed: it carries the token that lets you in.\n", 401)

    def rename(self, session: str, who: str) -> None:
        """Let a session be that of another person; a name of blanks changes nothing."""
        if who and session in self._open:
            self._open[session] = who

    def close(self, session: str) -> None:
        """End a session."""
        self._open.pop(session, None)

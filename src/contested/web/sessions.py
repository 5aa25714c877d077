"""Who may use the application: one token in the opening address, then a session of their own."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

TRIES, WITHIN_S = 10, 60.0


@dataclass(slots=True)
class Sessions:
    """The open sessions of one run of the server, each with the person it belongs to; ``clock`` gives seconds."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    clock: Callable[[], float] = monotonic
    _open: dict[str, str] = field(default_factory=dict)
    _failures: deque[float] = field(default_factory=deque)

    def sign_in(self, token: str, who: str = "") -> str | None:
        """Give a new session of a person for the right token, None for a wrong one or after too many wrong ones."""
        if self.too_many_failures():
            return None
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            self._failures.append(self.clock())
            return None
        session = secrets.token_urlsafe(24)
        self._open[session] = who
        return session

    def too_many_failures(self) -> bool:
        """Were there so many wrong tokens in the last minute that no more are looked at?"""
        while self._failures and self.clock() - self._failures[0] > WITHIN_S:
            self._failures.popleft()
        return len(self._failures) >= TRIES

    def person(self, session: str | None) -> str | None:
        """Name the person of an open session, None for any other."""
        return self._open.get(session) if session is not None else None

    def rename(self, session: str, who: str) -> None:
        """Let a session be that of another person; a name of blanks changes nothing."""
        if who and session in self._open:
            self._open[session] = who

    def close(self, session: str) -> None:
        """End a session."""
        self._open.pop(session, None)

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
    """The open sessions of one run of the server; ``clock`` gives seconds."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    clock: Callable[[], float] = monotonic
    _open: set[str] = field(default_factory=set)
    _failures: deque[float] = field(default_factory=deque)

    def sign_in(self, token: str) -> str | None:
        """Give a new session for the right token, None for a wrong one or after too many wrong ones."""
        if self.too_many_failures():
            return None
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            self._failures.append(self.clock())
            return None
        session = secrets.token_urlsafe(24)
        self._open.add(session)
        return session

    def too_many_failures(self) -> bool:
        """Were there so many wrong tokens in the last minute that no more are looked at?"""
        while self._failures and self.clock() - self._failures[0] > WITHIN_S:
            self._failures.popleft()
        return len(self._failures) >= TRIES

    def knows(self, session: str | None) -> bool:
        """Is it an open session?"""
        return session is not None and session in self._open

    def close(self, session: str) -> None:
        """End a session."""
        self._open.discard(session)

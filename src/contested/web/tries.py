"""Count tries, so that passwords and tokens cannot be guessed by trying."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

KEYS = 10_000


@dataclass(slots=True)
class Tries:
    """At most ``most`` tries of one kind ``within_s`` seconds; ``clock`` gives seconds. The kinds longest unused are forgotten first."""

    most: int
    within_s: float
    clock: Callable[[], float] = monotonic
    _seen: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def spent(self, kind: str) -> bool:
        """Are there no more tries for now?"""
        with self._lock:
            return len(self._recent(kind)) >= self.most

    def take(self, kind: str) -> bool:
        """Count a try before it is made, so that many at once count too; False where none is left."""
        with self._lock:
            recent = self._recent(kind)
            if len(recent) >= self.most:
                return False
            recent.append(self.clock())
            self._seen[kind] = recent
            self._seen.move_to_end(kind)
            while len(self._seen) > KEYS:
                self._seen.popitem(last=False)
            return True

    def forgive(self, kind: str) -> None:
        """Take back the last try: it was right."""
        with self._lock:
            recent = self._seen.get(kind)
            if recent:
                recent.pop()

    def _recent(self, kind: str) -> deque[float]:
        recent = self._seen.get(kind) or deque()
        while recent and self.clock() - recent[0] > self.within_s:
            recent.popleft()
        return recent

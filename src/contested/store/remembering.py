"""Remember the answers to questions about many events until the store changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import func, select

from contested.store.database import Store
from contested.store.link_schema import merges
from contested.store.schema import decisions, log

State = tuple[int, ...]
P = ParamSpec("P")
T = TypeVar("T")
MOST = 400


def state_of(store: Store) -> State:
    """Tell two states of a store apart, whoever wrote to it: every change of events adds to one of three records."""
    newest = (select(func.coalesce(func.max(table.c.id), 0)).scalar_subquery() for table in (log, decisions, merges))
    with store.reading() as connection:
        return tuple(int(n) for n in connection.execute(select(*newest)).one())


class Remembered:
    """The answers to questions asked lately, of the present state of one store; arguments must be hashable."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._state: State = ()
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def ask(self, question: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Give the answer to a question, asked anew if the store has changed since."""
        key = (question, args, tuple(sorted(kwargs.items())))
        state = state_of(self.store)
        with self._lock:
            if state != self._state:
                self._answers.clear()
                self._state = state
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]  # type: ignore[no-any-return]
        answer = question(self.store, *args, **kwargs)
        with self._lock:
            if state == self._state:
                self._answers[key] = answer
                while len(self._answers) > MOST:
                    self._answers.popitem(last=False)
        return answer

"""The log of a store: who did what, when and why, one line each, never changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from contested.errors import ReadOnlyStoreError, StoreError
from contested.store.database import Store
from contested.store.schema import log

EXPORT, WRITTEN, FAILED = "export", "export written", "export failed"


def note(store: Store, who: str, what: str, why: str, document: str | None = None) -> None:
    """Write one line.

    Raises: StoreError: the database cannot be used.
    """
    with store.writing() as connection:
        connection.execute(log.insert().values(at_utc=store.now(), who=who, what=what, document=document, why=why))


@contextmanager
def recorded_export(store: Store, who: str, told: str, unrecorded: Callable[[], None]) -> Iterator[list[str]]:
    """Write down what leaves the store before it is written, and afterwards what came of it (what is put into the list).

    A run that is killed has left its first line. A store that nobody may write to is read all the same: then
    ``unrecorded`` is called, so that the person is told.
    """
    came_of_it: list[str] = []
    try:
        note(store, who, EXPORT, told)
    except ReadOnlyStoreError:
        unrecorded()
        yield came_of_it
        return
    try:
        yield came_of_it
    except BaseException as err:
        with suppress(StoreError):
            note(store, who, FAILED, f"{told}: {type(err).__name__}")
        raise
    note(store, who, WRITTEN, f"{told}: {', '.join(came_of_it)}")

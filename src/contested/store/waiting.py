"""The queue of review: events that nobody has decided about, without those that are being double coded."""

from __future__ import annotations

from contested.store.ask import EventFilter, StoredEvent
from contested.store.browse import page_of_events
from contested.store.database import Store
from contested.store.rounds import open_documents


def waiting_events(store: Store, first: int, most: int) -> list[StoredEvent]:
    """Give events that wait for a decision, the most doubtful and weighty first, from the ``first`` on (counted from 0)."""
    with store.reading() as connection:
        closed_off = tuple(sorted(open_documents(connection)))
    return page_of_events(store, EventFilter(reviewed="no", not_documents=closed_off), "doubt", first, most)

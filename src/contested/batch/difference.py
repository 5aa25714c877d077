"""What is different between two codings of a document, in words."""

from __future__ import annotations

from contested.exchange.cells import cell_text
from contested.exchange.event_rows import EVENT_COLUMNS, event_row
from contested.model.events import Coding, Event

_NOT_COMPARED = frozenset({"document", "event", "confidence"})


def difference(before: Coding | None, after: Coding) -> tuple[str, ...]:
    """Name the events that are new, gone or changed, with the values before and after; nothing where there was no coding."""
    if before is None:
        return ()
    old, new = ({e.id: e for e in c.events} for c in (before, after))
    told = [f"event {i} is gone" for i in old if i not in new] + [f"event {i} is new" for i in new if i not in old]
    return (*told, *(line for i, event in new.items() if i in old for line in _changes(old[i], event)))


def _changes(old: Event, new: Event) -> list[str]:
    pairs = zip(EVENT_COLUMNS, event_row("", old), event_row("", new), strict=True)
    return [
        f"event {new.id}: {column} {cell_text(a) or 'nothing'} → {cell_text(b) or 'nothing'}"
        for column, a, b in pairs
        if a != b and column not in _NOT_COMPARED
    ]

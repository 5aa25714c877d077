"""Histories, printed."""

from __future__ import annotations

from contested.cli.options import Format
from contested.cli.show.output import print_records
from contested.errors import UsageError
from contested.linking.across.records import Ref
from contested.store.ask import events_named
from contested.store.database import Store
from contested.store.history import history_of


def show_history(store: Store, named: str, format: Format) -> None:
    """Print the history of the one event that is named so.

    Raises: UsageError: no event, or several, begin so.
    """
    found = events_named(store, named)
    if len(found) != 1:
        several = ", ".join(f"{f.document}:{f.event.id}" for f in found[:5])
        raise UsageError(f"'{named}' names {len(found)} events" + (f" ({several})" if several else ""), fix="Write it as DOCUMENT:ID.")
    lines = history_of(store, Ref(found[0].document, found[0].event.id))
    records = [{"at": f"{h.at_utc:%Y-%m-%d %H:%M:%S}", "who": h.who, "what": h.what, "number": h.number, "why": h.why} for h in lines]
    print_records(records, format, "nothing is recorded")

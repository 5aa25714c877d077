"""Events, claims and sources of the store, printed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from contested.cli.options import Format
from contested.cli.show.event_table import print_events, short_id
from contested.cli.show.output import print_csv_row, print_records, tell
from contested.cli.show.wording import date_words
from contested.exchange.event_rows import EVENT_COLUMNS, event_row
from contested.store.ask import Source, StoredEvent


def show_events(found: Sequence[StoredEvent], format: Format) -> None:
    """Print events in the wanted form."""
    if format is Format.TABLE:
        if found:
            print_events([f.event for f in found])
        tell(f"{len(found)} events" if found else "no event was found")
    elif format is Format.CSV:
        print_csv_row(EVENT_COLUMNS)
        for f in found:
            print_csv_row(event_row(f.name, f.event))
    else:
        print_records([event_record(f) for f in found], format, "")


def event_record(found: StoredEvent) -> dict[str, Any]:
    """Give an event as JSON has it, with the name of its document."""
    return {"document": found.name, **json.loads(found.event.model_dump_json())}


def show_claims(found: Sequence[StoredEvent], format: Format) -> None:
    """Print the claims about events, one a line, with their words."""
    records = [
        {
            "event": f.event.id if format is not Format.TABLE else short_id(f.event), "date": date_words(f.event.date), "act": f.event.action, "party": c.party,
            "stance": c.stance.value, "about": c.about, "words": " […] ".join(" ".join(e.text.split()) for e in c.evidence),
            "document": f.name,
        }
        for f in found
        for c in f.event.claims
    ]
    print_records(records, format, "no claim was found")


def show_sources(found: Sequence[Source], format: Format) -> None:
    """Print the documents with what was made of them."""
    records = [
        {
            "document": s.name, "title": s.title, "publisher": s.publisher,
            "published": s.published.isoformat() if s.published else None, "events": s.events, "left_out": s.left_out,
            "coder": s.coder, "coded": f"{s.coded_at_utc:%Y-%m-%d %H:%M} UTC",
        }
        for s in found
    ]
    print_records(records, format, "the store holds no document")

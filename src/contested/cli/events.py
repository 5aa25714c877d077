"""``contested events``: look up events, or one event with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption, with_event_filter

if TYPE_CHECKING:
    from contested.store.ask import EventFilter

EventId = Annotated[str | None, typer.Argument(metavar="[ID]", help="Show this event with the words of every value.")]


@with_event_filter
def events(
    id: EventId = None, store: StoreOption = DEFAULT_STORE, format: FormatOption = Format.TABLE, *, wanted: EventFilter
) -> None:
    """List the events in the store, or show one with its sentences and the words that each value came from."""
    from contested.cli.show.one_event import show_event
    from contested.cli.show.records import show_events
    from contested.store.ask import find_events
    from contested.store.database import open_store

    opened = open_store(store, create=False)
    if id is not None:
        show_event(opened, id, format)
    else:
        show_events(find_events(opened, wanted), format)

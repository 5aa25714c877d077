"""``contested events``: look up events, or one event with its words."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import (
    DEFAULT_STORE,
    ActionOption,
    ActorOption,
    ConfidenceOption,
    CountryOption,
    Format,
    FormatOption,
    FromOption,
    StatusOption,
    StoreOption,
    ToOption,
    event_filter,
)

EventId = Annotated[str | None, typer.Argument(metavar="[ID]", help="Show this event with the words of every value.")]


def events(
    id: EventId = None,
    store: StoreOption = DEFAULT_STORE,
    format: FormatOption = Format.TABLE,
    first: FromOption = None,
    last: ToOption = None,
    country: CountryOption = None,
    action: ActionOption = None,
    actor: ActorOption = None,
    status: StatusOption = None,
    min_confidence: ConfidenceOption = 0.0,
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
        show_events(find_events(opened, event_filter(first, last, country, action, actor, status, min_confidence)), format)

"""``contested history``: what became of an event, and who did it."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption

Event = Annotated[str, typer.Argument(metavar="EVENT", help="The event's id or its beginning, or DOCUMENT:ID.")]


def history(event: Event, store: StoreOption = DEFAULT_STORE, format: FormatOption = Format.TABLE) -> None:
    """Show the history of an event: readings, decisions, merges and their undoing, with who, when and why."""
    from contested.cli.show.histories import show_history
    from contested.store.database import open_store

    show_history(open_store(store, create=False), event, format)

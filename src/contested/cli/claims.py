"""``contested claims``: who takes which position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption, with_event_filter

if TYPE_CHECKING:
    from contested.store.ask import EventFilter

Matrix = Annotated[bool, typer.Option("--matrix", help="Lay out facts by speakers, for each incident over all its documents.")]
Of = Annotated[str | None, typer.Option("--event", metavar="ID", help="With --matrix: only the incident that holds this event.")]


@with_event_filter
def claims(
    store: StoreOption = DEFAULT_STORE,
    format: FormatOption = Format.TABLE,
    matrix: Matrix = False,
    event: Of = None,
    *,
    wanted: EventFilter,
) -> None:
    """List who claims, reports, accuses, confirms or denies what, with the words."""
    from contested.cli.show.ledger import show_matrix
    from contested.cli.show.records import show_claims
    from contested.store.ask import find_events
    from contested.store.database import open_store

    opened = open_store(store, create=False)
    if matrix:
        show_matrix(opened, event, format)
    else:
        show_claims(find_events(opened, wanted), format)

"""``contested claims``: who takes which position."""

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

Matrix = Annotated[bool, typer.Option("--matrix", help="Lay out facts by speakers, for each incident over all its documents.")]
Of = Annotated[str | None, typer.Option("--event", metavar="ID", help="With --matrix: only the incident that holds this event.")]


def claims(
    store: StoreOption = DEFAULT_STORE,
    format: FormatOption = Format.TABLE,
    first: FromOption = None,
    last: ToOption = None,
    country: CountryOption = None,
    action: ActionOption = None,
    actor: ActorOption = None,
    status: StatusOption = None,
    min_confidence: ConfidenceOption = 0.0,
    matrix: Matrix = False,
    event: Of = None,
) -> None:
    """List who claims, reports, accuses, confirms or denies what, with the words."""
    from contested.cli.show.ledger import show_matrix
    from contested.cli.show.records import show_claims
    from contested.store.ask import find_events
    from contested.store.database import open_store

    if matrix:
        show_matrix(open_store(store, create=False), event, format)
        return
    wanted = event_filter(first, last, country, action, actor, status, min_confidence)
    show_claims(find_events(open_store(store, create=False), wanted), format)

"""``contested report``: one offline page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption
from contested.cli.release import tell_withheld, with_terms

if TYPE_CHECKING:
    from contested.exchange.release.releasing import Terms

Page = Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The page to write.")]
Title = Annotated[str, typer.Option("--title", help="The title of the page.")]


@with_terms
def report(out: Page = Path("report.html"), title: Title = "Events", store: StoreOption = DEFAULT_STORE, *, terms: Terms) -> None:
    """Write one HTML page of the store that opens without a network: events, map, actors, claims with quotations.

    The rules of release are those of contested export; only internal shows words that no coding quotes.
    """
    from contested.batch.exporting import StoredReadings
    from contested.cli.show.recording import recorded
    from contested.report.page import write_report
    from contested.store.database import open_store
    from contested.store.identities import find_identities

    opened = open_store(store, create=False)
    with recorded(opened, f"page for {terms.audience} into {out.absolute()}") as came_of_it:
        withheld = write_report(StoredReadings(opened), terms, out, title=title, identities=find_identities(opened))
        came_of_it.append(f"{withheld.names_withheld} names withheld")
    typer.echo(f"{out} is written: open it in a browser", err=True)
    tell_withheld(withheld)

"""``contested report``: one offline page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

Page = Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The page to write.")]
Title = Annotated[str, typer.Option("--title", help="The title of the page.")]


def report(out: Page = Path("report.html"), title: Title = "Events", store: StoreOption = DEFAULT_STORE) -> None:
    """Write one HTML page of the store that opens without a network: events, map, actors, claims with quotations."""
    from contested.cli.show.recording import recorded
    from contested.report.page import write_report
    from contested.store.ask import all_readings
    from contested.store.database import open_store

    opened = open_store(store, create=False)
    readings = list(all_readings(opened))
    with recorded(opened, f"page into {out.absolute()}") as came_of_it:
        write_report([coding for _, coding in readings], [document for document, _ in readings], out, title=title)
        came_of_it.append(f"{len(readings)} documents")
    typer.echo(f"{out} is written: open it in a browser", err=True)

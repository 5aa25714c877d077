"""``contested report``: one offline page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

Page = Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The page to write.")]


def report(out: Page = Path("report.html"), store: StoreOption = DEFAULT_STORE) -> None:
    """Write one HTML page of the store that opens without a network: events, map, actors, claims with quotations."""
    from contested.report import write_report
    from contested.store.ask import all_readings
    from contested.store.database import open_store

    write_report(all_readings(open_store(store, create=False)), out)
    typer.echo(f"{out} is written: open it in a browser", err=True)

"""``contested export``: files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

LayoutOption = Annotated[str, typer.Option("--layout", help="One of acled, csv, geojson, json, jsonl, ucdp.")]
Folder = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder to write; an earlier export in it is replaced.")]


def export(out: Folder, layout: LayoutOption = "csv", store: StoreOption = DEFAULT_STORE) -> None:
    """Write all codings in the store into a folder, with a manifest of rows and hashes."""
    from contested.exchange.layouts import export as write
    from contested.store.ask import all_codings
    from contested.store.database import open_store

    manifest = write(all_codings(open_store(store, create=False)), layout, out)
    typer.echo(f"{out}: {manifest.documents} documents, {manifest.events} events, {len(manifest.files)} files", err=True)

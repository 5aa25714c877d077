"""``contested export``: files for other programs, for an audience."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption
from contested.cli.release import tell_withheld, with_terms

if TYPE_CHECKING:
    from contested.exchange.release.releasing import Terms

LayoutOption = Annotated[
    str,
    typer.Option(
        "--layout", help="One of acled, acled-numeric, croissant, csv, ftm, geojson, json, jsonl, parquet, plover, sqlite, ucdp."
    ),
]
Folder = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder to write; an earlier export in it is replaced.")]
PolicyOption = Annotated[
    str | None,
    typer.Option(
        "--policy", metavar="NAME",
        help="What decides tolls, dates, places and statuses: acled, ucdp, by_source, independent_only, or a file of your own (.toml); "
        "if not named, acled and ucdp for those layouts and by_source for the others.",
    ),
]  # fmt: skip


@with_terms
def export(out: Folder, layout: LayoutOption = "csv", store: StoreOption = DEFAULT_STORE, policy: PolicyOption = None, *, terms: Terms) -> None:
    """Write what the store holds into a folder, with a manifest of rows, hashes, policy and what was withheld.

    Events that contested link joined are one incident; tolls, dates, places and statuses of incidents are the policy's.
    """
    from contested.assessing.policies.reading import read_policy
    from contested.batch.exporting import StoredReadings, stored_grouping
    from contested.cli.show.recording import recorded
    from contested.exchange.layouts import export as write
    from contested.exchange.manifest import manifest_hash
    from contested.store.database import open_store

    opened = open_store(store, create=False)
    chosen = read_policy(policy) if policy else None
    with recorded(opened, f"{layout} for {terms.audience} into {out.absolute()}") as came_of_it:
        manifest = write(StoredReadings(opened), layout, out, terms, chosen, stored_grouping(opened))
        came_of_it += [f"{manifest.events} events", f"{manifest.documents} documents", f"policy {manifest.policy}", manifest_hash(out)]
    counted = f"{manifest.documents} documents, {manifest.events} events, {manifest.incidents} incidents (policy {manifest.policy})"
    typer.echo(f"{out}: {counted}, {len(manifest.files)} files", err=True)
    tell_withheld(manifest.release)

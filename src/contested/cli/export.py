"""``contested export``: files for other programs, for an audience."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

LayoutOption = Annotated[
    str,
    typer.Option(
        "--layout", help="One of acled, acled-numeric, croissant, csv, ftm, geojson, json, jsonl, parquet, plover, sqlite, ucdp."
    ),
]
Folder = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder to write; an earlier export in it is replaced.")]
AudienceOption = Annotated[
    str,
    typer.Option(
        "--audience",
        help="public: names of private people and contacts are withheld. partner: contacts are. internal: nothing is, and texts come along.",
    ),
]
PlacesOption = Annotated[
    str, typer.Option("--places", help="The finest level of place that is told: exact (as coded), town, district, region or country.")
]
FiguresOption = Annotated[
    Path | None, typer.Option("--public-figures", metavar="FILE", help="A text file of names, one a line, that may be told although private.")
]
WithholdOption = Annotated[
    Path | None, typer.Option("--withhold", metavar="FILE", help="A text file of further names, one a line, to withhold everywhere.")
]
PolicyOption = Annotated[
    str | None,
    typer.Option(
        "--policy", metavar="NAME",
        help="What decides tolls, dates, places and statuses: acled, ucdp, by_source, independent_only, or a file of your own (.toml); "
        "if not named, acled and ucdp for those layouts and by_source for the others.",
    ),
]
DropOption = Annotated[
    Path | None,
    typer.Option("--drop-sources", metavar="FILE", help="A text file of documents or publishers, one a line, to leave away whole."),
]


def export(
    out: Folder, layout: LayoutOption = "csv", store: StoreOption = DEFAULT_STORE, audience: AudienceOption = "public",
    places: PlacesOption = "exact", public_figures: FiguresOption = None, withhold: WithholdOption = None, drop_sources: DropOption = None,
    policy: PolicyOption = None,
) -> None:
    """Write what the store holds into a folder, with a manifest of rows, hashes, policy and what was withheld.

    Events that contested link joined are one incident; tolls, dates, places and statuses of incidents are the policy's.
    """
    from contested.assessing.policies.reading import read_policy
    from contested.batch.exporting import StoredReadings, stored_grouping
    from contested.cli.show.recording import recorded
    from contested.exchange.layouts import export as write
    from contested.exchange.manifest import manifest_hash
    from contested.exchange.release.terms_in import read_terms
    from contested.store.database import open_store

    terms = read_terms(audience, places, public_figures=public_figures, withhold=withhold, drop_sources=drop_sources)
    opened = open_store(store, create=False)
    chosen = read_policy(policy) if policy else None
    with recorded(opened, f"{layout} for {audience} into {out.absolute()}") as came_of_it:
        manifest = write(StoredReadings(opened), layout, out, terms, chosen, stored_grouping(opened))
        came_of_it += [f"{manifest.events} events", f"{manifest.documents} documents", f"policy {manifest.policy}", manifest_hash(out)]
    counted = f"{manifest.documents} documents, {manifest.events} events, {manifest.incidents} incidents (policy {manifest.policy})"
    typer.echo(f"{out}: {counted}, {len(manifest.files)} files", err=True)
    if manifest.release and (manifest.release.names_withheld or manifest.release.documents_dropped):
        cut = manifest.release
        typer.echo(f"for {cut.audience}: {cut.names_withheld} names withheld, {cut.documents_dropped} documents left away", err=True)

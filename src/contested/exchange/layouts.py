"""The layouts that codings can be exported in, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from contested.assessing.policies.reading import read_policy
from contested.assessing.policies.records import Policy
from contested.errors import UsageError
from contested.exchange.acled import CodeStyle, write_acled
from contested.exchange.collection import Collection
from contested.exchange.csv_bundle import write_croissant, write_csv
from contested.exchange.folder import ExportFolder, open_export
from contested.exchange.follow_the_money import write_ftm
from contested.exchange.geojson import write_geojson
from contested.exchange.incidents import ALL_APART, Grouping
from contested.exchange.json_files import write_json
from contested.exchange.json_lines import write_jsonl
from contested.exchange.manifest import Manifest
from contested.exchange.parquet import write_parquet
from contested.exchange.plover import write_plover
from contested.exchange.readings import Readings
from contested.exchange.release.releasing import PUBLIC, Release, Terms
from contested.exchange.sqlite import write_sqlite
from contested.exchange.ucdp import write_ucdp


@dataclass(frozen=True, slots=True)
class Layout:
    """One form of export: its name, what it holds in a few words, the function that writes it, its policy if none is named."""

    name: str
    holds: str
    write: Callable[[Collection, ExportFolder], None]
    policy: str = "by_source"


_ALL = (
    Layout("acled", "incidents in the 31 columns of ACLED's files, with evidence", write_acled, "acled"),
    Layout("acled-numeric", "the same with the numbers of older files for inter1, inter2 and interaction", partial(write_acled, style=CodeStyle.NUMBERS), "acled"),
    Layout("croissant", "the tables of csv with a Croissant description", write_croissant),
    Layout("csv", "documents, incidents, events, claims, casualties and evidence as tables, with Frictionless and CSVW descriptions", write_csv),
    Layout("ftm", "FollowTheMoney entities and statements", write_ftm),
    Layout("geojson", "incidents as points with their precision", write_geojson),
    Layout("json", "one file a document, in the shape of the gold files", write_json),
    Layout("jsonl", "one line a document, in the shape of the gold files", write_jsonl),
    Layout("parquet", "the tables of csv as Parquet", write_parquet),
    Layout("plover", "one PLOVER record an incident", write_plover),
    Layout("sqlite", "the tables of csv in a database that Datasette opens", write_sqlite),
    Layout("ucdp", "deadly incidents in the 49 columns of UCDP GED, with evidence", write_ucdp, "ucdp"),
)
LAYOUTS: Mapping[str, Layout] = MappingProxyType({layout.name: layout for layout in _ALL})


def export(
    readings: Readings, layout: str, folder: Path, terms: Terms = PUBLIC, policy: Policy | None = None, grouping: Grouping = ALL_APART
) -> Manifest:
    """Write readings into a folder in the layout of that name, for the audience that the terms name.

    Args:   readings: gone through several times, once for the names to withhold; so no one-time iterator.
            policy: chooses tolls, dates, places and statuses; None for the layout's own. grouping: which events are one.
    Raises: UsageError: no such layout. OutputError: the folder holds other files or cannot be written.
            WithheldError: words that are to be withheld stand in the files; nothing was written.
    """
    if layout not in LAYOUTS:
        raise UsageError(f"there is no layout '{layout}'", fix=f"Choose one of {', '.join(LAYOUTS)}.")
    release = Release(readings, terms)
    chosen = policy or read_policy(LAYOUTS[layout].policy)
    tellable = replace(grouping, identities=grouping.identities.without(release.withholds))
    with open_export(folder) as out:
        LAYOUTS[layout].write(Collection(release, chosen, tellable), out)
        out.close()
        release.check(out.path)
        return out.finish(layout, chosen.versioned, release.summary())

"""The layouts that codings can be exported in, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from contested.errors import UsageError
from contested.exchange.acled import write_acled
from contested.exchange.csv_bundle import write_csv
from contested.exchange.geojson import write_geojson
from contested.exchange.json_files import write_json
from contested.exchange.json_lines import write_jsonl
from contested.exchange.manifest import Manifest
from contested.exchange.ucdp import write_ucdp
from contested.model.events import Coding


@dataclass(frozen=True, slots=True)
class Layout:
    """One form of export: its name, what it holds in a few words, and the function that writes it."""

    name: str
    holds: str
    write: Callable[[Iterable[Coding], Path], Manifest]


_ALL = (
    Layout("acled", "events in the 31 columns of ACLED's files, with evidence", write_acled),
    Layout("csv", "events, claims, casualties and evidence as tables", write_csv),
    Layout("geojson", "events as points with their precision", write_geojson),
    Layout("json", "one file a document, in the shape of the gold files", write_json),
    Layout("jsonl", "one line a document, in the shape of the gold files", write_jsonl),
    Layout("ucdp", "deadly events in the 49 columns of UCDP GED, with evidence", write_ucdp),
)
LAYOUTS: Mapping[str, Layout] = MappingProxyType({layout.name: layout for layout in _ALL})


def export(codings: Iterable[Coding], layout: str, folder: Path) -> Manifest:
    """Write codings into a folder in the layout of that name.

    Raises: UsageError: no such layout. OutputError: the folder holds other files or cannot be written.
    """
    if layout not in LAYOUTS:
        raise UsageError(f"there is no layout '{layout}'", fix=f"Choose one of {', '.join(LAYOUTS)}.")
    return LAYOUTS[layout].write(codings, folder)

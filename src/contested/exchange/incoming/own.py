"""The project's own exports read back: documents and codings, or the rows of layouts of other projects."""

from __future__ import annotations

from pathlib import Path

from contested.errors import InputError
from contested.exchange.incoming.acled_file import read_acled
from contested.exchange.incoming.own_tables import read_own_tables
from contested.exchange.incoming.record import Import, Incoming
from contested.exchange.incoming.sheet import read_sheet
from contested.exchange.incoming.ucdp_file import read_ucdp
from contested.exchange.json_files import read_json
from contested.exchange.json_lines import DOCUMENTS, FILE, read_documents_jsonl, read_jsonl
from contested.exchange.manifest import find_damage, read_manifest
from contested.exchange.readings import bare_document

TABLE_LAYOUTS = frozenset({"csv", "croissant", "sqlite", "parquet"})


def read_own(folder: Path) -> Import:
    """Give the documents and codings of an export folder.

    Raises: InputError: it is an export of a layout that cannot be read back, or its files are not those of its manifest.
    """
    layout = read_manifest(folder).layout
    if damage := find_damage(folder):
        raise InputError(f"the export is damaged: {damage[0]}", where=str(folder), fix="Export again.")
    if layout == "json":
        yield from (Incoming(bare_document(c), c) for c in read_json(folder))
    elif layout == "jsonl":
        yield from (Incoming(d, c) for d, c in zip(read_documents_jsonl(folder / DOCUMENTS), read_jsonl(folder / FILE), strict=True))
    elif layout in TABLE_LAYOUTS:
        yield from read_own_tables(folder, layout)
    elif layout in ("acled", "acled-numeric", "ucdp"):
        path = folder / "events.csv"
        sheet = read_sheet(path.read_bytes(), str(path))
        yield from read_ucdp(sheet, "contested") if layout == "ucdp" else read_acled(sheet, "contested")
    else:
        raise InputError(f"an export of layout {layout} cannot be read back whole", where=str(folder), fix="Export with --layout jsonl.")

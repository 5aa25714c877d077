"""The project's own exports, layouts json and jsonl, read back."""

from __future__ import annotations

from pathlib import Path

from contested.errors import InputError
from contested.exchange.incoming.record import Import, Incoming
from contested.exchange.json_files import read_json
from contested.exchange.json_lines import DOCUMENTS, FILE, read_documents_jsonl, read_jsonl
from contested.exchange.manifest import find_damage, read_manifest
from contested.exchange.readings import bare_document


def read_own(folder: Path) -> Import:
    """Give the documents and codings of an export folder.

    Raises: InputError: it is no export of layout json or jsonl, or its files are not those of its manifest.
    """
    layout = read_manifest(folder).layout
    if damage := find_damage(folder):
        raise InputError(f"the export is damaged: {damage[0]}", where=str(folder), fix="Export again.")
    if layout == "json":
        yield from (Incoming(bare_document(c), c) for c in read_json(folder))
    elif layout == "jsonl":
        yield from (Incoming(d, c) for d, c in zip(read_documents_jsonl(folder / DOCUMENTS), read_jsonl(folder / FILE), strict=True))
    else:
        raise InputError(f"an export of layout {layout} cannot be read back whole", where=str(folder), fix="Export with --layout jsonl.")

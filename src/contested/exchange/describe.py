"""Descriptions of the tables that other programs read: Frictionless Data Package and CSV on the Web."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from contested import __version__
from contested.exchange.manifest import FileEntry
from contested.exchange.tables import TABLES, ColumnType, Table

DATASET = "contested-events"
ABOUT = "Events of political violence coded from reports, every value with the words it came from."
_FRICTIONLESS = {
    ColumnType.TEXT: "string", ColumnType.INTEGER: "integer", ColumnType.NUMBER: "number", ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
}  # fmt: skip
_CSVW = {**_FRICTIONLESS, ColumnType.NUMBER: "double"}


def datapackage_text(files: Sequence[FileEntry]) -> str:
    """Write datapackage.json: path, hash, size and schema of each table."""
    entries = {e.name: e for e in files}
    resources = [_resource(table, entries[f"{table.name}.csv"]) for table in TABLES]
    return _json(
        {
            "profile": "tabular-data-package", "name": DATASET, "title": "Contested events", "description": ABOUT,
            "version": __version__, "resources": resources,
        }
    )  # fmt: skip


def _resource(table: Table, entry: FileEntry) -> dict[str, Any]:
    fields = [{"name": c.name, "type": _FRICTIONLESS[c.type], "description": c.about} for c in table.columns]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = table.key
    if table.refers:
        schema["foreignKeys"] = [{"fields": own, "reference": {"resource": other, "fields": "id"}} for own, other in table.refers]
    return {
        "profile": "tabular-data-resource", "name": table.name, "path": entry.name, "description": table.about, "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "bytes": entry.size, "hash": f"sha256:{entry.sha256}", "schema": schema,
    }  # fmt: skip


def csvw_text() -> str:
    """Write csv-metadata.json: a table group with the schema of each table."""
    return _json({"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "tables": [_csvw_table(t) for t in TABLES]})


def _csvw_table(table: Table) -> dict[str, Any]:
    columns = [
        {"name": c.name, "titles": c.name, "datatype": _CSVW[c.type], "dc:description": c.about, "null": ""} for c in table.columns
    ]
    schema: dict[str, Any] = {"columns": columns}
    if table.key:
        schema["primaryKey"] = table.key
    if table.refers:
        schema["foreignKeys"] = [
            {"columnReference": own, "reference": {"resource": f"{other}.csv", "columnReference": "id"}} for own, other in table.refers
        ]
    return {"url": f"{table.name}.csv", "dc:description": table.about, "tableSchema": schema}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

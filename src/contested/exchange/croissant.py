"""Croissant 1.0 description (JSON-LD) of the CSV tables, for tools that load data sets for machine learning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from contested import __version__
from contested.exchange.describe import ABOUT, DATASET
from contested.exchange.manifest import FileEntry
from contested.exchange.tables import TABLES, Column, ColumnType, Table

_CONTEXT: dict[str, Any] = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column", "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"}, "equivalentProperty": "cr:equivalentProperty", "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/", "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract",
    "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject", "fileSet": "cr:fileSet",
    "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key",
    "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path", "recordSet": "cr:recordSet", "references": "cr:references",
    "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace", "samplingRate": "cr:samplingRate", "sc": "https://schema.org/", "separator": "cr:separator",
    "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
}  # fmt: skip
_TYPES = {
    ColumnType.TEXT: "sc:Text", ColumnType.INTEGER: "sc:Integer", ColumnType.NUMBER: "sc:Float", ColumnType.BOOLEAN: "sc:Boolean",
    ColumnType.DATE: "sc:Date",
}  # fmt: skip


def croissant_text(files: Sequence[FileEntry]) -> str:
    """Write croissant.json: a file object and a record set for each table, and what to know before using the data."""
    entries = {e.name: e for e in files}
    return json.dumps(_dataset([(t, entries[f"{t.name}.csv"]) for t in TABLES]), ensure_ascii=False, indent=2) + "\n"


def _dataset(tables: Sequence[tuple[Table, FileEntry]]) -> dict[str, Any]:
    return {
        "@context": _CONTEXT, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0", "name": DATASET,
        "description": ABOUT, "version": _semantic(__version__), "isLiveDataset": False,
        "rai:dataCollection": "Narrative reports read by a program; each value is attributed to a speaker and to the words that say it.",
        "rai:dataLimitations": "Counts are of documented events, not totals. Codings by program are unreviewed unless a person is named as coder.",
        "rai:dataBiases": "Reports differ in coverage by place, time and language; what nobody reported is not in the data.",
        "rai:personalSensitiveInformation": "Names may be those of victims; exports for the public withhold names of private people.",
        "distribution": [_file_object(e) for _, e in tables], "recordSet": [_record_set(t, e) for t, e in tables],
    }  # fmt: skip


def _file_object(entry: FileEntry) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject", "@id": entry.name, "name": entry.name, "contentUrl": entry.name, "encodingFormat": "text/csv",
        "contentSize": f"{entry.size} B", "sha256": entry.sha256,
    }  # fmt: skip


def _record_set(table: Table, entry: FileEntry) -> dict[str, Any]:
    refers = dict(table.refers)
    fields = [_field(table.name, entry.name, c, refers.get(c.name)) for c in table.columns]
    record: dict[str, Any] = {"@type": "cr:RecordSet", "@id": table.name, "name": table.name, "description": table.about, "field": fields}
    return record | ({"key": {"@id": f"{table.name}/{table.key}"}} if table.key else {})


def _field(table: str, file: str, column: Column, other: str | None) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field", "@id": f"{table}/{column.name}", "name": column.name, "description": column.about,
        "dataType": _TYPES[column.type], "source": {"fileObject": {"@id": file}, "extract": {"column": column.name}},
    }  # fmt: skip
    return field | ({"references": {"field": {"@id": f"{other}/id"}}} if other else {})


def _semantic(version: str) -> str:
    """Give the version as three numbers, the only form that Croissant readers take."""
    return ".".join([*version.split(".")[:3], "0", "0"][:3])

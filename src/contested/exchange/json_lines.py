"""JSON lines: all codings in one file, one line a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from contested.errors import InputError
from contested.exchange.collection import Collection
from contested.exchange.folder import ExportFolder
from contested.exchange.incident_rows import incident_record
from contested.model.documents import Document
from contested.model.events import Coding

FILE, DOCUMENTS, INCIDENTS = "codings.jsonl", "documents.jsonl", "incidents.jsonl"
_DOCUMENT = TypeAdapter(Document)


def json_line(coding: Coding) -> str:
    """Write one coding as one line of JSON, without the line break."""
    return json.dumps(coding.to_gold(), ensure_ascii=False, separators=(",", ":"))


def document_line(document: Document) -> str:
    """Write what is known of a document as one line of JSON; its text is there only where it was not withheld."""
    return _DOCUMENT.dump_json(document, exclude_defaults=True).decode()


def read_documents_jsonl(path: Path) -> Iterator[Document]:
    """Read the documents beside codings.jsonl, line by line.

    Raises: InputError: a line is no document; names the line.
    """
    for number, line in _lines(path):
        try:
            yield _DOCUMENT.validate_json(line)
        except ValidationError as err:
            raise InputError(f"the line is no document: {err.errors()[0]['msg']}", where=f"{path}:{number}", fix="Export again.") from err


def write_jsonl(collection: Collection, out: ExportFolder) -> None:
    """Write codings.jsonl and documents.jsonl, one line a document in each, and what the policy makes in incidents.jsonl."""
    file, documents = out.open(FILE), out.open(DOCUMENTS)
    for document, coding in collection:
        file.write(json_line(coding) + "\n", rows=1)
        documents.write(document_line(document) + "\n", rows=1)
        out.count((document, coding))
    write_incidents(collection, out)


def write_incidents(collection: Collection, out: ExportFolder) -> None:
    """Write incidents.jsonl, one line an incident."""
    file = out.open(INCIDENTS)
    for incident in collection.incidents():
        file.write(json.dumps(incident_record(incident), ensure_ascii=False) + "\n", rows=1)
        out.count_incident(incident, tellings=False)


def read_jsonl(path: Path) -> Iterator[Coding]:
    """Read codings line by line from a file, or from the folder that ``write_jsonl`` wrote.

    Raises: InputError: a line is no coding; names the line.
    """
    source = path / FILE if path.is_dir() else path
    for number, line in _lines(source):
        yield _read(line, f"{source}:{number}")


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as lines:
            yield from ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    except OSError as err:
        raise InputError("the file cannot be read", where=str(path)) from err


def _read(line: bytes, where: str) -> Coding:
    try:
        return Coding.model_validate_json(line)
    except ValidationError as err:
        raise InputError(f"the line is no coding: {err.errors()[0]['msg']}", where=where, fix="Export again.") from err

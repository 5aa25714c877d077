"""JSON lines: all codings in one file, one line a document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from contested.errors import InputError
from contested.exchange.folder import open_export
from contested.exchange.manifest import Manifest
from contested.model.events import Coding

FILE = "codings.jsonl"


def json_line(coding: Coding) -> str:
    """Write one coding as one line of JSON, without the line break."""
    return json.dumps(coding.to_gold(), ensure_ascii=False, separators=(",", ":"))


def write_jsonl(codings: Iterable[Coding], folder: Path) -> Manifest:
    """Write codings.jsonl, one line a document; rows count documents."""
    with open_export(folder) as out:
        file = out.open(FILE)
        for coding in codings:
            file.write(json_line(coding) + "\n", rows=1)
            out.count(len(coding.events))
        return out.finish("jsonl")


def read_jsonl(path: Path) -> Iterator[Coding]:
    """Read codings line by line from a file, or from the folder that ``write_jsonl`` wrote.

    Raises: InputError: a line is no coding; names the line.
    """
    source = path / FILE if path.is_dir() else path
    try:
        with source.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _read(line, f"{source}:{number}")
    except OSError as err:
        raise InputError("the file cannot be read", where=str(source)) from err


def _read(line: bytes, where: str) -> Coding:
    try:
        return Coding.model_validate_json(line)
    except ValidationError as err:
        raise InputError(f"the line is no coding: {err.errors()[0]['msg']}", where=where, fix="Export again.") from err

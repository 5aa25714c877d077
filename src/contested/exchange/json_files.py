"""JSON: one file a document, in the shape of the gold files."""

from __future__ import annotations

import json
import re
from pathlib import Path

from pydantic import ValidationError

from contested.errors import InputError
from contested.exchange.collection import Collection
from contested.exchange.folder import ExportFolder
from contested.exchange.json_lines import INCIDENTS, write_incidents
from contested.exchange.manifest import read_manifest
from contested.model.events import Coding

_UNSAFE = re.compile(r"[^\w.-]+")


def json_text(coding: Coding) -> str:
    """Write one coding as indented JSON."""
    return json.dumps(coding.to_gold(), ensure_ascii=False, indent=2) + "\n"


def file_stem(document: str) -> str:
    """Turn a document's name into the stem of a file name: "reports/July 3.txt" into "July_3"."""
    stem = _UNSAFE.sub("_", Path(document.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]).stem).strip("._")
    return stem or "document"


def write_json(collection: Collection, out: ExportFolder) -> None:
    """Write NAME.json for each document (a second one of the same name is NAME-2.json), and what the policy makes in incidents.jsonl."""
    taken: dict[str, int] = {"manifest": 1}
    for document, coding in collection:
        stem = name = file_stem(coding.document)
        while name.casefold() in taken:
            taken[stem.casefold()] = number = taken.get(stem.casefold(), 1) + 1
            name = f"{stem}-{number}"
        taken[name.casefold()] = 1
        file = out.open(f"{name}.json")
        file.write(json_text(coding), rows=len(coding.events))
        file.close()
        out.count((document, coding))
    write_incidents(collection, out)


def read_json(folder: Path) -> tuple[Coding, ...]:
    """Read the codings of a folder that ``write_json`` wrote, in the order of its manifest.

    Raises: InputError: a file is missing or is no coding.
    """
    return tuple(_read(folder / entry.name) for entry in read_manifest(folder).files if entry.name != INCIDENTS)


def _read(path: Path) -> Coding:
    try:
        return Coding.model_validate_json(path.read_bytes())
    except OSError as err:
        raise InputError("the file cannot be read", where=str(path), fix="Export again.") from err
    except ValidationError as err:
        problem = err.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise InputError(f"not a coding: {problem['msg']} at {where or 'the top'}", where=str(path)) from err

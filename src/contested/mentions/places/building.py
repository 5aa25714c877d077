"""Build an index file of the gazetteer: once, whole or not at all, also when two processes try at the same time."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from contested.errors import OutputError
from contested.mentions.places.entries import DIVISION1, NamedEntry
from contested.mentions.places.folding import bones, fold_plain, plain
from contested.mentions.places.sources import CountryFacts, read_countries, read_divisions, read_settlements

Progress = Callable[[int], None]

_SCHEMA = """
CREATE TABLE place (n INTEGER PRIMARY KEY, id INTEGER, name TEXT, kind TEXT, country TEXT, admin1 TEXT, latitude REAL,
                    longitude REAL, population INTEGER, source TEXT);
CREATE TABLE name (key TEXT, plain TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, plain, place)) WITHOUT ROWID;
CREATE TABLE bone (country TEXT, bones TEXT, plain TEXT, place INTEGER, PRIMARY KEY (country, bones, plain, place)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, names TEXT, neighbours TEXT);
CREATE TABLE division (code TEXT PRIMARY KEY, name TEXT);
"""
_ARABIC, _AFTER_ARABIC, _LATIN_END = "\u0600", "\u0700", "\u0250"
_CODE_LENGTH = 4
_STEP = 5000


def build_base(path: Path, progress: Progress | None = None) -> None:
    """Write the index of the places that come with the program; ``progress`` is told the number of places done.

    Raises: OutputError: the folder cannot be written.
    """
    divisions = list(read_divisions())
    first = {code: named.entry.name for code, named in divisions if named.entry.kind == DIVISION1}

    def entries() -> Iterator[NamedEntry]:
        yield from (named for _, named in divisions)
        yield from read_settlements(first)

    write_index(path, entries(), countries=read_countries(), divisions=first, progress=progress)


def write_index(
    path: Path, entries: Iterable[NamedEntry], *, countries: Iterable[CountryFacts] = (), divisions: dict[str, str] | None = None,
    progress: Progress | None = None,
) -> int:
    """Write an index file beside its final place and move it there; gives the number of places.

    Raises: OutputError: the folder cannot be written. TableError of ``entries`` passes through; no file is left then.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    except OSError as err:
        raise _cannot_write(path, err) from err
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as db:
            count = _fill(db, entries, countries, divisions or {}, progress)
        os.replace(name, path)
    except (sqlite3.Error, OSError) as err:
        raise _cannot_write(path, err) from err
    finally:
        Path(name).unlink(missing_ok=True)
    return count


def _cannot_write(path: Path, err: Exception) -> OutputError:
    return OutputError(
        f"the index of places cannot be written ({err})", where=str(path),
        fix="Free some space, or point CONTESTED_CACHE at a folder that can be written.",
    )


def _fill(
    db: sqlite3.Connection, entries: Iterable[NamedEntry], countries: Iterable[CountryFacts], divisions: dict[str, str],
    progress: Progress | None,
) -> int:
    db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-100000;" + _SCHEMA)
    db.executemany("INSERT INTO country VALUES (?,?,?)", ((c.code, "|".join(c.names), ",".join(c.neighbours)) for c in countries))
    db.executemany("INSERT INTO division VALUES (?,?)", divisions.items())
    keys: list[tuple[str, str, int, int]] = []
    skeletons: list[tuple[str, str, str, int]] = []
    count = 0
    for count, named in enumerate(entries, 1):
        e = named.entry
        db.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
                   (count, e.id, e.name, e.kind, e.country, e.admin1, e.latitude, e.longitude, e.population, e.source))
        for rank, (key, words) in enumerate(_keys(named.names)):
            keys.append((key, words, count, int(rank == 0)))
            if hard := bones(key):
                skeletons.append((e.country, hard, words, count))
        if progress and count % _STEP == 0:
            progress(count)
    db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?)", sorted(keys))
    db.executemany("INSERT OR IGNORE INTO bone VALUES (?,?,?,?)", sorted(skeletons))
    db.commit()
    return count


def _keys(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give the keys of the names that a report could use: Latin and Arabic script, no codes, no bare transliterations."""
    seen: set[str] = set()
    for rank, name in enumerate(names):
        if not name or (rank and not _is_usable(name, name[0])):
            continue
        words = plain(name)
        if words and words not in seen:
            seen.add(words)
            yield fold_plain(words), words


def _is_usable(name: str, first: str) -> bool:
    if _ARABIC <= first < _AFTER_ARABIC:
        return True
    if first >= _LATIN_END and first not in "‘’ʻʿʼḨḤẔẒḐḌṢṬẌẖẕ":
        return False
    return not (first.islower() or (name.isupper() and len(name) <= _CODE_LENGTH))

"""Say in one line what is wrong with a database, and what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from contested.errors import StoreError

_TELL: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("another program is writing to the store", "Wait until it is done, or name another file with --store."),
    sqlite3.SQLITE_LOCKED: ("another program is writing to the store", "Wait until it is done, or name another file with --store."),
    sqlite3.SQLITE_NOTADB: ("the file is not a database", "Name another file with --store."),
    sqlite3.SQLITE_CORRUPT: ("the database is damaged", "Restore it from a copy, or name another file with --store."),
    sqlite3.SQLITE_READONLY: ("the store may not be written to", "Make the file and its folder writable, or name another file with --store."),
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space and run the same command again: what was finished is kept."),
    sqlite3.SQLITE_CANTOPEN: ("the store cannot be opened", "Check that the folder exists and may be written to, or name another file with --store."),
    sqlite3.SQLITE_IOERR: ("the disk gave an error", "Check the disk, then run the same command again: what was finished is kept."),
}


@contextmanager
def faults_told(where: str) -> Iterator[None]:
    """Turn an error of the database into a StoreError that names the store and the way out.

    A fault of this program's own (a bad query, a key used twice) is let through with its trace.
    """
    try:
        yield
    except (IntegrityError, ProgrammingError):
        raise
    except DBAPIError as err:
        code = getattr(err.orig, "sqlite_errorcode", 0) & 0xFF
        what, fix = _TELL.get(code, (f"the database refused: {err.orig}", "Check the store, or name another with --store."))
        raise StoreError(what, where=where, fix=fix) from err

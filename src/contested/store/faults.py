"""Say in one line what is wrong with a database, and what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from contested.errors import ReadOnlyStoreError, StoreError

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


_AGAIN = "Run the same command again: what was finished is kept."
_NO_WRITES = ("the store may not be written to", "Name a server that takes writes (not a standby), or another store with --store.")
# By the codes of PostgreSQL's errors, the longest beginning that fits; "" is an error from before there was a connection.
_TELL_STATE: dict[str, tuple[str, str]] = {
    "": ("the database cannot be reached", "Check that it runs, and the host, name, user and password of the address."),
    "08": ("the connection to the database was lost", _AGAIN),
    "57P": ("the connection to the database was lost", _AGAIN),
    "53": ("the database has no room or connections left", f"Free some. {_AGAIN}"),
    "55P03": _TELL[sqlite3.SQLITE_BUSY],
    "40": ("other programs were writing at the same moment", _AGAIN),
    "25006": _NO_WRITES,
    "0A000": _NO_WRITES,  # what a standby says to who would begin to write
    "42501": ("the user may not do this in the database", "Ask its administrator for the rights to read and write (docs/teams.md)."),
}
_UNWRITABLE = (_TELL[sqlite3.SQLITE_READONLY], _NO_WRITES, _TELL_STATE["42501"])


@contextmanager
def faults_told(where: str) -> Iterator[None]:
    """Turn an error of the database into a StoreError that names the store and the way out.

    A fault of this program's own (a bad query, a key used twice) is let through with its trace.
    """
    try:
        yield
    except DBAPIError as err:
        told = _told(err)
        if told is None:
            raise
        what, fix = told
        raise (ReadOnlyStoreError if told in _UNWRITABLE else StoreError)(what, where=where, fix=fix) from err


def _told(err: DBAPIError) -> tuple[str, str] | None:
    code = getattr(err.orig, "sqlite_errorcode", 0) & 0xFF
    if code in _TELL:
        return _TELL[code]
    if (state := _state(err)) is not None:
        fitting = [known for known in _TELL_STATE if known and state.startswith(known)]
        if fitting:
            return _TELL_STATE[max(fitting, key=len)]
        if not state:
            what, fix = _TELL_STATE["08" if err.connection_invalidated else ""]
            return (what if err.connection_invalidated else f"{what} ({_first_line(err)})"), fix
    if isinstance(err, (IntegrityError, ProgrammingError)):
        return None
    return f"the database refused: {_first_line(err)}", "Check the store, or name another with --store."


def _state(err: DBAPIError) -> str | None:
    """Give PostgreSQL's code of an error, "" where it was no server's; None for an error of SQLite or of this program."""
    if err.orig is None or not hasattr(err.orig, "sqlstate"):
        return None
    state: str | None = err.orig.sqlstate
    return "" if state is None and not isinstance(err, ProgrammingError) else state


def _first_line(err: DBAPIError) -> str:
    return str(err.orig).strip().splitlines()[0].rstrip(".")

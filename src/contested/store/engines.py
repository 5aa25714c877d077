"""Make the engine of a store's address: a file of SQLite, or a PostgreSQL database that a team shares.

Both keep one order of writers: a writing transaction begins by waiting for the one before it (SQLite's own lock, one lock
of the whole store in PostgreSQL), so what it read it may rely on until it is done. Readers wait for nobody, and each sees
the store as it was when it began.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from contested.errors import StoreError

POSTGRESQL = "postgresql"
_SQLITE = "sqlite"
_POSTGRESQL_NAMES = frozenset({"postgres", POSTGRESQL, "postgresql+psycopg"})
_WRITERS_LOCK = 0x636F6E74  # "cont": any number does, all programs must use the same
_CONNECT_S = 10


def store_url(address: str) -> URL:
    """Read the address of a store.

    Raises: StoreError: it is neither a file nor an address of PostgreSQL.
    """
    if "://" not in address:
        return URL.create(_SQLITE, database=address)
    try:
        url = make_url(address)
    except ArgumentError as err:
        raise StoreError("this is no address of a database", where=hidden(address), fix="Give a file, or postgresql://USER@HOST/NAME.") from err
    if url.drivername in _POSTGRESQL_NAMES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername != _SQLITE:
        raise StoreError(f"no such kind of database ({url.drivername})", where=hidden(address), fix="Give a file, or postgresql://USER@HOST/NAME.")
    return url


def hidden(address: str) -> str:
    """Write an address so that it may be shown: without its password."""
    head, at, tail = address.rpartition("@")
    scheme, slashes, user = head.partition("://")
    return f"{scheme}{slashes}{user.partition(':')[0]}{at}{tail}" if at and slashes else address


def make_engine(url: URL, wait_s: float) -> Engine:
    """Make an engine whose writers wait for each other, up to ``wait_s`` seconds.

    Raises: StoreError: the driver of PostgreSQL is not installed.
    """
    if url.get_backend_name() == _SQLITE:
        engine = create_engine(_unchanging(url), connect_args={"timeout": wait_s})
        event.listen(engine, "connect", _leave_transactions)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    wait = f"-c lock_timeout={max(1, int(wait_s * 1000))} -c timezone=UTC"
    asked = url.query.get("options", "")
    options = f"{asked if isinstance(asked, str) else ' '.join(asked)} {wait}".strip()
    known = {"connect_timeout": _CONNECT_S, "application_name": "contested"}
    arguments = {k: v for k, v in known.items() if k not in url.query} | {"options": options}
    try:
        engine = create_engine(url.difference_update_query(["options"]), connect_args=arguments, pool_pre_ping=True)
    except ImportError as err:
        raise StoreError("the driver of PostgreSQL is not installed", where=url.render_as_string(), fix='Run: pip install "contested[postgres]"') from err
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def outside_options(engine: Engine) -> dict[str, Any]:
    """Give what keeps a connection out of transactions, for what a database does in none."""
    return {"isolation_level": "AUTOCOMMIT"} if engine.dialect.name == POSTGRESQL else {"outside": True}


def _unchanging(url: URL) -> URL:
    """Open a file in a folder that nobody may write to as one that nobody changes: SQLite's log cannot be made there."""
    file = Path(url.database or "").absolute()
    if not file.is_file() or _writable(file.parent) or _has_bytes(file.with_name(f"{file.name}-wal")):
        return url
    return URL.create(_SQLITE, database=f"file:{quote(str(file))}", query={"immutable": "1", "uri": "true"})


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _has_bytes(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def reading_options(engine: Engine) -> dict[str, Any]:
    """Give what makes a transaction see one state of the store from its beginning to its end."""
    if engine.dialect.name == POSTGRESQL:
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return {}


def _leave_transactions(connection: Any, _record: object) -> None:
    """Leave transactions to SQLAlchemy: the driver's own habits would commit the making of tables in steps."""
    connection.isolation_level = None


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("outside"):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("immediate") else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("immediate"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")

"""Open a store: SQLite by default, PostgreSQL by its address, tables brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text

from contested.errors import NoStoreError, StoreError
from contested.store.engines import hidden, make_engine, outside_options, reading_options, store_url
from contested.store.faults import faults_told
from contested.store.schema import HEAD, KNOWN_VERSIONS, log

DEFAULT_STORE = "contested.db"
_MIGRATIONS = Path(__file__).parent / "migrations"


def now_utc() -> datetime:
    """Give the present moment in UTC, without zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Store:
    """An open database whose tables are those of this program; ``where`` names it in messages."""

    engine: Engine
    where: str
    now: Callable[[], datetime] = now_utc

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection for questions.

        Raises: StoreError: the database cannot be used.
        """
        with faults_told(self.where), self.engine.connect().execution_options(**reading_options(self.engine)) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection for one transaction: all of it is kept, or nothing.

        Raises: StoreError: the database cannot be used; it is as it was.
        """
        with faults_told(self.where), self.engine.connect() as plain:
            connection = plain.execution_options(immediate=True)
            with connection.begin():
                yield connection

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """Lend a connection outside of any transaction, for what a database does to itself as a whole.

        Raises: StoreError: the database cannot be used.
        """
        with faults_told(self.where), self.engine.connect().execution_options(**outside_options(self.engine)) as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_store(
    address: str = DEFAULT_STORE, *, create: bool = True, wait_s: float = 10.0, now: Callable[[], datetime] = now_utc
) -> Store:
    """Open a store by its file or address, and bring its tables up to date.

    Args:   create: make the tables where there are none; wait_s: seconds to wait for another writer.
    Raises: NoStoreError: it is not there, and shall not be made.
            StoreError: not a store, made by a newer version, locked, not to be reached, or not to be written to.
    """
    url = store_url(address)
    file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
    if file is not None and not create and not file.is_file():
        raise _missing(address)
    if file is not None and file.is_dir():
        raise StoreError("it is a folder", where=address, fix="Name a file with --store.")
    store = Store(make_engine(url, wait_s), hidden(address), now)
    try:
        _bring_up_to_date(store, create)
    except BaseException:
        store.close()
        raise
    return store


def _missing(address: str) -> NoStoreError:
    return NoStoreError("there is no store", where=hidden(address), fix="Code a report first (contested code REPORT), or name a store with --store.")


def _bring_up_to_date(store: Store, create: bool) -> None:
    with store.reading() as connection:
        version = _version(connection)
        names = set() if version else set(inspect(connection).get_table_names())
    if version == HEAD:
        return
    if version is not None and version not in KNOWN_VERSIONS:
        raise StoreError(f"the store was made by a newer version of contested (its tables are {version}, this program knows {HEAD})", where=store.where, fix="Update contested, or name another store with --store.")
    if version is None and not names and not create:
        raise _missing(store.where)
    if version is None and names:
        raise StoreError("the database holds other tables, not a store of contested", where=store.where, fix="Name another file with --store.")
    _migrate(store)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(store: Store) -> None:
    from alembic import command
    from alembic.config import Config

    if store.engine.dialect.name == "sqlite":
        with store.reading() as connection:
            connection.rollback()
            connection.connection.execute("PRAGMA journal_mode=WAL")
    with store.writing() as connection:
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        before = _version(connection)
        command.upgrade(config, "head")
        if before != _version(connection):
            connection.execute(log.insert().values(at_utc=store.now(), who="contested", what="tables", why=f"brought to version {HEAD}"))


def log_lines(store: Store) -> list[tuple[datetime, str, str, str | None, str]]:
    """Give the log, oldest first: when, who, what, document, why."""
    with store.reading() as connection:
        rows = connection.execute(select(log.c.at_utc, log.c.who, log.c.what, log.c.document, log.c.why).order_by(log.c.id))
        return [(r.at_utc, r.who, r.what, r.document, r.why) for r in rows]

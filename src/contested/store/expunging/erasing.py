"""Rewrite what a database keeps on disk, so that what was taken out of its tables is not in its bytes either."""

from __future__ import annotations

from sqlalchemy import inspect

from contested.errors import StoreError
from contested.store.database import Store
from contested.store.engines import POSTGRESQL


def erase_freed(store: Store) -> None:
    """Rewrite the file and empty its write-ahead log; on PostgreSQL rewrite the tables.

    Raises: StoreError: another program holds the store open, so that the bytes may still be there.
    """
    store.close()
    try:
        busy = _rewrite_tables(store) if store.engine.dialect.name == POSTGRESQL else _rewrite_file(store)
    except StoreError as err:
        raise _still_there(store, f" ({err.what})") from err
    if busy:
        raise _still_there(store, "")


def _still_there(store: Store, reason: str) -> StoreError:
    return StoreError(
        f"it is out of the tables, but another program holds the store open, so its bytes may still be in the file{reason}",
        where=store.where, fix="Close that program and run the same command again.",
    )  # fmt: skip


def _rewrite_file(store: Store) -> bool:
    with store.outside() as connection:
        for step in ("PRAGMA secure_delete = ON", "VACUUM"):
            connection.exec_driver_sql(step)
        return bool(connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar())


def _rewrite_tables(store: Store) -> bool:
    with store.outside() as connection:
        names = ", ".join(f'"{name}"' for name in inspect(connection).get_table_names())
        connection.exec_driver_sql(f"VACUUM (FULL) {names}")
        return False

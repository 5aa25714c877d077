"""Rewrite what a database keeps on disk, so that what was taken out of its tables is not in its bytes either."""

from __future__ import annotations

from sqlalchemy import inspect

from contested.errors import StoreError
from contested.store.database import Store
from contested.store.engines import POSTGRESQL
from contested.store.faults import faults_told


def erase_freed(store: Store) -> None:
    """Rewrite the file and empty its write-ahead log; on PostgreSQL rewrite the tables.

    Raises: StoreError: another program holds the store open, so that the bytes may still be there.
    """
    with faults_told(store.where):
        if store.engine.dialect.name == POSTGRESQL:
            _rewrite_tables(store)
        else:
            _rewrite_file(store)


def _rewrite_file(store: Store) -> None:
    store.engine.dispose()
    connection = store.engine.raw_connection()
    try:
        cursor = connection.cursor()
        for step in ("PRAGMA secure_delete = ON", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            cursor.execute(step)
        busy = cursor.fetchone()
        if busy and busy[0]:
            raise StoreError(
                "it is out of the tables, but another program holds the store open, so its bytes may still be in the file",
                where=store.where, fix="Close that program and run the same command again.",
            )  # fmt: skip
    finally:
        connection.close()


def _rewrite_tables(store: Store) -> None:
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        names = ", ".join(f'"{name}"' for name in inspect(connection).get_table_names())
        connection.exec_driver_sql(f"VACUUM (FULL) {names}")

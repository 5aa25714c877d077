"""Every table of a store as it is in the database, row by row, so that none is forgotten that another part has added."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, inspect, text

from contested.store.engines import POSTGRESQL
from contested.store.migrations.append_only import EXPUNGING

Row = dict[str, Any]
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class TableRows:
    """One table. Rows are read and written as they are kept, but JSON, which is read as values."""

    connection: Connection
    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    json_columns: frozenset[str]

    def rows(self) -> Iterator[Row]:
        """Give every row."""
        asked = ", ".join(f'CAST("{c}" AS text) AS "{c}"' if c in self.json_columns else f'"{c}"' for c in self.columns)
        found = self.connection.execute(text(f'SELECT {asked} FROM "{self.name}"'), execution_options={"yield_per": _AT_ONCE})
        for row in found.mappings():
            yield {c: json.loads(row[c]) if c in self.json_columns and row[c] is not None else row[c] for c in self.columns}

    def put(self, before: Row, after: Row) -> None:
        """Put a row in the place of another: taken out and added, so that indexes of words follow."""
        self.remove(before)
        json_here = {c for c in self.json_columns if after[c] is not None}
        values = ", ".join(f"CAST(:{c} AS json)" if self._is_postgresql and c in self.json_columns else f":{c}" for c in self.columns)
        named = ", ".join(f'"{c}"' for c in self.columns)
        kept = {c: json.dumps(v) if c in json_here else v for c, v in after.items()}
        self.connection.execute(text(f'INSERT INTO "{self.name}" ({named}) VALUES ({values})'), kept)

    def remove(self, row: Row) -> None:
        """Take a row out."""
        chosen = " AND ".join(f'"{k}" = :{k}' for k in self.keys)
        self.connection.execute(text(f'DELETE FROM "{self.name}" WHERE {chosen}'), {k: row[k] for k in self.keys})

    @property
    def _is_postgresql(self) -> bool:
        return self.connection.dialect.name == POSTGRESQL


def tables_of(connection: Connection) -> list[TableRows]:
    """Give every table of the store but those by which its version and its indexes of words are kept."""
    found = inspect(connection)
    indexes = word_indexes(connection)
    made = []
    for name in sorted(found.get_table_names()):
        if name == "alembic_version" or any(name == i or name.startswith(f"{i}_") for i in indexes):
            continue
        columns = found.get_columns(name)
        in_json = frozenset(c["name"] for c in columns if str(c["type"]) in ("JSON", "JSONB"))
        made.append(TableRows(connection, name, tuple(c["name"] for c in columns), tuple(found.get_pk_constraint(name)["constrained_columns"]), in_json))
    return made


def word_indexes(connection: Connection) -> Sequence[str]:
    """Name the indexes of words, which SQLite keeps as tables of their own."""
    if connection.dialect.name == POSTGRESQL:
        return ()
    return list(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")))


def with_the_record_open(connection: Connection, work: Callable[[], None]) -> None:
    """Do something for which rows of the append-only tables must give way, in the caller's transaction."""
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT set_config(:name, 'on', true)"), {"name": EXPUNGING})
        work()
        connection.execute(text("SELECT set_config(:name, 'off', true)"), {"name": EXPUNGING})
        return
    guards = connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND (name LIKE '%\\_no\\_update' ESCAPE '\\' OR name LIKE '%\\_no\\_delete' ESCAPE '\\')")
    ).all()
    for guard in guards:
        connection.exec_driver_sql(f'DROP TRIGGER "{guard.name}"')
    work()
    for index in word_indexes(connection):
        connection.exec_driver_sql(f"INSERT INTO \"{index}\" (\"{index}\") VALUES ('rebuild')")
    for guard in guards:
        connection.exec_driver_sql(guard.sql)

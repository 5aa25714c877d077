"""SQLite: the tables with keys, references and a full-text index, as Datasette opens them; metadata.json says what they hold."""

from __future__ import annotations

import json
import sqlite3

from contested.errors import OutputError
from contested.exchange.cells import Cell
from contested.exchange.collection import Collection
from contested.exchange.folder import ExportFolder
from contested.exchange.tables import DOCUMENTS, EVENTS, INCIDENTS, TABLES, ColumnType, Table, table_rows

FILE = "contested.db"
SEARCHED = ("quotation", "perpetrators", "targets", "place_name")
_TYPES = {
    ColumnType.TEXT: "TEXT", ColumnType.INTEGER: "INTEGER", ColumnType.NUMBER: "REAL", ColumnType.BOOLEAN: "INTEGER", ColumnType.DATE: "TEXT",
}  # fmt: skip
_BATCH = 2000
_FACETS = ("action", "country", "status")


def write_sqlite(collection: Collection, out: ExportFolder) -> None:
    """Write contested.db, and metadata.json for Datasette (``datasette contested.db -m metadata.json``).

    Raises: OutputError: the database cannot be written; two documents of one id are such a case.
    """
    connection = sqlite3.connect(out.path / FILE)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + ";".join(_create(t) for t in TABLES))
        rows = _fill(connection, collection, out)
        _index(connection)
        connection.commit()
        connection.execute("VACUUM")
    except sqlite3.Error as err:
        raise OutputError(f"the database cannot be written ({err})", where=FILE, fix="Choose a folder with room to write to.") from err
    finally:
        connection.close()
    out.open("metadata.json").write(json.dumps(_metadata(), indent=2) + "\n")
    out.adopt(FILE, rows)


def _create(table: Table) -> str:
    lines = [f'"{c.name}" {_TYPES[c.type]}' + (" PRIMARY KEY NOT NULL" if c.name == table.key else "") for c in table.columns]
    lines += [f'FOREIGN KEY ("{own}") REFERENCES "{other}" ("id")' for own, other in table.refers]
    return f'CREATE TABLE "{table.name}" ({", ".join(lines)})'


def _fill(connection: sqlite3.Connection, collection: Collection, out: ExportFolder) -> int:
    waiting: dict[str, list[tuple[object, ...]]] = {t.name: [] for t in TABLES}
    for table, row in table_rows(collection, out):
        waiting[table.name].append(tuple(_stored(value) for value in row))
        if len(waiting[table.name]) >= _BATCH:
            _insert(connection, waiting)
    _insert(connection, waiting)
    return out.events


def _insert(connection: sqlite3.Connection, waiting: dict[str, list[tuple[object, ...]]]) -> None:
    for table in TABLES:
        places = ", ".join("?" for _ in table.columns)
        connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', waiting[table.name])
        waiting[table.name].clear()


def _stored(value: Cell) -> object:
    return value.isoformat() if value is not None and not isinstance(value, (str, int, float)) else value


def _index(connection: sqlite3.Connection) -> None:
    searched = ", ".join(SEARCHED)
    connection.execute(f'CREATE VIRTUAL TABLE "events_fts" USING fts5({searched}, content="events")')
    connection.execute('INSERT INTO "events_fts" ("events_fts") VALUES (\'rebuild\')')
    for table in TABLES:
        for own, _ in table.refers:
            connection.execute(f'CREATE INDEX "{table.name}_{own}" ON "{table.name}" ("{own}")')
    connection.execute('CREATE INDEX "events_date" ON "events" ("date_start")')


def _metadata() -> dict[str, object]:
    tables: dict[str, dict[str, object]] = {
        t.name: {"description": t.about, "columns": {c.name: c.about for c in t.columns}} for t in TABLES
    }
    tables[EVENTS.name] |= {"facets": list(_FACETS), "sort": "date_start", "label_column": "event", "fts_table": "events_fts"}
    tables[INCIDENTS.name] |= {"facets": ["action", "country", "status", "harm"], "sort": "date_start"}
    tables[DOCUMENTS.name]["label_column"] = "name"
    return {"databases": {FILE.removesuffix(".db"): {"tables": tables}}}

"""Parquet: one file a table, with the types of the columns; dates are dates and absent values are null."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from contested.errors import OutputError
from contested.exchange.cells import Cell
from contested.exchange.collection import Collection
from contested.exchange.folder import ExportFolder
from contested.exchange.tables import TABLES, ColumnType, Table, table_rows

_TYPES = {
    ColumnType.TEXT: "VARCHAR", ColumnType.INTEGER: "BIGINT", ColumnType.NUMBER: "DOUBLE", ColumnType.BOOLEAN: "BOOLEAN",
    ColumnType.DATE: "DATE",
}  # fmt: skip


def write_parquet(collection: Collection, out: ExportFolder) -> None:
    """Write NAME.parquet for each table.

    Raises: OutputError: DuckDB, which writes the files, refuses.
    """
    with tempfile.TemporaryDirectory(prefix=".rows-", dir=out.path.parent) as temporary:
        lines = {t.name: Path(temporary) / f"{t.name}.jsonl" for t in TABLES}
        rows = _write_lines(collection, out, lines)
        for table in TABLES:
            _convert(table, lines[table.name], out.path / f"{table.name}.parquet")
            out.adopt(f"{table.name}.parquet", rows[table.name])


def _write_lines(collection: Collection, out: ExportFolder, lines: dict[str, Path]) -> dict[str, int]:
    files = {name: path.open("w", encoding="utf-8") for name, path in lines.items()}
    rows = dict.fromkeys(lines, 0)
    try:
        for table, row in table_rows(collection, out):
            files[table.name].write(_line(table, row))
            rows[table.name] += 1
    finally:
        for file in files.values():
            file.close()
    return rows


def _line(table: Table, row: tuple[Cell, ...]) -> str:
    return json.dumps(dict(zip((c.name for c in table.columns), row, strict=True)), ensure_ascii=False, default=str) + "\n"


def _convert(table: Table, lines: Path, target: Path) -> None:
    import duckdb

    columns = ", ".join(f"'{c.name}': '{_TYPES[c.type]}'" for c in table.columns)
    query = (
        f"COPY (SELECT * FROM read_json({_quoted(lines)}, format='newline_delimited', columns={{{columns}}}, "
        f"maximum_object_size=67108864)) TO {_quoted(target)} (FORMAT parquet, COMPRESSION zstd)"
    )
    try:
        with duckdb.connect(":memory:", config={"threads": 1}) as connection:
            connection.execute(query)
    except duckdb.Error as err:
        raise OutputError(f"the Parquet file cannot be written ({str(err).splitlines()[0]})", where=target.name) from err


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"

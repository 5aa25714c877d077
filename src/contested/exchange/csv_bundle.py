"""CSV bundle: documents, events, claims, casualties and evidence as tables that say what they hold.

Beside them ``datapackage.json`` (Frictionless) and ``csv-metadata.json`` (CSVW), or ``croissant.json``, describe every column.
"""

from __future__ import annotations

from contested.exchange.croissant import croissant_text
from contested.exchange.describe import csvw_text, datapackage_text
from contested.exchange.folder import ExportFolder
from contested.exchange.readings import Readings
from contested.exchange.tables import TABLES, table_rows


def write_csv(readings: Readings, out: ExportFolder) -> None:
    """Write a CSV file a table, and the descriptions of them that Frictionless and CSVW readers know."""
    write_tables(readings, out)
    out.open("datapackage.json").write(datapackage_text(out.entries()))
    out.open("csv-metadata.json").write(csvw_text())


def write_croissant(readings: Readings, out: ExportFolder) -> None:
    """Write a CSV file a table, and the Croissant description of them."""
    write_tables(readings, out)
    out.open("croissant.json").write(croissant_text(out.entries()))


def write_tables(readings: Readings, out: ExportFolder) -> None:
    """Write NAME.csv for each table."""
    files = {t.name: out.open_table(f"{t.name}.csv", [c.name for c in t.columns]) for t in TABLES}
    for reading in readings:
        for table, row in table_rows(reading):
            files[table.name].write_row(row)
        out.count(len(reading[1].events))

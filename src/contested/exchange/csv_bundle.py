"""CSV bundle: documents, incidents, events, claims, casualties and evidence as tables that say what they hold.

Beside them ``datapackage.json`` (Frictionless) and ``csv-metadata.json`` (CSVW), or ``croissant.json``, describe every column.
"""

from __future__ import annotations

from contested.exchange.collection import Collection
from contested.exchange.croissant import croissant_text
from contested.exchange.describe import csvw_text, datapackage_text
from contested.exchange.folder import ExportFolder
from contested.exchange.tables import TABLES, table_rows


def write_csv(collection: Collection, out: ExportFolder) -> None:
    """Write a CSV file a table, and the descriptions of them that Frictionless and CSVW readers know."""
    write_tables(collection, out)
    out.open("datapackage.json").write(datapackage_text(out.entries()))
    out.open("csv-metadata.json").write(csvw_text())


def write_croissant(collection: Collection, out: ExportFolder) -> None:
    """Write a CSV file a table, and the Croissant description of them."""
    write_tables(collection, out)
    out.open("croissant.json").write(croissant_text(out.entries()))


def write_tables(collection: Collection, out: ExportFolder) -> None:
    """Write NAME.csv for each table."""
    files = {t.name: out.open_table(f"{t.name}.csv", [c.name for c in t.columns]) for t in TABLES}
    for table, row in table_rows(collection, out):
        files[table.name].write_row(row)

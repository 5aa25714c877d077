"""Print records on standard output: a table on a console, JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from contested.cli.options import Format
from contested.exchange.cells import cell_text

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH_OF_FILES = 180
_PLACES_PER_LINE = 100_000


def console() -> Console:
    """Give the console of standard output; a file gets wide lines and no colours."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _WIDTH_OF_FILES, highlight=False, emoji=False, markup=False)


def tell(message: str) -> None:
    """Say something on standard error."""
    print(message, file=sys.stderr)


def tell_changed(document: str, told: str) -> None:
    """Say what a new reading changed under a person's decision, which holds."""
    tell(f"{document}: what people decided holds, the reading under it changed: {told}")


def tell_building(places: int) -> None:
    """Say how far the gazetteer is: it is built once on each machine."""
    mark = "\r" if sys.stderr.isatty() else "\n"
    if sys.stderr.isatty() or places % _PLACES_PER_LINE == 0:
        print(f"building the gazetteer, once: {places} places", end=mark, file=sys.stderr, flush=True)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, doubtful: Sequence[bool] = ()) -> None:
    """Print a table; doubtful rows are dimmed."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", padding=(0, 1), pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for n, row in enumerate(rows):
        table.add_row(*row, style="dim" if n < len(doubtful) and doubtful[n] else None)
    console().print(table)


def print_records(records: Sequence[Mapping[str, Any]], format: Format, empty: str) -> None:
    """Print flat records in the wanted form; where there are none, a table says ``empty`` on standard error."""
    if format is Format.JSON:
        print(json.dumps(list(records), ensure_ascii=False, indent=2))
    elif format is Format.JSONL:
        for record in records:
            print(json.dumps(record, ensure_ascii=False))
    elif format is Format.CSV:
        _print_csv(records)
    elif not records:
        tell(empty)
    else:
        print_table([c.replace("_", " ") for c in records[0]], [[_words(v) for v in r.values()] for r in records])


def _print_csv(records: Sequence[Mapping[str, Any]]) -> None:
    if records:
        print_csv_row(list(records[0]))
    for record in records:
        print_csv_row(list(record.values()))


def print_csv_row(cells: Sequence[Any]) -> None:
    """Print one line of CSV whose cells no spreadsheet takes for formulas."""
    csv.writer(sys.stdout, lineterminator="\n").writerow([cell_text(c) for c in cells])


def _words(value: Any) -> str:
    return "" if value is None else str(value)

"""``contested tables``: the knowledge of words, the program's and the user's."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import TablesOption

app = typer.Typer(help="Check your own tables, or look words up in all of them.", no_args_is_help=True)


@app.command("check")
def check(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of tables of your own.")]) -> int:
    """Check every table in a folder: names each bad row with file and line."""
    from contested.batch.known_tables import check_tables

    checked = check_tables(folder)
    for problem in checked.problems:
        typer.echo(f"contested: {problem}", err=True)
    typer.echo(f"{checked.files} tables, {checked.rows} rows, {len(checked.problems)} problems", err=True)
    return 2 if checked.problems else 0


@app.command("show")
def show(
    name: Annotated[str, typer.Argument(help="A name or word, for instance JNIM.")], tables: TablesOption = None
) -> None:
    """Show every row of the tables that holds a name or word, with file and line."""
    from contested.batch.known_tables import rows_with
    from contested.cli.show.table_rows import show_rows

    show_rows(rows_with(name, tuple(tables or ())), name)

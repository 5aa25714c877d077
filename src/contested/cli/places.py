"""``contested places``: a fuller gazetteer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Add places to the gazetteer.", no_args_is_help=True)

Source = Annotated[
    str, typer.Argument(metavar="CC|FILE", help="A country's two letters, an http(s) address or file of its GeoNames places, or a CSV list of your own.")
]


@app.callback()
def _places() -> None:
    pass


@app.command("add")
def add(source: Source) -> None:
    """Add the GeoNames places of a country, or your own list (name, alternate names, latitude, longitude, admin1, country)."""
    from contested.cli.show.output import tell_building
    from contested.mentions.places.keeping import add_country, add_list

    own = source.lower().endswith(".csv")
    number = add_list(Path(source), progress=tell_building) if own else add_country(source, progress=tell_building)
    typer.echo(f"{number} places were added", err=True)

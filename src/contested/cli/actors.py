"""``contested actors``: who acts, and what is known of them."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption

Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Show the profile of this actor; part of a name or alias will do.")]


def actors(name: Name = None, store: StoreOption = DEFAULT_STORE, format: FormatOption = Format.TABLE) -> None:
    """List the actors with their numbers of events, or show the profile of one with its quotations.

    Names that are one body (contested identities) are one actor, each for the time that was decided.
    """
    from contested.cli.show.actors import show_actor, show_actors
    from contested.store.actors import count_bodies
    from contested.store.database import open_store

    opened = open_store(store, create=False)
    if name is None:
        show_actors(count_bodies(opened), format)
    else:
        show_actor(opened, name, format)

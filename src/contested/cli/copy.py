"""``contested copy``: a copy of a store that others may be using."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

Target = Annotated[Path, typer.Argument(metavar="FILE", help="The new file.")]


def copy(target: Target, store: StoreOption = DEFAULT_STORE) -> None:
    """Copy the store into a new file, whole, while others use it. Copying the file itself is safe only while nobody does."""
    from contested.cli.show.recording import recorded
    from contested.store.copying import copy_store
    from contested.store.database import open_store

    opened = open_store(store, create=False)
    with recorded(opened, f"copy into {target.absolute()}") as came_of_it:
        copy_store(opened, target)
        came_of_it.append(f"{target.stat().st_size} bytes")

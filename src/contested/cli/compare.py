"""``contested compare``: what policies make of the same statements."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption

Policies = Annotated[
    list[str], typer.Option("--policy", metavar="NAME", help="acled, ucdp, by_source, independent_only, or a file of your own (.toml); give two.")
]


def compare(policy: Policies, store: StoreOption = DEFAULT_STORE, format: FormatOption = Format.TABLE) -> None:
    """Show which incidents two policies count, date, place or grade differently, and why; with one policy, what it makes of all."""
    from contested.cli.show.policies import show_policies
    from contested.store.database import open_store

    show_policies(open_store(store, create=False), policy, format)

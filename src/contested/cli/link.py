"""``contested link``: which events of different documents are one."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption, TablesOption

Join = Annotated[tuple[str, str] | None, typer.Option("--join", metavar="EVENT EVENT", help="Rule that two events (DOCUMENT:EVENT) are one.")]
Apart = Annotated[tuple[str, str] | None, typer.Option("--apart", metavar="EVENT EVENT", help="Rule that two events are not one.")]
PartOf = Annotated[
    tuple[str, str] | None, typer.Option("--part-of", metavar="EVENT EVENT", help="Rule that the first is a part of the second (an episode, a campaign).")
]
Follows = Annotated[tuple[str, str] | None, typer.Option("--follows", metavar="EVENT EVENT", help="Rule that the first follows from the second.")]
Unsure = Annotated[
    tuple[str, str] | None, typer.Option("--unsure", metavar="EVENT EVENT", help="Rule that it cannot be told; they stay apart until it can.")
]
Undo = Annotated[int | None, typer.Option("--undo", metavar="NUMBER", help="Take back a merge or a ruling by its number.")]
Why = Annotated[str, typer.Option("--why", help="The reason for a ruling, kept with it.")]
View = Annotated[
    str, typer.Option("--show", metavar="WHAT", help="What to print: incidents, waiting, related, contradictions, merges or copies.")
]


def link(
    store: StoreOption = DEFAULT_STORE,
    format: FormatOption = Format.TABLE,
    show: View = "incidents",
    join: Join = None,
    apart: Apart = None,
    part_of: PartOf = None,
    follows: Follows = None,
    unsure: Unsure = None,
    undo: Undo = None,
    why: Why = "",
    tables: TablesOption = None,
) -> None:
    """Find which events of different documents are one, and which names one actor; every merge has its reasons and can be undone.

    Near-certain pairs are joined, doubtful ones wait (--show waiting), and copies of one text count as one source.
    """
    from contested.cli.show.linking import rule_and_link, show_linked
    from contested.store.database import open_store
    from contested.store.merges import Kind

    opened = open_store(store, create=False)
    rulings = {Kind.MERGE: join, Kind.APART: apart, Kind.PART_OF: part_of, Kind.FOLLOWS: follows, Kind.UNSURE: unsure}
    rule_and_link(opened, rulings, undo, why, tables or ())
    show_linked(opened, show, format)

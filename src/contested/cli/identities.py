"""``contested identities``: which names are one actor, and when."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption

_DAY = ["%Y-%m-%d"]
Two = tuple[str, str] | None


def _ruling(flag: str, help: str) -> typer.models.OptionInfo:
    return typer.Option(flag, metavar="NAME NAME", help=help)  # type: ignore[no-any-return]


Same = Annotated[Two, _ruling("--same", "Rule that the first name is the body that is called by the second.")]
Renamed = Annotated[Two, _ruling("--renamed", "Rule that the first was renamed to the second on the day of --from.")]
Merged = Annotated[Two, _ruling("--merged", "Rule that the first merged into the second on the day of --from.")]
Split = Annotated[Two, _ruling("--split", "Rule that the first split from the second on the day of --from.")]
PartOf = Annotated[Two, _ruling("--part-of", "Rule that the first is a part of the second.")]
Different = Annotated[Two, _ruling("--different", "Rule that they are two bodies.")]
Unsure = Annotated[Two, _ruling("--unsure", "Rule that it cannot be told for now.")]
First = Annotated[datetime | None, typer.Option("--from", formats=_DAY, metavar="YYYY-MM-DD", help="The first day on which the ruling holds.")]
Last = Annotated[datetime | None, typer.Option("--to", formats=_DAY, metavar="YYYY-MM-DD", help="The day from which it no longer holds.")]
Undo = Annotated[int | None, typer.Option("--undo", metavar="NUMBER", help="Take back a ruling or a finding by its number.")]
Why = Annotated[str, typer.Option("--why", help="The reason for a ruling, kept with it.")]
View = Annotated[str, typer.Option("--show", metavar="WHAT", help="What to print: actors, waiting, contradictions or decisions.")]


def identities(
    store: StoreOption = DEFAULT_STORE, format: FormatOption = Format.TABLE, show: View = "actors", same: Same = None, renamed: Renamed = None,
    merged: Merged = None, split: Split = None, part_of: PartOf = None, different: Different = None, unsure: Unsure = None,
    first: First = None, last: Last = None, undo: Undo = None, why: Why = "",
) -> None:
    """List the actors that go by several names and the pairs that wait, rule about two names, or take a ruling back.

    contested link proposes; what is ruled holds in linking, policies, exports and the pages of actors, for the time given.
    """
    from contested.cli.show.identities import rule_actors, show_identities
    from contested.linking.actors.records import ActorRelation as R
    from contested.store.database import open_store

    given = {
        R.SAME: same, R.RENAMED: renamed, R.MERGED: merged, R.SPLIT: split, R.PART_OF: part_of, R.DIFFERENT: different, R.UNSURE: unsure,
    }  # fmt: skip
    opened = open_store(store, create=False)
    rule_actors(opened, given, first.date() if first else None, last.date() if last else None, undo, why)
    show_identities(opened, show, format)

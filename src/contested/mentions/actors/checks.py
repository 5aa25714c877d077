"""Look at the tables as a user who edits them does: what is wrong in a folder, and what is known of a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.errors import TableError
from contested.mentions.actors.tables import ACTOR_FILES, Actor, ActorTables

_FILES = (*ACTOR_FILES, "countries.csv", "roles.csv")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a table: where (``file:line`` or a file), what, and what to do."""

    where: str
    what: str
    fix: str


def check_tables(folder: Path) -> list[Problem]:
    """Validate a user's folder of actor tables: bad rows, unknown countries and parents, names that contradict each other.

    Returns: all that is wrong, in the order of the files; an empty list where the folder is fine.
    """
    present = [name for name in _FILES if (folder / name).is_file()]
    if not present:
        return [Problem(str(folder), "no actor table in this folder", f"Name the files {', '.join(_FILES)}.")]
    try:
        tables = ActorTables.load((folder,))
    except TableError as err:
        return [Problem(err.where, err.what, err.fix)]
    own = [a for a in tables.actors if a.where.startswith(str(folder))]
    return [problem for actor in own for problem in _problems(actor, tables)]


def show(name: str, tables: ActorTables) -> tuple[Actor, ...]:
    """Give the rows that a name, alias or abbreviation can mean, as the tables order them."""
    return tables.names.get(name)


def _problems(actor: Actor, tables: ActorTables) -> Iterator[Problem]:
    if actor.country and actor.country not in tables.countries:
        yield Problem(actor.where, f"unknown country {actor.country!r}", "Use a code of countries.csv.")
    if actor.parent and not tables.names.get(actor.parent):
        yield Problem(actor.where, f"the parent {actor.parent!r} is no actor", "Add its row, or correct the spelling.")
    if not actor.source:
        yield Problem(actor.where, "the row names no source", "Say where the name comes from.")
    for rival in _rivals(actor, tables.names.get(actor.name)):
        yield Problem(
            actor.where,
            f"{actor.name!r} is {rival.kind.value} at {rival.where}",
            "Use one kind, or dates that do not overlap.",
        )


def _rivals(actor: Actor, others: Sequence[Actor]) -> Iterator[Actor]:
    for other in others:
        apart = (actor.until and other.since and actor.until <= other.since) or (
            other.until and actor.since and other.until <= actor.since
        )
        if (
            other is not actor
            and other.name == actor.name
            and other.country == actor.country
            and other.kind is not actor.kind
            and not apart
        ):
            yield other

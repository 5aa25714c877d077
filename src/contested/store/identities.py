"""Who decided which names of actors are one body, and why: rows are only ever added, and the bonds are what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from contested.errors import UsageError
from contested.linking.across.records import Level
from contested.linking.actors.identities import Identities
from contested.linking.actors.records import ActorPair, ActorRelation, Bond
from contested.store.actor_schema import actor_links
from contested.store.database import Store
from contested.store.merges import LINKER, in_force
from contested.store.schema import log, parties

UNDO = "undo"


@dataclass(frozen=True, slots=True)
class ActorLinkRow:
    """One decision. ``relation`` is None where the row undoes another; the bond holds from ``valid_from`` to before ``valid_to``."""

    id: int
    at_utc: datetime
    who: str
    relation: ActorRelation | None
    left: str
    right: str
    valid_from: date | None
    valid_to: date | None
    score: float | None
    levels: tuple[Level, ...]
    why: str
    undoes: int | None

    @property
    def bond(self) -> Bond | None:
        """Give what the row says of the two names."""
        return Bond(self.left, self.right, self.relation, self.valid_from, self.valid_to) if self.relation else None


def all_actor_links(store: Store) -> tuple[ActorLinkRow, ...]:
    """Give every row, oldest first."""
    with store.reading() as connection:
        return read_actor_links(connection)


def read_actor_links(connection: Connection) -> tuple[ActorLinkRow, ...]:
    """Give every row, oldest first, in the caller's transaction."""
    return tuple(_row(r) for r in connection.execute(select(actor_links).order_by(actor_links.c.id)))


def find_identities(store: Store) -> Identities:
    """Give the bonds between names that are in force."""
    with store.reading() as connection:
        return read_identities(connection)


def read_identities(connection: Connection) -> Identities:
    """Give the bonds in force, in the caller's transaction: what people decided after, and so above, what the program found."""
    rows = sorted(in_force(read_actor_links(connection)), key=lambda r: r.who != LINKER)
    return Identities(tuple(r.bond for r in rows if r.bond))


def ruled_pairs(rows: Sequence[ActorLinkRow]) -> frozenset[frozenset[str]]:
    """Give the pairs of names about which people decided; an undone finding of the program's is such a decision too."""
    return frozenset(frozenset((r.left, r.right)) for r in in_force(rows) if r.who != LINKER)


def decide_actors(store: Store, bond: Bond, *, who: str, why: str) -> int:
    """Keep a person's decision about two names, and give its number.

    Raises: UsageError: a name that no event of the store bears, twice the same name, or a time that ends before it begins.
    """
    if bond.left == bond.right:
        raise UsageError(f"'{bond.left}' cannot be held against itself", fix="Name two actors.")
    if bond.start and bond.end and bond.end <= bond.start:
        raise UsageError("the time ends before it begins", fix="Check --from and --to.")
    with store.writing() as connection:
        for name in (bond.left, bond.right):
            if not connection.scalar(select(func.count()).select_from(parties).where(parties.c.name == name)):
                raise UsageError(f"no event names an actor '{name}'", fix="Write the name as contested actors lists it.")
        number = _add(connection, store, who, bond.relation.value, bond, None, (), why, None)
        _note(connection, store, who, f"actors {bond.relation.value}", f"{bond.left} and {bond.right}: {why}")
        return number


def undo_actors(store: Store, number: int, *, who: str, why: str) -> ActorLinkRow:
    """Take back a row: names are known again as they were without it. The row and its undoing both stay in the record.

    Raises: UsageError: there is no such row in force.
    """
    with store.writing() as connection:
        found = next((r for r in in_force(read_actor_links(connection)) if r.id == number), None)
        if found is None:
            raise UsageError(f"there is no decision {number} about actors in force", fix="contested identities --show decisions lists them.")
        bond = Bond(found.left, found.right, ActorRelation.UNSURE, found.valid_from, found.valid_to)
        _add(connection, store, who, UNDO, bond, None, (), why, number)
        _note(connection, store, who, "actors undo", f"decision {number}, {found.left} and {found.right}: {why}")
        return found


def keep_found(connection: Connection, store: Store, joined: Iterable[ActorPair]) -> tuple[int, int]:
    """Keep the pairs that the program is sure of and withdraw those it no longer finds; give how many of each."""
    rows = in_force(read_actor_links(connection))
    standing = {frozenset((r.left, r.right)): r for r in rows if r.relation is not None}
    wanted = {frozenset((p.left, p.right)): p for p in joined}
    added = [p for names, p in wanted.items() if names not in standing]
    gone = [r for names, r in standing.items() if r.who == LINKER and names not in wanted]
    for row in gone:
        bond = Bond(row.left, row.right, ActorRelation.UNSURE)
        _add(connection, store, LINKER, UNDO, bond, None, (), "no longer found by the weights, the texts and what people ruled", row.id)
    for pair in added:
        why = ", ".join(f"{x.axis} {x.level}" for x in pair.levels if x.level not in ("unknown", "none"))
        _add(connection, store, LINKER, pair.relation.value, Bond(pair.left, pair.right, pair.relation), pair.score, pair.levels, why, None)
    return len(added), len(gone)


def _add(
    connection: Connection, store: Store, who: str, relation: str, bond: Bond, score: float | None, levels: Sequence[Level], why: str, undoes: int | None
) -> int:
    values = {
        "at_utc": store.now(), "who": who, "relation": relation, "left": bond.left, "right": bond.right, "valid_from": bond.start,
        "valid_to": bond.end, "score": score, "levels": [list(x) for x in levels], "why": why, "undoes": undoes,
    }  # fmt: skip
    made = connection.execute(insert(actor_links).values(**values)).inserted_primary_key
    return int(made[0]) if made else 0


def _note(connection: Connection, store: Store, who: str, what: str, why: str) -> None:
    connection.execute(insert(log).values(at_utc=store.now(), who=who, what=what, document=None, why=why))


def _row(row: Row[Any]) -> ActorLinkRow:
    relation = None if row.relation == UNDO else ActorRelation(row.relation)
    levels = tuple(Level(*x) for x in row.levels)
    return ActorLinkRow(row.id, row.at_utc, row.who, relation, row.left, row.right, row.valid_from, row.valid_to, row.score, levels, row.why, row.undoes)

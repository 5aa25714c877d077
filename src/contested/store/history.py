"""The history of an event: what was read, decided, joined and parted, by whom and why, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from contested.linking.across.records import Ref
from contested.store.database import Store
from contested.store.incidents import read_tellings
from contested.store.merges import MergeRow, read_merges, reattached
from contested.store.schema import decisions, log


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a history. ``number`` tells rows of one table apart: a decision or a merge is undone by it."""

    at_utc: datetime
    who: str
    what: str
    why: str
    number: int | None = None


def history_of(store: Store, ref: Ref) -> tuple[Happening, ...]:
    """Give everything that the record holds about an event and its document, in the order in which it was written.

    A clock that jumped back changes no order: rows of one table stay in the order of their numbers.
    """
    with store.reading() as connection:
        about = [*_logged(connection, ref), *_decided(connection, ref)]
        rows = reattached(read_merges(connection), read_tellings(connection, {}, ref.document))
    about += [_of_merge(row) for row in rows if _touches(row, ref)]
    return tuple(sorted(about, key=lambda h: h.at_utc))


def _logged(connection: Connection, ref: Ref) -> list[Happening]:
    rows = connection.execute(select(log).where(log.c.document == ref.document).order_by(log.c.id))
    return [Happening(r.at_utc, r.who, r.what, r.why) for r in rows if not r.what.startswith(("decision", "link "))]


def _decided(connection: Connection, ref: Ref) -> list[Happening]:
    query = select(decisions).where(decisions.c.document == ref.document, decisions.c.event == ref.event, decisions.c.round.is_(None)).order_by(decisions.c.id)
    return [
        Happening(r.at_utc, r.who, f"decision {r.verdict}" + (f" {r.property}" if r.property else ""), r.why, r.id) for r in connection.execute(query)
    ]


def _touches(row: MergeRow, ref: Ref) -> bool:
    return any(ref in side for side in row.sides)


def _of_merge(row: MergeRow) -> Happening:
    what = f"{row.kind.value} of {row.left} and {row.right}" if row.undoes is None else f"undo of merge {row.undoes}"
    return Happening(row.at_utc, row.who, what, row.why, row.id)

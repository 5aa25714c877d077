"""The history of an event: what was read, decided, joined and parted, by whom and why, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select

from contested.linking.across.records import Ref
from contested.store.database import Store
from contested.store.incidents import read_tellings
from contested.store.journal import EXPORT
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
        logged, decided = _logged(connection, ref), _decided(connection, ref)
        rows = reattached(read_merges(connection), read_tellings(connection, {}, ref.document))
    merged = [_of_merge(row) for row in rows if _touches(row, ref)]
    told = [pair for table in (logged, decided, merged) for pair in _never_back(table)]
    return tuple(happening for _, happening in sorted(told, key=lambda pair: pair[0]))


def _never_back(table: list[Happening]) -> Iterator[tuple[datetime, Happening]]:
    """Give each row of a table the latest moment so far to be sorted by, its own unless the clock jumped back."""
    latest = datetime.min
    for happening in table:
        latest = max(latest, happening.at_utc)
        yield latest, happening


def _logged(connection: Connection, ref: Ref) -> list[Happening]:
    """Give the log's lines about the document, and what has left the store since it was there."""
    first = connection.scalar(select(func.min(log.c.id)).where(log.c.document == ref.document))
    if first is None:
        return []
    whole = (log.c.document.is_(None), log.c.id > first, log.c.what.startswith(EXPORT))
    rows = connection.execute(select(log).where(or_(log.c.document == ref.document, and_(*whole))).order_by(log.c.id))
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

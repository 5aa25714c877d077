"""The history of an event: what was read, decided, joined and parted, by whom and why, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select

from contested.linking.across.records import Ref
from contested.store.changes import CHANGED
from contested.store.database import Store
from contested.store.incidents import read_tellings
from contested.store.journal import EXPORT
from contested.store.merges import MergeRow, read_merges, reattached
from contested.store.outcome import Read, told_again
from contested.store.schema import log
from contested.store.settling import read_by_machine
from contested.store.verdicts import Decision, of_record


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
    return [Happening(r.at_utc, r.who, r.what, r.why) for r in rows if _is_of(r.what, r.why, ref)]


def _is_of(what: str, why: str, ref: Ref) -> bool:
    """Leave out what other tables tell at length, and what changed under decisions about other events."""
    return not what.startswith(("decision", "link ")) and (what != CHANGED or why.startswith(f"{ref.event}: "))


def _decided(connection: Connection, ref: Ref) -> list[Happening]:
    """Give the decisions about an event, those too that were made when a reading named it otherwise."""
    made = of_record(connection, ref.document)
    present = read_by_machine(connection, ref.document, made) if made else []
    return [Happening(d.at_utc, d.who, f"decision {d.verdict}" + (f" {d.property}" if d.property else ""), d.why, d.id) for d in made if _about(d, ref, present)]


def _about(decision: Decision, ref: Ref, present: Sequence[Read]) -> bool:
    if decision.event == ref.event or any(decision.event == read.id for read in present):
        return decision.event == ref.event
    again = told_again(present, decision.spans, decision.action)
    return again is not None and again.id == ref.event


def _touches(row: MergeRow, ref: Ref) -> bool:
    return any(ref in side for side in row.sides)


def _of_merge(row: MergeRow) -> Happening:
    what = f"{row.kind.value} of {row.left} and {row.right}" if row.undoes is None else f"undo of merge {row.undoes}"
    return Happening(row.at_utc, row.who, what, row.why, row.id)

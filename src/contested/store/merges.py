"""Who joined which events of different documents, and why: rows are only ever added, and the groups are what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import product
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from contested.errors import UsageError
from contested.linking.across.clustering import Rulings
from contested.linking.across.records import Level, Ref, Telling, pair_of
from contested.store.database import Store
from contested.store.link_schema import merges
from contested.store.schema import events, log

LINKER = "contested link"
Side = tuple[Ref, ...]
Spans = Mapping[Ref, tuple[tuple[int, int], ...]]


class Kind(StrEnum):
    """What a row says: two groups are one, are two, one is a part of or follows from the other, or that an earlier row no longer holds.

    ``UNSURE`` keeps two groups apart until somebody rules otherwise.
    """

    MERGE = "merge"
    APART = "apart"
    PART_OF = "part of"
    FOLLOWS = "follows from"
    UNSURE = "unsure"
    UNDO = "undo"


RELATED_KINDS = frozenset({Kind.PART_OF, Kind.FOLLOWS})
_KEPT_APART = frozenset({Kind.APART, Kind.UNSURE}) | RELATED_KINDS


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One decision. ``left`` and ``right`` are the pair it rests on; ``sides`` the groups as they were; ``undoes`` another row.

    ``spans`` are the sentences of the events when the row was made: by them an event is found again in a new reading.
    """

    id: int
    at_utc: datetime
    who: str
    kind: Kind
    left: Ref
    right: Ref
    sides: tuple[Side, Side]
    score: float | None
    levels: tuple[Level, ...]
    why: str
    undoes: int | None
    spans: Spans


@dataclass(frozen=True, slots=True)
class NewMerge:
    """A row to be kept."""

    who: str
    kind: Kind
    left: Ref
    right: Ref
    sides: tuple[Side, Side]
    why: str
    score: float | None = None
    levels: tuple[Level, ...] = ()
    undoes: int | None = None
    spans: Spans = field(default_factory=dict)


def all_merges(store: Store) -> tuple[MergeRow, ...]:
    """Give every row, oldest first."""
    with store.reading() as connection:
        return read_merges(connection)


def read_merges(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[MergeRow, ...]:
    """Give every row that fits, oldest first, in the caller's transaction."""
    return tuple(_merge_row(row) for row in connection.execute(select(merges).where(*conditions).order_by(merges.c.id)))


class Undoable(Protocol):
    """A row of a record to which rows are only added; ``undoes`` is the number of the row that it takes back."""

    @property
    def id(self) -> int: ...

    @property
    def undoes(self) -> int | None: ...


R = TypeVar("R", bound=Undoable)


def in_force(rows: Sequence[R]) -> tuple[R, ...]:
    """Give the rows that no row in force undoes: an undo that was undone leaves the first one standing."""
    undone: set[int] = set()
    standing = []
    for row in reversed(rows):
        if row.id not in undone:
            standing.append(row)
            if row.undoes is not None:
                undone.add(row.undoes)
    return tuple(reversed(standing))


def rulings_of(rows: Sequence[MergeRow]) -> Rulings:
    """Gather what people ruled: their merges hold; what they parted or related otherwise, or another's merge that they undid, stays apart.

    Of several rulings on one pair the last one counts.
    """
    by_id = {r.id: r for r in rows}
    people = [r for r in in_force(rows) if r.who != LINKER]
    last = {pair_of(r.left, r.right): r for r in people if r.kind is not Kind.UNDO}
    same = tuple(pair for pair, r in last.items() if r.kind is Kind.MERGE)
    parted = [r for r in last.values() if r.kind in _KEPT_APART]
    undone = [by_id[r.undoes] for r in people if r.undoes in by_id and by_id[r.undoes].who != r.who]
    parted += [r for r in undone if r.kind is Kind.MERGE]
    return Rulings(same, frozenset(pair_of(a, b) for r in parted for a, b in product(*r.sides)))


def add_merges(connection: Connection, at_utc: datetime, new: Iterable[NewMerge]) -> None:
    """Keep rows, in the caller's transaction."""
    if rows := [_row_of(one, at_utc) for one in new]:
        connection.execute(insert(merges), rows)


def rule(store: Store, kind: Kind, left: Ref, right: Ref, *, who: str, why: str) -> None:
    """Keep a person's ruling on two events; of ``PART_OF`` and ``FOLLOWS`` the left is the part, or the later one.

    Raises: UsageError: one of the events is not in the store, both are the same, or an undo is asked for.
    """
    if left == right or kind is Kind.UNDO:
        raise UsageError(f"{left} cannot be held against itself", fix="Name two events as DOCUMENT:EVENT.")
    with store.writing() as connection:
        spans = {ref: _spans(connection, ref) for ref in (left, right)}
        add_merges(connection, store.now(), [NewMerge(who, kind, left, right, ((left,), (right,)), why, spans=spans)])
        _note(connection, store, who, f"link {kind}", left.document, f"{left} and {right}: {why}")


def undo(store: Store, number: int, *, who: str, why: str) -> MergeRow:
    """Take back a row: the groups are again what they were without it. The row and its undoing both stay in the record.

    Raises: UsageError: there is no such row, or it was taken back before.
    """
    with store.writing() as connection:
        found = next((r for r in in_force(read_merges(connection)) if r.id == number), None)
        if found is None:
            raise UsageError(f"there is no merge {number} in force", fix="contested link --merges lists them.")
        new = NewMerge(who, Kind.UNDO, found.left, found.right, found.sides, why, undoes=number, spans=found.spans)
        add_merges(connection, store.now(), [new])
        _note(connection, store, who, "link undo", found.left.document, f"merge {number}, {found.left} and {found.right}: {why}")
        return found


def _note(connection: Connection, store: Store, who: str, what: str, document: str, why: str) -> None:
    connection.execute(insert(log).values(at_utc=store.now(), who=who, what=what, document=document, why=why))


def reattached(rows: Sequence[MergeRow], tellings: Iterable[Telling]) -> tuple[MergeRow, ...]:
    """Let rows about events that a new reading names otherwise be about the events told in the same sentences."""
    present: dict[str, dict[Ref, tuple[tuple[int, int], ...]]] = {}
    for telling in tellings:
        present.setdefault(telling.ref.document, {})[telling.ref] = tuple((e.start, e.end) for e in telling.event.evidence)
    moved: dict[Ref, Ref] = {}
    for row in rows:
        for ref, spans in row.spans.items():
            if ref not in (here := present.get(ref.document, {})) and (again := _again(spans, here)):
                moved[ref] = again
    return tuple(_moved(row, moved) for row in rows) if moved else tuple(rows)


def _again(spans: Sequence[tuple[int, int]], here: Spans) -> Ref | None:
    def shared(ref: Ref) -> int:
        return sum(max(0, min(end, e) - max(start, s)) for start, end in spans for s, e in here[ref])

    best = max(sorted(here), key=shared, default=None)
    return best if best is not None and 2 * shared(best) >= max(1, sum(end - start for start, end in spans)) else None


def _moved(row: MergeRow, moved: Mapping[Ref, Ref]) -> MergeRow:
    left, right = (tuple(moved.get(r, r) for r in side) for side in row.sides)
    return replace(row, left=moved.get(row.left, row.left), right=moved.get(row.right, row.right), sides=(left, right))


def _spans(connection: Connection, ref: Ref) -> tuple[tuple[int, int], ...]:
    body = connection.scalar(select(events.c.body).where(events.c.document == ref.document, events.c.id == ref.event))
    if body is None:
        raise UsageError(f"there is no event {ref} in the store", fix="Write it as DOCUMENT:EVENT; contested link --format json lists them.")
    return tuple((e["start"], e["end"]) for e in body["evidence"])


def _row_of(new: NewMerge, at_utc: datetime) -> Mapping[str, Any]:
    return {
        "at_utc": at_utc, "who": new.who, "kind": new.kind.value, "left_document": new.left.document, "left_event": new.left.event,
        "right_document": new.right.document, "right_event": new.right.event, "sides": [[[*r, [list(s) for s in new.spans.get(r, ())]] for r in side] for side in new.sides],
        "score": new.score, "levels": [list(level) for level in new.levels], "why": new.why, "undoes": new.undoes,
    }  # fmt: skip


def _merge_row(row: Row[Any]) -> MergeRow:
    left, right = (tuple(Ref(document, event) for document, event, _ in side) for side in row.sides)
    spans = {Ref(document, event): tuple((s, e) for s, e in told) for side in row.sides for document, event, told in side if told}
    return MergeRow(
        row.id, row.at_utc, row.who, Kind(row.kind), Ref(row.left_document, row.left_event), Ref(row.right_document, row.right_event),
        (left, right), row.score, tuple(Level(*x) for x in row.levels), row.why, row.undoes, spans,
    )  # fmt: skip

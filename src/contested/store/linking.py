"""Link the events of a store, and keep what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from contested.linking.across.copies import Copy, Text, find_copies
from contested.linking.across.link import LinkResources, link_tellings
from contested.linking.across.records import Comparison, Level, Links, Merge, Pair, Ref, Relation, pair_of
from contested.store.database import Store
from contested.store.identities import read_identities
from contested.store.incidents import as_known, read_tellings
from contested.store.link_schema import copies, links
from contested.store.merges import (
    LINKER,
    Kind,
    MergeRow,
    NewMerge,
    Spans,
    add_merges,
    in_force,
    read_merges,
    reattached,
    rulings_of,
)
from contested.store.schema import documents, log

WAITING, RELATED, FOR, AGAINST = "waiting", "related", "contradiction: for", "contradiction: against"


@dataclass(frozen=True, slots=True)
class Linked:
    """What a run of linking did: events looked at, copied texts, merges added and withdrawn, pairs that wait, contradictions."""

    events: int
    copies: int
    added: int
    withdrawn: int
    waiting: int
    contradictions: int


def link_store(store: Store, resources: LinkResources) -> Linked:
    """Link all events of a store, and keep merges, waiting pairs and copies; a second run changes nothing.

    What people ruled holds. A merge of an earlier run that is no longer found is withdrawn by a row of its own.

    Raises: StoreError: the database cannot be used; nothing was kept.
    """
    with store.reading() as connection:
        copied = find_copies(_texts(connection))
        identities = read_identities(connection)
        tellings = as_known(read_tellings(connection, {c.document: c.original for c in copied}), identities)
        resources = replace(resources, names=resources.names.with_wholes(identities.wholes))
        found = link_tellings(tellings, resources, rulings_of(reattached(read_merges(connection), tellings)))
    with store.writing() as connection:
        spans = {t.ref: tuple((e.start, e.end) for e in t.event.evidence) for t in tellings}
        added, withdrawn = _changes(reattached(read_merges(connection), tellings), found, spans)
        add_merges(connection, store.now(), (*withdrawn, *added))
        _renew(connection, found, copied)
        if added or withdrawn:
            why = f"{len(added)} merges, {len(withdrawn)} withdrawn, {len(found.doubtful)} pairs wait for a person"
            connection.execute(insert(log).values(at_utc=store.now(), who=LINKER, what="link", why=why))
    return Linked(len(tellings), len(copied), len(added), len(withdrawn), len(found.doubtful), len(found.contradictions))


def _texts(connection: Connection) -> list[Text]:
    d = documents.c
    return [Text(r.id, r.text, r.published) for r in connection.execute(select(d.id, d.text, d.published).order_by(d.id))]


def _changes(rows: Sequence[MergeRow], found: Links, spans: Spans) -> tuple[list[NewMerge], list[NewMerge]]:
    """Hold what was found against the merges in force: those to add, those to withdraw."""
    standing = {pair_of(r.left, r.right): r for r in in_force(rows) if r.kind is Kind.MERGE}
    wanted = {m.best.pair: m for m in found.merges}
    added = [_new(m, spans) for pair, m in wanted.items() if pair not in standing]
    gone = [r for pair, r in standing.items() if pair not in wanted and r.who == LINKER]
    why = "no longer found by the weights, the texts and what people ruled"
    return added, [NewMerge(LINKER, Kind.UNDO, r.left, r.right, r.sides, why, undoes=r.id, spans=r.spans) for r in gone]


def _new(merge: Merge, spans: Spans) -> NewMerge:
    best = merge.best
    why = ", ".join(f"{x.axis} {x.level.replace('_', ' ')}" for x in best.levels if x.level not in ("unknown", "own"))
    return NewMerge(LINKER, Kind.MERGE, best.pair.left, best.pair.right, (merge.left, merge.right), why, best.score, best.levels, spans=spans)


def _renew(connection: Connection, found: Links, copied: Sequence[Copy]) -> None:
    connection.execute(delete(links))
    connection.execute(delete(copies))
    rows = {
        _key(row): row
        for state, comparisons in (
            (WAITING, found.doubtful), (RELATED, found.related), (FOR, [c.joined for c in found.contradictions]),
            (AGAINST, [c.against for c in found.contradictions]),
        )
        for c in comparisons
        for row in (_link_row(state, c),)
    }  # fmt: skip
    if rows:
        connection.execute(insert(links), list(rows.values()))
    if copied:
        connection.execute(insert(copies), [{"document": c.document, "original": c.original, "share": c.share} for c in copied])


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[k] for k in ("state", "left_document", "left_event", "right_document", "right_event", "relation"))


def _link_row(state: str, c: Comparison) -> dict[str, Any]:
    return {
        "state": state, "left_document": c.pair.left.document, "left_event": c.pair.left.event, "right_document": c.pair.right.document,
        "right_event": c.pair.right.event, "relation": c.relation.value, "bits": c.bits, "levels": [list(x) for x in c.levels], "reversed": c.reversed,
    }  # fmt: skip


def found_links(store: Store, state: str) -> tuple[Comparison, ...]:
    """Give the pairs of the last run of one state, the surest first."""
    with store.reading() as connection:
        rows = connection.execute(select(links).where(links.c.state == state))
        return tuple(sorted((_comparison(r) for r in rows), key=lambda c: (-c.bits, c.pair)))


def _comparison(row: Row[Any]) -> Comparison:
    pair = Pair(Ref(row.left_document, row.left_event), Ref(row.right_document, row.right_event))
    return Comparison(pair, Relation(row.relation), row.bits, tuple(Level(*x) for x in row.levels), row.reversed)


def found_copies(store: Store) -> tuple[Copy, ...]:
    """Give the copied texts that the last run found."""
    with store.reading() as connection:
        return tuple(Copy(r.document, r.original, r.share) for r in connection.execute(select(copies).order_by(copies.c.document)))

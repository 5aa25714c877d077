"""What people rule about pairs of events: the queue of pairs, rulings taken back, and groups taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from contested.errors import UsageError
from contested.linking.across.records import Comparison, Pair, Ref, incident_id, pair_of
from contested.store.database import Store
from contested.store.incidents import fold, read_tellings
from contested.store.link_schema import merges
from contested.store.linking import WAITING, found_links
from contested.store.merges import LINKER, Kind, MergeRow, in_force, read_merges, reattached, rule, undo
from contested.store.schema import events

Group = tuple[Ref, ...]
_AT_ONCE = 400


def pairs_ruled_on(store: Store) -> frozenset[Pair]:
    """Give the pairs about which a ruling of a person is in force."""
    with store.reading() as connection:
        rows = read_merges(connection, merges.c.who != LINKER)
    return frozenset(pair_of(r.left, r.right) for r in in_force(rows) if r.kind is not Kind.UNDO)


def waiting_pairs(store: Store) -> list[Comparison]:
    """Give the pairs that nobody has ruled on, the surest first; the last run of linking found them."""
    ruled = pairs_ruled_on(store)
    return [c for c in found_links(store, WAITING) if c.pair not in ruled]


def unsure_pairs(store: Store) -> list[Pair]:
    """Give the pairs of which somebody said that they cannot tell, in the order in which it was said."""
    with store.reading() as connection:
        rows = in_force(read_merges(connection, merges.c.who != LINKER))
    last = {pair_of(r.left, r.right): r.kind for r in rows}
    return [pair for pair, kind in last.items() if kind is Kind.UNSURE]


def undo_last_ruling(store: Store, *, who: str) -> MergeRow | None:
    """Take back the last ruling of a person that is in force, a taking apart too; None where there is none."""
    with store.reading() as connection:
        rows = read_merges(connection)
    own = {r.id for r in rows if r.who == who}
    mine = [r for r in in_force(rows) if r.who == who and r.undoes not in own]
    return undo(store, mine[-1].id, who=who, why="taken back") if mine else None


def incident_of(groups: Sequence[tuple[str, Group]], ref: Ref) -> tuple[str, int] | None:
    """Give the incident that an event was merged into, and how many tellings it has; None where it stands alone."""
    return next(((incident, len(group)) for incident, group in groups if ref in group), None)


def take_apart(store: Store, number: int, *, who: str, why: str) -> MergeRow:
    """Take a merge apart, and let linking not make it again.

    Raises: UsageError: there is no such merge in force.
    """
    with store.reading() as connection:
        found = next((r for r in in_force(read_merges(connection)) if r.id == number and r.kind is Kind.MERGE), None)
    if found is None:
        raise UsageError(f"there is no merge {number} in force", fix="Open the list of merged events anew.")
    undo(store, number, who=who, why=why)
    if found.who == who:
        rule(store, Kind.APART, found.left, found.right, who=who, why=why)
    return found


def merged_groups(store: Store) -> tuple[tuple[str, Group], ...]:
    """Give the groups of merged events, each with the id of its incident, in the order of their first events."""
    with store.reading() as connection:
        rows = _bare_merges(connection)
        refs = {ref for row in rows for ref in (row.left, row.right)}
        known = _present(connection, refs)
        if gone := refs - known:
            rows = _renamed(connection, rows, sorted({ref.document for ref in gone}))
            known = _present(connection, {ref for row in rows for ref in (row.left, row.right)})
    return tuple((incident_id(g[0]), g) for g in fold(rows, sorted(known)))


def merges_of(store: Store, group: Group) -> list[MergeRow]:
    """Give the merges in force that hold a group together, oldest first."""
    names = sorted({ref.document for ref in group})
    with store.reading() as connection:
        rows = _about(connection, names)
        rows = reattached(rows, [t for name in names for t in read_tellings(connection, {}, name)])
    return [r for r in in_force(rows) if r.kind is Kind.MERGE and r.left in group and r.right in group]


def _bare_merges(connection: Connection) -> tuple[MergeRow, ...]:
    """Give all rows without their reasons and sides, which are large and not asked for here."""
    m = merges.c
    columns = (m.id, m.at_utc, m.who, m.kind, m.left_document, m.left_event, m.right_document, m.right_event, m.undoes)
    made = []
    for row in connection.execute(select(*columns).order_by(m.id)):
        left, right = Ref(row.left_document, row.left_event), Ref(row.right_document, row.right_event)
        made.append(MergeRow(row.id, row.at_utc, row.who, Kind(row.kind), left, right, ((left,), (right,)), None, (), "", row.undoes, {}))
    return tuple(made)


def _renamed(connection: Connection, rows: Sequence[MergeRow], documents: Sequence[str]) -> tuple[MergeRow, ...]:
    """Let rows about documents whose events have other names now be about the events told in the same sentences."""
    tellings = [t for name in documents for t in read_tellings(connection, {}, name)]
    again = {r.id: r for r in reattached(_about(connection, documents), tellings)}
    return tuple(replace(row, left=again[row.id].left, right=again[row.id].right) if row.id in again else row for row in rows)


def _about(connection: Connection, documents: Sequence[str]) -> tuple[MergeRow, ...]:
    found = {
        row.id: row
        for n in range(0, len(documents), _AT_ONCE)
        for part in (documents[n : n + _AT_ONCE],)
        for row in read_merges(connection, or_(merges.c.left_document.in_(part), merges.c.right_document.in_(part)))
    }
    return tuple(found[number] for number in sorted(found))


def _present(connection: Connection, refs: set[Ref]) -> set[Ref]:
    """Choose the events that the store has and nobody rejected."""
    e, names = events.c, sorted({ref.document for ref in refs})
    found: set[Ref] = set()
    for n in range(0, len(names), _AT_ONCE):
        query = select(e.document, e.id).where(e.document.in_(names[n : n + _AT_ONCE]), e.reviewed.is_distinct_from("rejected"))
        found |= {Ref(row.document, row.id) for row in connection.execute(query)}
    return found & refs


def group_of(groups: Sequence[tuple[str, Group]], incident: str) -> Group | None:
    """Find the events of an incident by its id."""
    return next((group for name, group in groups if name == incident), None)

"""What people rule about pairs of events: the queue of pairs, rulings taken back, and groups taken apart."""

from __future__ import annotations

from collections.abc import Sequence

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


def waiting_pairs(store: Store) -> list[Comparison]:
    """Give the pairs that nobody has ruled on, the surest first; the last run of linking found them."""
    with store.reading() as connection:
        rows = read_merges(connection, merges.c.who != LINKER)
    ruled = {pair_of(r.left, r.right) for r in in_force(rows) if r.kind is not Kind.UNDO}
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


def incident_of(store: Store, ref: Ref) -> tuple[str, int] | None:
    """Give the incident that an event was merged into, and how many tellings it has; None where it stands alone."""
    with store.reading() as connection:
        touched = connection.scalar(select(merges.c.id).where(or_(merges.c.left_document == ref.document, merges.c.right_document == ref.document)).limit(1))
    if touched is None:
        return None
    return next(((incident, len(group)) for incident, group in merged_groups(store) if ref in group), None)


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


def merged_groups(store: Store) -> list[tuple[str, Group]]:
    """Give the groups of merged events, each with the id of its incident, in the order of their first events."""
    with store.reading() as connection:
        rows = present_merges(connection)
        known = _present(connection, {ref for row in rows for ref in (row.left, row.right)})
    return [(incident_id(g[0]), g) for g in fold(rows, sorted(known))]


def merges_of(store: Store, group: Group) -> list[MergeRow]:
    """Give the merges in force that hold a group together, oldest first."""
    with store.reading() as connection:
        rows = present_merges(connection)
    return [r for r in in_force(rows) if r.kind is Kind.MERGE and r.left in group and r.right in group]


def present_merges(connection: Connection) -> tuple[MergeRow, ...]:
    """Give all merges about the events that there are now, whatever a newer reading calls them."""
    rows = read_merges(connection)
    refs = {ref for row in rows for side in row.sides for ref in side}
    gone = sorted({ref.document for ref in refs - _present(connection, refs)})
    return reattached(rows, [t for document in gone for t in read_tellings(connection, {}, document)])


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

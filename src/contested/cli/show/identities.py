"""Rulings about actors kept, and identities, waiting pairs and decisions printed."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from contested.cli.options import Format
from contested.cli.show.output import print_records, tell
from contested.errors import UsageError
from contested.linking.actors.comparing import PRIOR, ActorWeights
from contested.linking.actors.identities import Identities
from contested.linking.actors.records import ActorPair, ActorRelation, Bond
from contested.store.actor_linking import WAITING, found_actor_pairs
from contested.store.contradictions import actor_contradictions
from contested.store.database import Store
from contested.store.identities import ActorLinkRow, all_actor_links, decide_actors, find_identities, undo_actors
from contested.store.merges import in_force

_DATED = frozenset({ActorRelation.RENAMED, ActorRelation.MERGED, ActorRelation.SPLIT})


def rule_actors(
    store: Store, given: Mapping[ActorRelation, tuple[str, str] | None], first: date | None, last: date | None, undone: int | None, why: str
) -> None:
    """Keep a person's ruling about two names, or take one back.

    Raises: UsageError: several rulings at once, a name that is not there, a change without its day, no such number.
    """
    who = getpass.getuser()
    rulings = [(relation, pair) for relation, pair in given.items() if pair]
    if len(rulings) + (undone is not None) > 1:
        raise UsageError("several rulings were given", fix="Give one at a time, each with its own --why.")
    if undone is not None:
        row = undo_actors(store, undone, who=who, why=why)
        tell(f"decision {undone} about {row.left} and {row.right} is taken back")
    for relation, (left, right) in rulings:
        number = decide_actors(store, _bond(relation, left, right, first, last), who=who, why=why)
        tell(f"decision {number}: {left} {relation.value} {right}")


def _bond(relation: ActorRelation, left: str, right: str, first: date | None, last: date | None) -> Bond:
    if relation not in _DATED:
        return Bond(left, right, relation, first, last)
    if first is None or last is not None:
        raise UsageError(f"'{relation.value}' needs the day of the change, and no end", fix="Give it with --from YYYY-MM-DD.")
    return Bond(left, right, relation, None, first) if relation is ActorRelation.SPLIT else Bond(left, right, relation, first)


def show_identities(store: Store, what: str, format: Format) -> None:
    """Print one view. Raises: UsageError: there is no such view."""
    views: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "actors": lambda: list(actor_records(find_identities(store))),
        "waiting": lambda: [_pair(p) for p in found_actor_pairs(store, WAITING)],
        "contradictions": lambda: [
            _pair(c.joined) | {"against": f"{c.against.left} and {c.against.right}", "why_against": _reasons(c.against)}
            for c in actor_contradictions(store)
        ],
        "decisions": lambda: _decisions(store),
    }  # fmt: skip
    if what not in views:
        raise UsageError(f"there is no view '{what}'", fix=f"Choose one of: {', '.join(views)}.")
    print_records(views[what](), format, f"no {what} found")


def actor_records(identities: Identities) -> Iterator[dict[str, Any]]:
    """Give every bond that changes a name, as a reader would say it."""
    for bond in identities.bonds:
        if bond.relation not in (ActorRelation.DIFFERENT, ActorRelation.UNSURE):
            yield {"name": bond.left, "relation": bond.relation.value, "of": bond.right, "from": _day(bond.start), "to": _day(bond.end)}


def _pair(p: ActorPair) -> dict[str, Any]:
    return {"name": p.left, "other": p.right, "proposed": p.relation.value, "day": _day(p.day), "score": p.score, "reasons": _reasons(p)}


def _reasons(p: ActorPair) -> str:
    bits = ActorWeights.load().bits
    if not any(level in bits for level in p.levels):
        return "; ".join(f"{x.axis}: {x.level}" for x in p.levels)
    told = sorted((x for x in p.levels if bits.get(x)), key=lambda x: -abs(bits[x]))
    return "; ".join([f"prior {bits[PRIOR]:+.1f}", *(f"{x.axis} {x.level} {bits[x]:+.1f}" for x in told)])


def _decisions(store: Store) -> list[dict[str, Any]]:
    rows = all_actor_links(store)
    standing = {r.id for r in in_force(rows)}
    return [_decision(r, r.id in standing) for r in rows]


def _decision(r: ActorLinkRow, standing: bool) -> dict[str, Any]:
    return {
        "number": r.id, "at": f"{r.at_utc:%Y-%m-%d %H:%M:%S}", "who": r.who, "name": r.left, "relation": r.relation.value if r.relation else "undo",
        "of": r.right, "from": _day(r.valid_from), "to": _day(r.valid_to), "score": r.score, "why": r.why, "undoes": r.undoes, "in_force": standing,
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

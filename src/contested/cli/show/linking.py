"""Incidents, waiting pairs, contradictions and merges, printed."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from contested.cli.options import Format
from contested.cli.show.output import print_records, tell
from contested.cli.show.wording import date_words, place_words
from contested.errors import UsageError
from contested.linking.across.link import LinkResources
from contested.linking.across.records import Comparison, Ref
from contested.linking.across.tables import PRIOR, LinkTables
from contested.linking.actors.comparing import ActorWeights
from contested.store.actor_linking import link_all
from contested.store.contradictions import event_contradictions
from contested.store.database import Store
from contested.store.incidents import Incident, find_incidents
from contested.store.linking import RELATED, WAITING, found_copies, found_links
from contested.store.merges import LINKER, RELATED_KINDS, Kind, all_merges, in_force, rule, undo

Pair = tuple[str, str]


def rule_and_link(store: Store, rulings: Mapping[Kind, Pair | None], undone: int | None, why: str, tables: Sequence[Path]) -> None:
    """Keep a person's rulings, then link; after an undoing alone the groups stay what they were before the merge.

    Raises: UsageError: an event or merge that is not there.
    """
    who = getpass.getuser()
    for kind, named in rulings.items():
        if named:
            rule(store, kind, ref_of(named[0]), ref_of(named[1]), who=who, why=why)
    if undone is not None:
        undo(store, undone, who=who, why=why)
        return
    done, actors = link_all(store, LinkResources.load(tables), ActorWeights.load(tables))
    tell(
        f"{done.events} events; {done.added} merges added, {done.withdrawn} withdrawn; {done.waiting} pairs wait, "
        f"{done.contradictions} contradictions; {done.copies} copied texts"
    )
    tell(
        f"{actors.names} names of actors; {actors.added} pairs joined, {actors.withdrawn} withdrawn; {actors.waiting} wait, "
        f"{actors.contradictions} contradictions (contested identities)"
    )


def ref_of(words: str) -> Ref:
    """Read DOCUMENT:EVENT.

    Raises: UsageError: there is no colon.
    """
    document, colon, event = words.rpartition(":")
    if not colon:
        raise UsageError(f"'{words}' names no event", fix="Write it as DOCUMENT:EVENT.")
    return Ref(document, event)


def show_linked(store: Store, what: str, format: Format) -> None:
    """Print one view of what was linked.

    Raises: UsageError: there is no such view.
    """
    if what == "incidents" and format is Format.JSON:
        print(json.dumps([_incident_json(i) for i in find_incidents(store)], ensure_ascii=False, indent=1))
        return
    views: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "incidents": lambda: [_incident_record(i) for i in find_incidents(store)],
        "waiting": lambda: [_pair_record(c) for c in found_links(store, WAITING)],
        "related": lambda: _related_records(store),
        "contradictions": lambda: list(_contradictions(store)),
        "merges": lambda: _merge_records(store),
        "copies": lambda: [{"document": c.document, "original": c.original, "share": c.share} for c in found_copies(store)],
    }
    if what not in views:
        raise UsageError(f"there is no view '{what}'", fix=f"Choose one of: {', '.join(views)}.")
    print_records(views[what](), format, f"no {what} found")


def _incident_json(incident: Incident) -> dict[str, Any]:
    members = [
        {"document": m.ref.document, "event": m.ref.event, "evidence": [{"start": e.start, "end": e.end} for e in m.event.evidence]}
        for m in incident.members
    ]
    return {"incident": incident.id, "members": members}


def _incident_record(incident: Incident) -> dict[str, Any]:
    first = incident.members[0].event
    return {
        "incident": incident.id.removeprefix("incident-"), "date": date_words(first.date), "place": place_words(first.place), "act": first.action,
        "events": len(incident.members), "sources": incident.sources, "members": "; ".join(str(m.ref) for m in incident.members),
    }  # fmt: skip


def _pair_record(c: Comparison) -> dict[str, Any]:
    return {"left": str(c.pair.left), "right": str(c.pair.right), "score": c.score, "reasons": reasons(c)}


def reasons(c: Comparison) -> str:
    """Write the levels with their weights, the weightiest first."""
    bits = LinkTables.load().bits
    told = sorted(c.levels, key=lambda x: -abs(bits.get(x, 0.0)))
    start = f"prior {bits[PRIOR]:+.1f}"
    return "; ".join([start, *(f"{x.axis} {x.level.replace('_', ' ')} {bits.get(x, 0.0):+.1f}" for x in told if bits.get(x, 0.0))])


def _contradictions(store: Store) -> Iterator[dict[str, Any]]:
    """Give each pair that speaks for one incident beside the pair of the same two groups that speaks against it."""
    for clash in event_contradictions(store):
        other = clash.against
        but = {"but": f"{other.pair.left} and {other.pair.right}", "why_not": reasons(other)} if other else {"but": "a ruling or a document", "why_not": ""}
        yield _pair_record(clash.joined) | but


def _related_records(store: Store) -> list[dict[str, Any]]:
    """Give what the last run found to belong together, but for pairs that people ruled about, and what people ruled."""
    ruled = [r for r in in_force(all_merges(store)) if r.kind is not Kind.UNDO and r.who != LINKER]
    pairs = {frozenset((r.left, r.right)) for r in ruled}
    found = [_related_record(c) for c in found_links(store, RELATED) if frozenset(c.pair) not in pairs]
    said = [
        {"event": str(r.left), "relation": r.kind.value, "of": str(r.right), "who": r.who, "reasons": r.why} for r in ruled if r.kind in RELATED_KINDS
    ]
    return [*said, *found]


def _related_record(c: Comparison) -> dict[str, Any]:
    first, second = (c.pair.right, c.pair.left) if c.reversed else (c.pair.left, c.pair.right)
    why = ", ".join(f"{x.axis} {x.level}" for x in c.levels)
    return {"event": str(first), "relation": c.relation.value, "of": str(second), "who": LINKER, "reasons": why}


def _merge_records(store: Store) -> list[dict[str, Any]]:
    rows = all_merges(store)
    standing = {r.id for r in in_force(rows)}
    return [
        {
            "number": r.id, "at": f"{r.at_utc:%Y-%m-%d %H:%M:%S}", "who": r.who, "kind": r.kind.value, "left": str(r.left), "right": str(r.right),
            "score": r.score, "why": r.why, "undoes": r.undoes, "in_force": r.id in standing,
        }
        for r in rows
    ]  # fmt: skip

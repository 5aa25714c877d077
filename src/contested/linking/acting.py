"""The action of an event when its parties, place and toll are known (codebook 2)."""

from __future__ import annotations

from contested.coding.drafts import Draft
from contested.mentions.acts.table import ActTable
from contested.model.vocabulary import ActorKind, CasualtyKind

_TAKEN = frozenset({"territory_seized", "territory_regained"})
_MASS, _DAYS = 20, 10


def settle_action(event: Draft, table: ActTable) -> str:
    """Decide between seizing and regaining by whose place it is, and tell a massacre from an attack by its toll."""
    if event.action in _TAKEN and event.place and event.place.country:
        own = [a for a in event.agents if a.kind in (ActorKind.FORCE, ActorKind.GOVERNMENT) and a.country == event.place.country]
        return "territory_regained" if own else "territory_seized" if event.agents else event.action
    if event.action == "armed_attack" and not _is_long(event) and event.acts[0].rule in table.by_rule and table.role_of(event.acts[0]) == "harm" and _kills_many_civilians(event):
        return "massacre"
    return event.action


def _is_long(event: Draft) -> bool:
    """Is it a total over many events, or told for more than some days?"""
    if event.time is None or not (event.time.first and event.time.last):
        return event.aggregate
    return event.aggregate or (event.time.last - event.time.first).days > _DAYS


def _kills_many_civilians(event: Draft) -> bool:
    if not any(p.kind is ActorKind.CIVILIANS for p in event.patients):
        return False
    return any(t.count.kind is CasualtyKind.KILLED and max(t.count.low or 0, t.count.high or 0) >= _MASS for t in event.tolls)

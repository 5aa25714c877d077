"""One event made of all tellings of an incident, with the date, place and status that a policy derived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from contested.assessing.policies.records import Derived
from contested.coding.drafts import JoinTable
from contested.linking.across.names import generic, same_actor
from contested.linking.across.records import Telling
from contested.model.events import Event, Party

_MERE_CIVILIANS = frozenset({"civilians", "people", "residents"})


def unite(id: str, members: Sequence[Telling], derived: Derived) -> Event:
    """Give the event under an id of its own: the act that most sources tell, the parties that any of them names.

    Its tolls and positions are those of all tellings; spans of words are left away, as they belong to several documents.
    """
    events = [m.event for m in members]
    return Event(
        id=id, action=_action(members), date=derived.date.model_copy(update={"evidence": ()}),
        place=derived.place.model_copy(update={"evidence": ()}) if derived.place else None,
        perpetrators=_parties(members, lambda e: e.perpetrators), targets=_parties(members, lambda e: e.targets),
        weapons=_parties(members, lambda e: e.weapons), casualties=tuple(c for e in events for c in e.casualties),
        claims=tuple({(c.party, c.stance, c.about): c for e in reversed(events) for c in reversed(e.claims)}.values())[::-1],
        status=derived.status, because=derived.status_because, aggregate=all(e.aggregate for e in events),
        confidence=max(e.confidence for e in events),
    )  # fmt: skip


def _action(members: Sequence[Telling]) -> str:
    """Choose the act by sources; of as many, the one that says more, as one document's passages would be joined."""
    joins = _joins()
    told = {(m.source, m.event.action) for m in members}
    counts = Counter(action for _, action in told)
    particular = [a for a in counts if a in joins.rows and not joins.rows[a].general] or list(counts)
    return min(particular, key=lambda a: (-counts[a], -joins.rows[a].rank if a in joins.rows else 0, a))


@cache
def _joins() -> JoinTable:
    return JoinTable.load()


def _parties(members: Sequence[Telling], parties: Callable[[Event], Sequence[Party]]) -> tuple[Party, ...]:
    """Name each body once, by the name that most sources give it (then the longest); bare words give way to names."""
    groups: list[list[tuple[str, Party]]] = []
    for member in members:
        for party in parties(member.event):
            home = next((g for g in groups if same_actor(g[0][1].name, party.name)), None)
            if home is None:
                groups.append(home := [])
            home.append((member.source, party))
    named = sorted(groups, key=lambda g: -len({source for source, _ in g}))
    chosen = [_best(g) for g in named]
    telling = [p for p in chosen if not generic(p.name) and p.name.casefold() not in _MERE_CIVILIANS]
    return tuple(p.model_copy(update={"evidence": ()}) for p in telling or chosen)


def _best(group: Sequence[tuple[str, Party]]) -> Party:
    counts = Counter(p.name for _, p in group)
    return min((p for _, p in group), key=lambda p: (-counts[p.name], -len(p.name), p.name, not p.kind))

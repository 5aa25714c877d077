"""The graph of an actor's ties from its profiles and all its events, and its names over time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from contested.model.events import Profile
from contested.report.ties import Graph, draw_ties, meeting_words
from contested.store.ask import StoredEvent
from contested.store.ties import Meeting


@dataclass(frozen=True, slots=True)
class NameUsed:
    """A name that texts give an actor: in how many events, and from when to when these took place."""

    name: str
    events: int
    first: date | None
    last: date | None
    start: float
    end: float


def ties_of(profiles: Sequence[Profile], met: Sequence[Meeting]) -> Graph:
    """Lay out the ties that profiles name and those that events show."""
    return draw_ties(profiles, {m.name: meeting_words(m.hit, m.hit_by, [d for d in (m.first, m.last) if d]) for m in met})


def names_over_time(names: Collection[str], told: Sequence[StoredEvent]) -> tuple[NameUsed, ...]:
    """Give the names by which texts call an actor of these names in its events, in the order in which they were first used."""
    used: dict[str, list[tuple[date | None, date | None]]] = {}
    for stored in told:
        for text in {p.text for p in (*stored.event.perpetrators, *stored.event.targets) if p.name in names and _is_name(p.text)}:
            used.setdefault(text, []).append((stored.event.date.start, stored.event.date.end))
    days = [d for spans in used.values() for span in spans for d in span if d]
    if not days:
        return ()
    begin, whole = min(days).toordinal(), max((max(days) - min(days)).days, 1)
    rows = []
    for text, spans in used.items():
        first, last = min((s for s, _ in spans if s), default=None), max((e for _, e in spans if e), default=None)
        start, end = ((d.toordinal() - begin) / whole if d else 0.0 for d in (first, last))
        rows.append(NameUsed(text, len(spans), first, last, round(start, 4), round(end, 4)))
    return tuple(sorted(rows, key=lambda r: (r.first or date.max, r.name)))


def _is_name(text: str) -> bool:
    """Is it a name, and no "the group" or "it"? A name has a capital, or letters of a script that knows none."""
    return text.casefold() not in _PRONOUNS and any(c.isalpha() and not c.islower() for c in text)


_PRONOUNS = frozenset({"it", "its", "they", "them", "he", "him", "she", "her", "we", "us"})



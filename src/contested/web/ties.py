"""Lay the ties of an actor out: allies on one side, opponents on the other, its own parts below; and its names over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from contested.model.events import Profile, ProfileItem
from contested.store.ask import StoredEvent
from contested.store.ties import Meeting

STEP, COLUMN, MOST_A_SIDE = 38, 190, 16


@dataclass(frozen=True, slots=True)
class Tie:
    """A line of the graph: its end, what is said of it, and whether it is only alleged. ``side`` is the column it stands in."""

    name: str
    kind: str
    note: str
    alleged: bool
    side: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Graph:
    """The ties of an actor, drawn around the middle of a picture of this height; ``left_out`` had no room."""

    ties: tuple[Tie, ...]
    height: float
    left_out: int


@dataclass(frozen=True, slots=True)
class NameUsed:
    """A name that texts give an actor: in how many events, and from when to when these took place."""

    name: str
    events: int
    first: date | None
    last: date | None
    start: float
    end: float


def draw_ties(profiles: Sequence[Profile], met: Sequence[Meeting]) -> Graph:
    """Lay out the ties that profiles name and those that events show, each name once a kind."""
    found: dict[tuple[str, str], tuple[str, bool]] = {}
    for profile in profiles:
        kinds = (("ally", profile.allies), ("supporter", profile.supporters), ("opponent", (*profile.opponents, *profile.opponents_in_text)), ("subgroup", profile.subgroups))
        for kind, items in kinds:
            for item in items:
                found.setdefault((kind, item.name), (_note(item), "alleged" in (item.qualifier or "")))
    for meeting in met:
        note, alleged = found.get(("opponent", meeting.name), ("", False))
        found["opponent", meeting.name] = ("; ".join(part for part in (note, _met(meeting)) if part), alleged)
    return _placed(found)


def names_over_time(name: str, told: Sequence[StoredEvent]) -> tuple[NameUsed, ...]:
    """Give the names by which texts call an actor in its events, in the order in which they were first used."""
    used: dict[str, list[tuple[date | None, date | None]]] = {}
    for stored in told:
        for text in {p.text for p in (*stored.event.perpetrators, *stored.event.targets) if p.name == name and _is_name(p.text)}:
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


def _note(item: ProfileItem) -> str:
    return "; ".join(part for part in (item.qualifier, f"since {item.since}" if item.since else None) if part)


def _met(meeting: Meeting) -> str:
    years = "–".join(dict.fromkeys(str(d.year) for d in (meeting.first, meeting.last) if d))
    counts = [f"acts against it in {meeting.hit}"] * bool(meeting.hit) + [f"hit by it in {meeting.hit_by}"] * bool(meeting.hit_by)
    return ", ".join([*counts, *([years] if years else [])])


def _placed(found: dict[tuple[str, str], tuple[str, bool]]) -> Graph:
    sides: dict[str, list[tuple[str, str, str, bool]]] = {"left": [], "right": [], "below": []}
    for (kind, name), (note, alleged) in found.items():
        sides["right" if kind == "opponent" else "below" if kind == "subgroup" else "left"].append((name, kind, note, alleged))
    shown = {side: some[:MOST_A_SIDE] for side, some in sides.items()}
    rows = max(len(shown["left"]), len(shown["right"]), 2)
    ties: list[Tie] = []
    for side, x in (("left", -COLUMN), ("right", COLUMN)):
        for n, (name, kind, note, alleged) in enumerate(shown[side]):
            ties.append(Tie(name, kind, note, alleged, side, x, round((n - (len(shown[side]) - 1) / 2) * STEP, 1)))
    for n, (name, kind, note, alleged) in enumerate(shown["below"]):
        ties.append(Tie(name, kind, note, alleged, "below", -20, round((rows / 2 + 0.4 + n) * STEP, 1)))
    lowest = max((t.y for t in ties), default=0)
    return Graph(tuple(ties), round(rows * STEP / 2 + max(lowest, rows * STEP / 2) + STEP, 1), sum(map(len, sides.values())) - len(ties))

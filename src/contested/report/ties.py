"""Lay the ties of an actor out: allies on one side, opponents on the other, its own parts below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contested.model.events import Event, Profile, ProfileItem

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

    @property
    def path(self) -> str:
        """Give the line from the middle to the end, as SVG draws it."""
        if self.side == "below":
            return f"M0 0V{self.y - 4}H-14"
        return f"M0 0C{self.x * 0.45:g} 0 {self.x * 0.5:g} {self.y} {self.x} {self.y}"

    @property
    def text_x(self) -> float:
        """Say where its words stand."""
        return self.x + (-8 if self.side == "left" else 8)

    @property
    def anchor(self) -> str:
        """Say which end of the words stands there."""
        return "end" if self.side == "left" else "start"


@dataclass(frozen=True, slots=True)
class Graph:
    """The ties of an actor, drawn around a point ``middle`` below the top of a picture of this height; ``left_out`` had no room."""

    ties: tuple[Tie, ...]
    middle: float
    height: float
    left_out: int


def draw_ties(profiles: Sequence[Profile], met: Mapping[str, str]) -> Graph:
    """Lay out the ties that profiles name and those that events show, each name once a kind.

    Args: met: what is said of each party that stands against the actor in events.
    """
    found: dict[tuple[str, str], tuple[str, bool]] = {}
    for profile in profiles:
        kinds = (("ally", profile.allies), ("supporter", profile.supporters), ("opponent", (*profile.opponents, *profile.opponents_in_text)), ("subgroup", profile.subgroups))
        for kind, items in kinds:
            for item in items:
                found.setdefault((kind, item.name), (_note(item), "alleged" in (item.qualifier or "")))
    for name, words in met.items():
        note, alleged = found.get(("opponent", name), ("", False))
        found["opponent", name] = ("; ".join(part for part in (note, words) if part), alleged)
    return _placed(found)


def meeting_words(hit: int, hit_by: int, days: Sequence[date]) -> str:
    """Say how an actor meets a party in events: "acts against it in 2, hit by it in 1, 2019–2021"."""
    years = "–".join(dict.fromkeys(str(d.year) for d in (min(days), max(days)))) if days else ""
    counts = [f"acts against it in {hit}"] * bool(hit) + [f"hit by it in {hit_by}"] * bool(hit_by)
    return ", ".join([*counts, *([years] if years else [])])


def met_in(name: str, events: Sequence[Event]) -> dict[str, str]:
    """Say of each party that stands against an actor in events how often, and when; those of most events first."""
    found: dict[str, tuple[int, int, list[date]]] = {}
    for event in events:
        by, against = ([p.name for p in side] for side in (event.perpetrators, event.targets))
        others = [(other, 1, 0) for other in against if name in by] + [(other, 0, 1) for other in by if name in against]
        for other, hit, hit_by in others:
            if other != name:
                old = found.get(other, (0, 0, []))
                found[other] = (old[0] + hit, old[1] + hit_by, old[2] + [d for d in (event.date.start, event.date.end) if d])
    ordered = sorted(found.items(), key=lambda entry: (-entry[1][0] - entry[1][1], entry[0]))
    return {other: meeting_words(*counts) for other, counts in ordered}


def _note(item: ProfileItem) -> str:
    return "; ".join(part for part in (item.qualifier, f"since {item.since}" if item.since else None) if part)


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
    lowest = max((t.y for t in ties), default=0.0)
    middle = rows * STEP / 2
    return Graph(tuple(ties), middle, round(middle + max(lowest, middle) + STEP / 2, 1), sum(map(len, sides.values())) - len(ties))

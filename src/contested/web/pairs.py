"""Two events of different documents side by side: how far apart they are in each respect, and what that counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from contested.linking.across.comparing import compare, distance_km
from contested.linking.across.link import LinkResources
from contested.linking.across.records import Comparison, Level, Ref, Telling
from contested.linking.across.tables import PRIOR, LinkTables
from contested.linking.across.traits import traits_of
from contested.model.events import Event
from contested.report.labels import words
from contested.store.ask import StoredEvent
from contested.web.shown import ShownEvent, place_label, toll_label

AXES = {
    "date": "date", "place": "place", "act": "act", "author": "perpetrators", "target": "targets", "toll": "tolls", "words": "words",
    "text": "text",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Respect:
    """One respect in which two events are compared. ``bits`` is what its level counts: +1 doubles the odds, -1 halves them."""

    axis: str
    left: str
    right: str
    apart: str
    level: str
    bits: float
    why: str


@cache
def link_tables() -> LinkTables:
    """Read the program's own weights once."""
    return LinkTables.load()


@cache
def _resources() -> LinkResources:
    return LinkResources.load()


def compare_events(left: StoredEvent, right: StoredEvent) -> Comparison:
    """Weigh two events of the store as linking does."""
    resources = _resources()
    sides = [traits_of(Telling(Ref(s.document, s.event.id), s.event), resources.names) for s in (left, right)]
    return compare(sides[0], sides[1], resources.tables, resources.names)


def prior_bits() -> float:
    """Give the odds, in bits, before anything is compared."""
    return link_tables().bits[PRIOR]


def respects(left: ShownEvent, right: ShownEvent, found: Comparison) -> list[Respect]:
    """Lay out a comparison, respect by respect."""
    return [_respect(level, left, right) for level in found.levels]


def _respect(level: Level, left: ShownEvent, right: ShownEvent) -> Respect:
    tables = link_tables()
    a, b = (_told(level.axis, shown) for shown in (left, right))
    return Respect(
        AXES.get(level.axis, level.axis), a, b, apart(level.axis, left.event, right.event), words(level.level),
        tables.bits.get(level, 0.0), tables.why.get(level, ""),
    )  # fmt: skip


def _told(axis: str, shown: ShownEvent) -> str:
    event = shown.event
    match axis:
        case "date":
            return shown.when
        case "place":
            return place_label(event.place) if event.place else "none"
        case "act":
            return words(event.action)
        case "author":
            return ", ".join(p.name for p in event.perpetrators) or "none"
        case "target":
            return ", ".join(t.name for t in event.targets) or "none"
        case "toll":
            return ", ".join(toll_label(c) for c in event.casualties) or "none"
    return ""


def apart(axis: str, left: Event, right: Event) -> str:
    """Say in words how far two events are apart in one respect; empty where there is no measure."""
    match axis:
        case "date":
            return _days_apart(left, right)
        case "place":
            return _km_apart(left, right)
        case "author":
            return _shared([p.name for p in left.perpetrators], [p.name for p in right.perpetrators])
        case "target":
            return _shared([p.name for p in left.targets], [p.name for p in right.targets])
    return ""


def _days_apart(left: Event, right: Event) -> str:
    if not (left.date.start and right.date.start):
        return ""
    gap = (max(left.date.start, right.date.start) - min(left.date.end or left.date.start, right.date.end or right.date.start)).days
    return "same day" if gap <= 0 and left.date.start == right.date.start else "overlapping" if gap <= 0 else f"{gap} day{'s' if gap > 1 else ''} apart"


def _km_apart(left: Event, right: Event) -> str:
    points = [(p.latitude, p.longitude) for e in (left, right) if (p := e.place) and p.latitude is not None and p.longitude is not None]
    return f"{distance_km(points[0], points[1]):,.0f} km apart" if len(points) == 2 else ""


def _shared(left: list[str], right: list[str]) -> str:
    shared = [name for name in left if name in right]
    return f"both name {', '.join(shared)}" if shared else ""

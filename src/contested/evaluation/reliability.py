"""Is what is said to be 80 % sure right in 80 % of cases? Confidence held against gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from contested.evaluation.records import JudgedEvent
from contested.evaluation.sameness import is_vague, same_name
from contested.evaluation.scoring import Comparison, Match, match_slots

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One event or value with its confidence, and whether gold bears it out. ``index`` counts within its property."""

    property: str
    event: str
    index: int
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """What fell between two confidences: how many, how sure on average, and which share was right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The table of a property (or of "all"), and its expected calibration error."""

    property: str
    count: int
    bins: tuple[Bin, ...]
    error: float


def judge(comparison: Comparison) -> tuple[Judged, ...]:
    """Judge every event and value of a coding that carries a confidence; those of an event that gold lacks are wrong."""
    made_up = (j for event in comparison.made_up for j in _judged(event, None, {}))
    matched = (j for gold, coded in comparison.matched for j in _judged(coded, gold, match_slots(gold, coded)))
    return tuple(j for j in (*matched, *made_up) if j is not None)


def measure(judged: Sequence[Judged]) -> tuple[Reliability, ...]:
    """Make the table over all that was judged, then one for each property, in the order in which they come."""
    by_property: dict[str, list[Judged]] = {"all": list(judged)}
    for one in judged:
        by_property.setdefault(one.property, []).append(one)
    return tuple(_table(name, found) for name, found in by_property.items())


def calibration_error(bins: Iterable[Bin]) -> float:
    """Give the expected calibration error: the mean distance between confidence and share right, by number."""
    found = [b for b in bins if b.count]
    every = sum(b.count for b in found)
    return sum(b.count * abs(b.confidence - b.right) for b in found) / every if every else 0.0


def _table(name: str, judged: Sequence[Judged]) -> Reliability:
    held: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in judged:
        held[min(int(one.confidence * BINS), BINS - 1)].append(one)
    bins = tuple(_bin(n, found) for n, found in enumerate(held))
    return Reliability(name, len(judged), bins, calibration_error(bins))


def _bin(n: int, found: Sequence[Judged]) -> Bin:
    count = len(found)
    mean = sum(j.confidence for j in found) / count if count else 0.0
    return Bin(n / BINS, (n + 1) / BINS, count, mean, sum(j.right for j in found) / count if count else 0.0)


def _judged(coded: JudgedEvent, gold: JudgedEvent | None, matches: dict[str, Match]) -> Iterator[Judged | None]:
    yield _one("event", coded, 0, coded.confidence, gold is not None)
    yield _one("action", coded, 0, coded.action_confidence, bool(matches and matches["action"].counts.right))
    values = coded.values
    yield _one("date", coded, 0, values.date.confidence, bool(matches and matches["date"].counts.right))
    if values.place:
        yield _one("place", coded, 0, values.place.confidence, bool(matches) and _place_holds(coded, matches["place"]))
    for prop, slot in (("perpetrator", "perpetrators"), ("target", "targets"), ("casualty", "casualties"), ("claim", "claims")):
        right = {j for _, j in matches[slot].pairs} if matches else set()
        for n, value in enumerate(getattr(values, slot)):
            yield _one(prop, coded, n, value.confidence, n in right)
    named = [w.name for w in gold.values.weapons] if gold else []
    for n, weapon in enumerate(values.weapons):
        yield _one("weapon", coded, n, weapon.confidence, any(same_name(weapon.name, w) for w in named))


def _place_holds(coded: JudgedEvent, match: Match) -> bool:
    """Is the place right, or so vague that it contradicts nothing?"""
    return bool(match.counts.right) or (is_vague(coded.values.place) and not match.counts.gold)


def _one(prop: str, event: JudgedEvent, index: int, confidence: float | None, right: bool) -> Judged | None:
    return None if confidence is None else Judged(prop, event.id, index, confidence, right)

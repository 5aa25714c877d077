"""Count, slot by slot, what two codings of a document agree on.

The counts are those of the message understanding conferences: events are paired one to one, then each value of each
slot is right, missing or made up. Optional gold events cost nothing when missed; of the versions of a gold value that
are right, the one that agrees best counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from contested.evaluation.pairing import ActionKinds, is_right_date, pair_events, pair_values
from contested.evaluation.records import JudgedCoding, JudgedEvent, JudgedName
from contested.evaluation.sameness import is_vague, same_claim, same_name, same_place, same_toll

SLOTS = ("action", "date", "place", "perpetrators", "targets", "casualties", "claims", "status")
MEASURES = ("event", *SLOTS, "profile")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values are right, how many gold has, and how many were coded."""

    right: int = 0
    gold: int = 0
    coded: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.gold + other.gold, self.coded + other.coded)

    @property
    def precision(self) -> float:
        """Give the share of coded values that are right; 0 where none was coded."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Give the share of gold values that were found; 0 where gold has none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall; 0 where there is nothing to compare."""
        return 2 * self.right / (self.gold + self.coded) if self.gold + self.coded else 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """One slot of a pair: the gold version that agrees best, what was coded, and the pairs of indices that agree."""

    counts: Counts
    pairs: tuple[tuple[int, int], ...] = ()
    version: int = 0


Scores = Mapping[str, Counts]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two codings of one document: the events that are the same, and the counts by slot."""

    name: str
    text: str
    gold: JudgedCoding
    coded: JudgedCoding
    pairs: tuple[tuple[int, int], ...]
    scores: Scores

    @property
    def missed(self) -> tuple[JudgedEvent, ...]:
        """Give the gold events that were not coded, the optional ones left out."""
        found = {i for i, _ in self.pairs}
        return tuple(e for i, e in enumerate(self.gold.events) if i not in found and not e.optional)

    @property
    def made_up(self) -> tuple[JudgedEvent, ...]:
        """Give the coded events that gold does not have."""
        found = {j for _, j in self.pairs}
        return tuple(e for j, e in enumerate(self.coded.events) if j not in found)

    @property
    def matched(self) -> tuple[tuple[JudgedEvent, JudgedEvent], ...]:
        """Give the pairs of events that are the same, gold first."""
        return tuple((self.gold.events[i], self.coded.events[j]) for i, j in self.pairs)


def compare(name: str, text: str, gold: JudgedCoding, coded: JudgedCoding, kinds: ActionKinds) -> Comparison:
    """Compare the coding of a document with gold, or with another coder's."""
    pairs = pair_events(gold.events, coded.events, text, kinds)
    bare = Comparison(name, text, gold, coded, pairs, {})
    scores = dict.fromkeys(MEASURES, Counts())
    for left, right in bare.matched:
        _add(scores, {"event": Counts(1, 1, 1), **{slot: m.counts for slot, m in match_slots(left, right).items()}})
    for event in bare.missed:
        _add(scores, {"event": Counts(0, 1, 0), **{slot: Counts(0, n, 0) for slot, n in _sizes(event).items()}})
    for event in bare.made_up:
        _add(scores, {"event": Counts(0, 0, 1), **{slot: Counts(0, 0, n) for slot, n in _sizes(event).items()}})
    scores["profile"] = _profile_counts(gold, coded)
    return Comparison(name, text, gold, coded, pairs, scores)


def total(scores: Iterable[Scores]) -> dict[str, Counts]:
    """Add up the counts of several documents."""
    summed = dict.fromkeys(MEASURES, Counts())
    for one in scores:
        _add(summed, one)
    return summed


def all_slots(scores: Scores) -> Counts:
    """Add up the counts of all slots of events (not of events as such, nor of profiles)."""
    return sum((scores[slot] for slot in SLOTS), Counts())


def match_slots(gold: JudgedEvent, coded: JudgedEvent) -> dict[str, Match]:
    """Compare the slots of two events that are the same."""
    g, c, other = gold.values, coded.values, gold.alternatives
    return {
        "action": Match(Counts(int(c.action in (g.action, *other.action)), 1, 1)),
        "date": Match(Counts(int(is_right_date(gold, coded)), 1, 1)),
        "place": Match(_place_counts(gold, coded)),
        "perpetrators": _best((g.perpetrators, *other.perpetrators), c.perpetrators, same_party),
        "targets": _best((g.targets, *other.targets), c.targets, same_party),
        "casualties": _best((g.casualties, *other.casualties), c.casualties, same_toll),
        "claims": _best((g.claims, *other.claims), c.claims, same_claim),
        "status": Match(Counts(int(c.status in (g.status, *other.status)), 1, 1)),
    }


def same_party(gold: JudgedName, coded: JudgedName) -> bool:
    """Do two names of parties denote the same one?"""
    return same_name(gold.name or "", coded.name or "")


def _place_counts(gold: JudgedEvent, coded: JudgedEvent) -> Counts:
    place, found = gold.values.place, coded.values.place
    said = not is_vague(found)
    if place is None and not said:
        return Counts()
    if any(same_place(p, found) for p in (place, *gold.alternatives.place)):
        return Counts(1, 1, 1)
    return Counts(0, int(place is not None), int(said))


def _best(versions: Sequence[Sequence[V]], coded: Sequence[V], same: Callable[[V, V], bool]) -> Match:
    matches = []
    for n, gold in enumerate(versions):
        pairs = pair_values(gold, coded, same)
        matches.append(Match(Counts(len(pairs), len(gold), len(coded)), pairs, n))
    return max(matches, key=lambda m: m.counts.f1 if m.counts.gold + m.counts.coded else 1.0)


def _sizes(event: JudgedEvent) -> dict[str, int]:
    values = event.values
    return {
        "action": 1, "date": 1, "status": 1, "place": int(values.place is not None and bool(values.place.text)),
        "perpetrators": len(values.perpetrators), "targets": len(values.targets),
        "casualties": len(values.casualties), "claims": len(values.claims),
    }


def _profile_counts(gold: JudgedCoding, coded: JudgedCoding) -> Counts:
    if not gold.profile_fields:
        return Counts()
    wanted = gold.profile or ()
    found = tuple(entry for entry in coded.profile or () if entry[0] in gold.profile_fields)
    pairs = pair_values(wanted, found, lambda a, b: a[0] == b[0] and (a[1] == b[1] or same_name(a[1], b[1])))
    return Counts(len(pairs), len(wanted), len(found))


def _add(scores: dict[str, Counts], more: Scores) -> None:
    for measure, counts in more.items():
        scores[measure] += counts

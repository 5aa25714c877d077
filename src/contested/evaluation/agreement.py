"""How far two coders agree beyond chance, field by field: Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from contested.evaluation.records import JudgedEvent
from contested.evaluation.scoring import SLOTS, Comparison, Match, match_slots

Unit = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on one field: alpha (None where it is undefined: no unit, or one value only), units, share equal."""

    field: str
    alpha: float | None
    units: int
    equal: float


def nominal_alpha(units: Sequence[Unit]) -> float | None:
    """Compute Krippendorff's alpha of two coders for nominal values, 1 in full agreement and 0 at chance.

    Args: units: the two values of each unit; nothing is missing.
    Returns: None where no two values differ anywhere, because chance is then undefined.
    Source: Krippendorff, Content Analysis (2019), ch. 12: 1 - observed / expected disagreement, from coincidences.
    """
    totals = Counter(value for unit in units for value in unit)
    n = sum(totals.values())
    expected = n * n - sum(c * c for c in totals.values())
    if not expected:
        return None
    observed = sum(2 for left, right in units if left != right)
    return 1 - (n - 1) * observed / expected


def field_agreement(comparisons: Iterable[Comparison]) -> tuple[FieldAgreement, ...]:
    """Compute alpha for each slot over the events that both coders have.

    A field with several values (parties, tolls, claims) counts as one value, the whole set. Values that the comparison
    takes for the same (another spelling, an accepted alternative) are the same here too.
    """
    units: dict[str, list[Unit]] = {slot: [] for slot in SLOTS}
    for comparison in comparisons:
        for gold, coded in comparison.matched:
            for slot, match in match_slots(gold, coded).items():
                units[slot].append(_unit(slot, gold, coded, match))
    return tuple(_of_field(slot, found) for slot, found in units.items())


def _of_field(slot: str, units: Sequence[Unit]) -> FieldAgreement:
    equal = sum(left == right for left, right in units) / len(units) if units else 0.0
    return FieldAgreement(slot, nominal_alpha(units), len(units), equal)


def _unit(slot: str, gold: JudgedEvent, coded: JudgedEvent, match: Match) -> Unit:
    """Give both coders' values of a slot; where they are the same, gold's stands for both."""
    left = _value(getattr(gold.values, slot))
    counts = match.counts
    if counts.right == counts.gold == counts.coded:
        return left, left
    right = _value(getattr(coded.values, slot))
    return left, right if right != left else ("not", left)


def _value(value: object) -> Hashable:
    """Reduce a value to what tells it apart; a set loses its order."""
    if isinstance(value, tuple):
        return tuple(sorted(str(_value(v)) for v in value))
    if value is None or isinstance(value, str):
        return value
    kept = ("start", "end", "text", "name", "kind", "low", "high", "party", "stance")
    return tuple(getattr(value, k) for k in kept if hasattr(value, k))

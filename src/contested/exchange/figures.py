"""Total tolls of an event as each speaker gives them, for layouts that have room for a number only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.model.events import Casualty, Event
from contested.model.vocabulary import CasualtyKind


@dataclass(frozen=True, slots=True)
class Total:
    """People of one kind by one speaker (None is the document itself); None where the range is open."""

    speaker: str | None
    low: int | None
    high: int | None


def totals(event: Event, kind: CasualtyKind) -> tuple[Total, ...]:
    """Add up each speaker's toll: the number for no group in particular is the whole, else the groups are summed.

    A later number of the same speaker for the same group takes the place of the earlier one.
    """
    by_speaker: dict[str | None, dict[str | None, Casualty]] = {}
    for casualty in event.casualties:
        if casualty.kind is kind:
            by_speaker.setdefault(casualty.asserted_by, {})[casualty.of] = casualty
    return tuple(_total(speaker, list(groups.values())) for speaker, groups in by_speaker.items())


def smallest(figures: Sequence[Total]) -> int | None:
    """Choose the most cautious number above nought that anybody gives; nought where all say nought, None for none."""
    numbers = [n for t in figures for n in (t.low if t.low is not None else t.high,) if n is not None]
    return min((n for n in numbers if n > 0), default=min(numbers, default=None))


def largest(figures: Sequence[Total]) -> int | None:
    """Choose the largest number that anybody gives; None for none."""
    return max((n for t in figures for n in (t.low, t.high) if n is not None), default=None)


def _total(speaker: str | None, groups: Sequence[Casualty]) -> Total:
    whole = [c for c in groups if c.of is None]
    if whole:
        return Total(speaker, whole[-1].low, whole[-1].high)
    lows = [c.low for c in groups if c.low is not None]
    highs = [c.high for c in groups if c.high is not None]
    return Total(speaker, sum(lows) if lows else None, sum(highs) if len(highs) == len(groups) else None)

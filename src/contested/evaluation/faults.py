"""Name what is wrong with a coding, by kind of error, so that the commonest can be mended first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from contested.evaluation.faults_of_values import ValueFault, value_faults
from contested.evaluation.pairing import find_quote
from contested.evaluation.records import JudgedEvent
from contested.evaluation.scoring import Comparison, match_slots
from contested.evaluation.wording import event_words

_WORDS_SHOWN = 120


class EventFault(StrEnum):
    """What can be wrong with an event as a whole."""

    MISSED = "missed act"
    JOINED = "joined with another event"
    SPLIT = "wrong split"
    MADE_UP = "made-up event"


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: its kind, where, what gold has and what was coded ("" where there is nothing), and the words."""

    kind: EventFault | ValueFault
    document: str
    event: str
    gold: str
    coded: str
    words: str


@dataclass(frozen=True, slots=True)
class FaultCount:
    """A kind of error, how often it was made, and the first examples."""

    kind: str
    count: int
    examples: tuple[Fault, ...]


def find_faults(comparison: Comparison) -> tuple[Fault, ...]:
    """List every error of a coding: those of whole events, then those of the values of paired events."""
    return (*_event_faults(comparison), *_value_faults(comparison))


def count_faults(faults: Iterable[Fault], examples: int = 3) -> tuple[FaultCount, ...]:
    """Count errors by kind, the commonest first; ``examples`` of each are kept, from different documents if possible."""
    by_kind: dict[str, list[Fault]] = {}
    for fault in faults:
        by_kind.setdefault(fault.kind, []).append(fault)
    counted = [FaultCount(str(kind), len(found), _spread(found, examples)) for kind, found in by_kind.items()]
    return tuple(sorted(counted, key=lambda c: (-c.count, c.kind)))


def _spread(faults: Sequence[Fault], wanted: int) -> tuple[Fault, ...]:
    first = {f.document: f for f in reversed(faults)}
    one_each = sorted(first.values(), key=faults.index)
    return tuple([*one_each, *(f for f in faults if f not in one_each)][:wanted])


def _event_faults(comparison: Comparison) -> Iterator[Fault]:
    name = comparison.name
    for event in comparison.missed:
        at = find_quote(event.quote, comparison.text) or (-1, -1)
        kind = EventFault.JOINED if any(_touches(c, at) for _, c in comparison.matched) else EventFault.MISSED
        yield Fault(kind, name, event.id, event_words(event), "", event.quote)
    quotes = [q for g, _ in comparison.matched if (q := find_quote(g.quote, comparison.text))]
    for event in comparison.made_up:
        kind = EventFault.SPLIT if any(_touches(event, q) for q in quotes) else EventFault.MADE_UP
        yield Fault(kind, name, event.id, "", event_words(event), telling_words(event, comparison.text))


def _touches(event: JudgedEvent, span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in event.spans)


def telling_words(event: JudgedEvent, text: str) -> str:
    """Give the words that tell an event: its quotation, or the beginning of its first telling sentence."""
    if event.quote:
        return event.quote
    words = " ".join(text[slice(*event.spans[0])].split()) if event.spans else ""
    return words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"


def _value_faults(comparison: Comparison) -> Iterator[Fault]:
    for gold, coded in comparison.matched:
        if gold.optional:
            continue
        others = [e for e in comparison.coded.events if e is not coded]
        for kind, was, got in value_faults(gold, coded, match_slots(gold, coded), others):
            yield Fault(kind, comparison.name, gold.id, was, got, telling_words(coded, comparison.text))

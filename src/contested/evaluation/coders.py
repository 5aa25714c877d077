"""Two people's codings of one document beside each other: which events are the same, where they differ, how far they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.evaluation.agreement import FieldAgreement, field_agreement
from contested.evaluation.pairing import ActionKinds, pair_events
from contested.evaluation.records import JudgedCoding, JudgedEvent, event_of
from contested.evaluation.sameness import same_name
from contested.evaluation.scoring import SLOTS, Comparison, Counts, compare, match_slots
from contested.model.events import Event


@dataclass(frozen=True, slots=True)
class CodersPair:
    """One event as both have it. ``machine`` is the event of the machine's reading that it stands for, if there is one.

    ``differing`` names the fields in which the two differ, or is "event" where one of them has no such event.
    """

    left: Event | None
    right: Event | None
    machine: Event | None
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodersCompared:
    """The pairs in the order of the text, the agreement on each field, and on which events there are."""

    pairs: tuple[CodersPair, ...]
    agreement: tuple[FieldAgreement, ...]
    events: Counts


def compare_coders(text: str, left: Sequence[Event], right: Sequence[Event], machine: Sequence[Event], kinds: ActionKinds) -> CodersCompared:
    """Compare the codings of two people; ``machine`` is what the machine read, which either may have begun with."""
    judged = Comparison("", text, _coding(left), _coding(right), (), {})
    found = compare("", text, judged.gold, judged.coded, kinds)
    both = [(left[i], right[j], differences(judged.gold.events[i], judged.coded.events[j])) for i, j in found.pairs]
    pairs = [
        *both,
        *((left[i], None, ("event",)) for i in sorted(set(range(len(left))) - {i for i, _ in found.pairs})),
        *((None, right[j], ("event",)) for j in sorted(set(range(len(right))) - {j for _, j in found.pairs})),
    ]
    known = _stand_for(text, [a or b for a, b, _ in pairs], machine, kinds)
    rest = [m for m in machine if m.id not in {k.id for k in known if k}]
    made = [*(CodersPair(a, b, known[n], d) for n, (a, b, d) in enumerate(pairs)), *(CodersPair(None, None, m, ()) for m in rest)]
    return CodersCompared(tuple(sorted(made, key=_start)), field_agreement((found,)), found.scores["event"])


def differences(left: JudgedEvent, right: JudgedEvent) -> tuple[str, ...]:
    """Name the fields in which two codings of one event differ; another spelling of a name is no difference."""
    matches = match_slots(left, right)
    found = [slot for slot in SLOTS if slot != "status" and not _agree(matches[slot].counts)]
    weapons = [[w.name for w in side.values.weapons] for side in (left, right)]
    same = all(any(same_name(w, o) for o in other) for mine, other in (weapons, reversed(weapons)) for w in mine)
    return (*found, *(() if same else ("weapons",)))


def _agree(counts: Counts) -> bool:
    return counts.right == counts.gold == counts.coded


def _coding(events: Sequence[Event]) -> JudgedCoding:
    return JudgedCoding("", tuple(_judged(e) for e in events))


def _judged(event: Event) -> JudgedEvent:
    plain = event.model_dump(mode="json")
    return event_of({**plain, "quote": event.evidence[0].text if event.evidence else ""})


def _stand_for(text: str, events: Sequence[Event | None], machine: Sequence[Event], kinds: ActionKinds) -> list[Event | None]:
    """Find the event of the machine's reading that each stands for: by its id, else by words, act, date and place."""
    by_id = {m.id: m for m in machine}
    found = [by_id.get(e.id) if e else None for e in events]
    taken = {f.id for f in found if f}
    free = [m for m in machine if m.id not in taken]
    lone = [n for n, f in enumerate(found) if f is None]
    judged = [_judged(e) for n in lone if (e := events[n])]
    for i, j in pair_events(judged, [_judged(m) for m in free], text, kinds):
        found[lone[i]] = free[j]
    return found


def _start(pair: CodersPair) -> int:
    event = pair.left or pair.right or pair.machine
    return min((e.start for e in event.evidence), default=0) if event else 0

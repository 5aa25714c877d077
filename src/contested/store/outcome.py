"""What the decisions in force make of the events that a machine read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from contested.assessing.decided import decided_event
from contested.assessing.events import derive_event
from contested.assessing.restated import Told
from contested.model.events import Event
from contested.model.statements import Statement
from contested.model.vocabulary import Property
from contested.store.verdicts import WHOLE, Decision, Verdict, in_force


class Reviewed(StrEnum):
    """How an event stands after the decisions in force."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Read:
    """An event as the machine read it: ``body`` is its JSON, ``position`` its place in the order of the text."""

    id: str
    position: int
    body: Mapping[str, Any]

    @property
    def start(self) -> int:
        """Say where it begins to be told."""
        return min((e["start"] for e in self.body["evidence"]), default=0)


@dataclass(frozen=True, slots=True)
class Standing:
    """An event that people decided about. ``made``: there is no such event but by a person's decision."""

    event: Event
    position: int
    told: tuple[Told, ...]
    made: bool = False
    corrected: bool = False
    rejected: bool = False

    @property
    def reviewed(self) -> Reviewed:
        """Name how it stands: a rejection counts until the event is taken up again, and a correction stays one."""
        if self.rejected:
            return Reviewed.REJECTED
        return Reviewed.ADDED if self.made else Reviewed.CORRECTED if self.corrected else Reviewed.ACCEPTED


@dataclass(slots=True)
class Outcome:
    """The events that people decided about, by id, and the decisions about events that are no longer read."""

    standings: dict[str, Standing] = field(default_factory=dict)
    unattached: list[Decision] = field(default_factory=list)


TellersOf = Callable[[str], Sequence[Told]]


def outcome(read: Iterable[Read], made: Sequence[Decision], tellers: TellersOf) -> Outcome:
    """Apply decisions in their order. ``tellers`` says who tells the sentences of an event that the machine read."""
    table = _Table({r.id: r for r in read}, frozenset(e for d in made for e in d.new_events()), tellers)
    for decision in in_force(made):
        event_id = table.find(decision.event, decision.spans, decision.action)
        if event_id is None and decision.verdict is not Verdict.ADD:
            table.found.unattached.append(decision)
        elif decision.verdict in WHOLE:
            table.give(decision, event_id or decision.event)
        elif event_id is not None:
            table.change(decision, event_id)
    return table.found


def told_again(read: Collection[Read], spans: Sequence[tuple[int, int]], action: str) -> Read | None:
    """Find the event of a new reading that is told in at least half of the same words, of the same act first."""
    best = max(read, key=lambda r: (_overlap(spans, r), r.body["action"] == action), default=None)
    return best if best and 2 * _overlap(spans, best) >= max(1, sum(end - start for start, end in spans)) else None


@dataclass(slots=True)
class _Table:
    read: Mapping[str, Read]
    by_people: frozenset[str]
    tellers: TellersOf
    found: Outcome = field(default_factory=Outcome)

    def find(self, event_id: str, spans: Sequence[tuple[int, int]], action: str) -> str | None:
        """Find an event by its id, else the one that is told in at least half of the same words, of the same act first."""
        if event_id in self.found.standings or event_id in self.read:
            return event_id
        if event_id in self.by_people:
            return None
        again = told_again(self.read.values(), spans, action)
        return again.id if again else None

    def standing(self, event_id: str) -> Standing:
        if event_id in self.found.standings:
            return self.found.standings[event_id]
        read = self.read[event_id]
        return Standing(Event.model_validate(read.body), read.position, tuple(self.tellers(event_id)))

    def change(self, decision: Decision, event_id: str) -> None:
        before = self.standing(event_id)
        event, prop = before.event, decision.property
        if prop is not None:
            event = decided_event(event, prop, decision.said, [speaker for speaker, _ in before.told])
        self.found.standings[event_id] = replace(
            before, event=event, corrected=before.corrected or decision.verdict is Verdict.CORRECT, rejected=decision.verdict is Verdict.REJECT
        )

    def give(self, decision: Decision, event_id: str) -> None:
        home = self.standing(event_id) if event_id in self.read or event_id in self.found.standings else None
        for subject, said in decision.by_subject().items():
            if not _holds(said):
                self._take_away(subject, said, event_id)
                continue
            target = event_id if subject == decision.event else subject
            event = derive_event(target, said)
            position = home.position if home else self._place(event)
            known = home is not None and target == event_id
            self.found.standings[target] = Standing(event, position, tuple(_told(said)), made=not known or home is None or home.made, corrected=True)

    def _take_away(self, subject: str, said: Sequence[Statement], keep: str) -> None:
        spans = [(e.start, e.end) for s in said for e in s.evidence]
        gone = self.find(subject, spans, "")
        if gone is not None and gone != keep:
            self.found.standings[gone] = replace(self.standing(gone), rejected=True)

    def _place(self, event: Event) -> int:
        start = min((e.start for e in event.evidence), default=0)
        return max((r.position for r in self.read.values() if r.start <= start), default=0)


def _holds(said: Iterable[Statement]) -> bool:
    return all(getattr(s.value, "holds", True) for s in said if s.property is Property.TOLD)


def _told(said: Iterable[Statement]) -> Iterator[Told]:
    return ((s.speaker, s.evidence) for s in said if s.property is Property.TOLD)


def _overlap(spans: Iterable[tuple[int, int]], read: Read) -> int:
    return sum(max(0, min(end, e["end"]) - max(start, e["start"])) for start, end in spans for e in read.body["evidence"])

"""Where things stand in a traced document: lines, sentences, and the events that acts went into."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.assessing.trace import Trace
from contested.coding.drafts import Draft
from contested.coding.passages import Passage
from contested.linking.stating import event_id
from contested.model.events import Event
from contested.model.mentions import ActMention
from contested.model.statements import Statement

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its id, the draft it came from, its record and its statements."""

    id: str
    draft: Draft
    event: Event
    statements: tuple[Statement, ...]


class Lookup:
    """A trace, indexed by sentence and by act."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self._breaks = [i for i, c in enumerate(trace.analysis.document.text) if c == "\n"]
        self.events = _events(trace)
        self._passages: Mapping[int, Passage] = {p.sentence: p for p in trace.passages}
        self._by_act: dict[Span, Told] = {(a.start, a.end): t for t in self.events for a in t.draft.acts}

    def line(self, offset: int) -> int:
        """Give the line, from 1, of an offset."""
        return bisect_right(self._breaks, offset - 1) + 1

    def told_in(self, sentence: int) -> tuple[Told, ...]:
        """Give the events that a sentence tells."""
        return tuple(t for t in self.events if sentence in t.draft.told)

    def event_of(self, act: ActMention) -> Told | None:
        """Give the event that an act went into."""
        return self._by_act.get((act.start, act.end))

    def passage(self, sentence: int) -> Passage | None:
        """Give what was read in a sentence; None where the sentence is not of the body of the text."""
        return self._passages.get(sentence)

    def sentences_at(self, first: int, last: int) -> tuple[int, ...]:
        """Give the sentences with words between two offsets, the last excluded."""
        return tuple(s.index for s in self.trace.analysis.sentences if s.start < last and first < s.end)


def _events(trace: Trace) -> tuple[Told, ...]:
    records = {e.id: e for e in trace.coding.events}
    statements: dict[str, list[Statement]] = {}
    for statement in trace.coding.statements:
        statements.setdefault(statement.subject, []).append(statement)
    drafts: Sequence[tuple[str, Draft]] = [(event_id(trace.analysis.document, d), d) for d in trace.linked.events]
    return tuple(Told(i, d, records[i], tuple(statements[i])) for i, d in drafts if i in records)

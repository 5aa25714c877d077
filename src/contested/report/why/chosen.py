"""The events that a sentence tells, and how each of their values came about."""

from __future__ import annotations

from collections.abc import Iterator

from contested.coding.drafts import Draft
from contested.model.mentions import TimeMention
from contested.model.statements import Statement
from contested.model.syntax import Sentence
from contested.model.vocabulary import Property
from contested.report.why import lookup
from contested.report.why.records import Chosen, Told
from contested.report.why.wording import rule_words, value_words

_COMPLETED = {"heading": "the heading above", "text": "the date told before", "document": "the date of the document", "event": "the event told before"}


def told_events(at: lookup.Lookup, sentence: Sentence) -> tuple[Told, ...]:
    """Explain the events that a sentence tells."""
    return tuple(
        Told(t.id, t.event.action, _part(at, t, sentence), t.event.confidence, tuple(_values(at, t, sentence)))
        for t in at.told_in(sentence.index)
    )


def _part(at: lookup.Lookup, told: lookup.Told, sentence: Sentence) -> str:
    first, lines = min(told.draft.told), at.trace.analysis.sentences
    if sentence.index == first:
        further = sorted({at.line(lines[n].start) for n in told.draft.told if n != first})
        return "told first here" + (f", gone on with on line {', '.join(map(str, further))}" if further else "")
    acts = [a for a in told.draft.acts if a.sentence == sentence.index]
    there = f"told first on line {at.line(lines[first].start)}, where its other values stand"
    if not acts:
        return f"{there}; this sentence adds a position or a toll, which belong to the event told before"
    words = ", ".join(f"“{a.text}”" for a in acts)
    return f"{there}; {words} goes on telling it, because nothing in act, date, place and parties speaks against it"


def _values(at: lookup.Lookup, told: lookup.Told, sentence: Sentence) -> Iterator[Chosen]:
    for s in told.statements:
        if s.property in (Property.TOLD, Property.AGGREGATE):
            continue
        here = any(sentence.start <= e.start < sentence.end for e in s.evidence)
        if not here and sentence.index != min(told.draft.told):
            continue
        start = s.evidence[0].start if s.evidence else None
        words = " … ".join(dict.fromkeys(" ".join(e.text.split()) for e in s.evidence))
        line = at.line(start) if start is not None else None
        yield Chosen(s.property.value, value_words(s.value), words, line, _how(s, told.draft, here), rule_words(s.rule), s.confidence)


def _how(statement: Statement, draft: Draft, here: bool) -> str:
    if statement.property is Property.ACTION:
        return _how_act(draft)
    if statement.property is Property.DATE:
        return _how_date(draft.time, draft)
    if statement.property is Property.PLACE:
        return "named with the act" if draft.own_place else "carried over from what was told before"
    if statement.speaker and statement.property is Property.CASUALTY:
        return f"said by {statement.speaker}"
    return "told in this sentence" if here else "told in another sentence of the event"


def _how_act(draft: Draft) -> str:
    lead = draft.acts[0]
    if lead.action != draft.action:
        return f"“{lead.text}” alone would be {lead.action.replace('_', ' ')}: the weapon, the victim or a more telling act decides"
    return f"the leading act, as {lead.form}" if len(draft.acts) > 1 else f"the only act, as {lead.form}"


def _how_date(time: TimeMention | None, draft: Draft) -> str:
    if time is None or time.first is None:
        return "no date was found"
    how = "stands with the act" if draft.own_time else "does not stand with the act, but holds for the sentence"
    if time.from_context:
        how += f"; what it leaves open comes from {_COMPLETED.get(time.from_context, time.from_context)}"
    return how

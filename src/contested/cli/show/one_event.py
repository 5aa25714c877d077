"""One event with its sentences and the words of every value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import typer

from contested.cli.options import Format
from contested.cli.show.output import console, print_table
from contested.cli.show.records import event_record, show_events
from contested.cli.show.wording import action_words, date_words, number_words, place_words
from contested.errors import UsageError
from contested.model.events import Event
from contested.model.spans import Evidence
from contested.store.ask import StoredEvent, events_named, find_document
from contested.store.database import Store

Value = tuple[str, str, tuple[Evidence, ...]]


def show_event(store: Store, beginning: str, format: Format) -> None:
    """Print the event whose id begins so.

    Raises: UsageError: no event has such an id, or several have.
    """
    found = events_named(store, beginning)
    if not found:
        raise UsageError(f"no event has the id '{beginning}'", fix="contested events lists all.")
    if len(found) > 1:
        ids = ", ".join(f"{f.name}:{f.event.id}" for f in found[:5])
        raise UsageError(f"{len(found)} events have an id that begins with '{beginning}'", fix=f"Choose one: {ids}.")
    if format is Format.JSON:
        typer.echo(json.dumps(event_record(found[0]), ensure_ascii=False, indent=2))
    elif format is Format.TABLE:
        _show(store, found[0])
    else:
        show_events(found, format)


def _show(store: Store, found: StoredEvent) -> None:
    document = find_document(store, found.document)
    text = document.text if document else ""
    event, out = found.event, console()
    out.print(f"{event.id}  {action_words(event)}  {event.status.value}  ({found.name}, confidence {event.confidence:.2f})")
    for reason in event.because:
        out.print(f"  because {reason}")
    out.print()
    values = list(event_values(event))
    spans = [e for _, _, words in values for e in words]
    for sentence in event.evidence:
        out.print(f"  line {_line(text, sentence.start)}: {marked(sentence, spans)}")
    rows = [(field, value, _quote(words), ", ".join(str(_line(text, e.start)) for e in words)) for field, value, words in values]
    print_table(("field", "value", "words", "line"), rows)


def event_values(event: Event) -> Iterator[Value]:
    """Give every value of an event: its field, the value in words, and the words of the document."""
    yield "act", event.action, event.action_evidence
    yield "date", f"{date_words(event.date)} [{event.date.precision}]", event.date.evidence
    if event.place:
        yield "place", f"{place_words(event.place)} [{event.place.precision}]", event.place.evidence
    for field, parties in (("perpetrator", event.perpetrators), ("target", event.targets), ("weapon", event.weapons)):
        for party in parties:
            yield field, party.name, party.evidence
    for c in event.casualties:
        whose = f" of {c.of}" if c.of else ""
        yield "toll", f"{number_words(c.low, c.high)} {c.kind}{whose}, says {c.asserted_by or 'the document'}", c.evidence
    for claim in event.claims:
        yield "claim", f"{claim.party} {claim.stance} {claim.about}", claim.evidence


def marked(sentence: Evidence, spans: Sequence[Evidence]) -> str:
    """Put «» around the coded words of a sentence; words coded twice are marked once."""
    whole = (sentence.start, sentence.end)
    inside = sorted({(e.start, e.end) for e in spans if whole[0] <= e.start and e.end <= whole[1]} - {whole})
    parts: list[str] = []
    at = sentence.start
    for start, end in _joined(inside):
        parts += [_cut(sentence, at, start), "«", _cut(sentence, start, end), "»"]
        at = end
    return " ".join("".join([*parts, _cut(sentence, at, sentence.end)]).split())


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _cut(sentence: Evidence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _quote(words: Sequence[Evidence]) -> str:
    return " […] ".join(f"“{' '.join(e.text.split())}”" for e in words)

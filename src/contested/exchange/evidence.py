"""Evidence beside a flat layout: one row for each span of words that a cell stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contested.exchange.cells import Cell
from contested.exchange.incidents import Incident, Told
from contested.model.events import Event
from contested.model.spans import Evidence

EVIDENCE_COLUMNS = (
    "row", "column", "document", "event", "field", "value", "start", "end", "quotation", "speaker", "stance",
)  # fmt: skip
INCIDENT_EVIDENCE_COLUMNS = (*EVIDENCE_COLUMNS, "use")
CHOSEN, OTHER = "chosen", "other"


def evidence_rows(key: Cell, document: str, event: Event, columns: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of an event whose row in the layout is ``key``.

    Args: columns: the layout's column for each field; a field without one has no cell there, so its column stays empty.
    """
    seen: dict[str, int] = {}
    for field, value, spans, speaker, stance in values(event):
        number = seen[field] = seen.get(field, 0) + 1
        column = columns.get(field if number == 1 else f"{field}+", columns.get(field))
        for span in spans:
            yield key, column, document, event.id, field, value, span.start, span.end, span.text, speaker, stance


def incident_evidence(key: Cell, incident: Incident, columns: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of every telling of an incident; ``use`` says whether the cell holds this value or another's."""
    for told in incident.told:
        for row in evidence_rows(key, told.document.name, told.event, columns):
            yield *row, _use(incident, told, str(row[4]), row[5], row[9])


def _use(incident: Incident, told: Told, field: str, value: Cell, speaker: Cell) -> str | None:
    """Tell a value that the policy chose from those that it passed over; None where all values are told."""
    made, event = incident.event, told.event
    if field == "killed":
        account = incident.derived.chosen
        return CHOSEN if account and (account.document, account.speaker) == (told.document.id, speaker) else OTHER
    same = {
        "date": (made.date.start, made.date.end) == (event.date.start, event.date.end), "action": made.action == event.action,
        "place": (made.place.name if made.place else None) == value,
    }  # fmt: skip
    return None if field not in same else CHOSEN if same[field] else OTHER


def values(event: Event) -> Iterator[tuple[str, str, tuple[Evidence, ...], str | None, str | None]]:
    """Give (field, value, spans, speaker, stance) of every value that stands on words."""
    yield "event", event.id, event.evidence, None, None
    yield "action", event.action, event.action_evidence, None, None
    yield "date", f"{event.date.start or ''}/{event.date.end or ''}", event.date.evidence, None, None
    if event.place:
        yield "place", event.place.name, event.place.evidence, None, None
    parties = (("perpetrator", event.perpetrators), ("target", event.targets), ("weapon", event.weapons))
    for field, named in parties:
        for party in named:
            yield field, party.name, party.evidence, None, None
    for t in event.casualties:
        value = f"{'' if t.low is None else t.low}-{'' if t.high is None else t.high}"
        yield t.kind.value, value, t.evidence, t.asserted_by, None
    for c in event.claims:
        yield "claim", c.about, c.evidence, c.party, c.stance.value

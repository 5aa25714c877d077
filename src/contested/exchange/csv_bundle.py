"""CSV bundle: events.csv with one row an event, and claims, casualties and evidence beside it.

Rows of the four files meet on ``document`` and ``event``. Several names in one cell are separated by "; ".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contested.exchange.cells import Cell
from contested.exchange.figures import largest, smallest, totals
from contested.exchange.folder import ExportFile, open_export
from contested.exchange.manifest import Manifest
from contested.model.events import Coding, Event, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import CasualtyKind

EVENT_COLUMNS = (
    "document", "event", "action", "date_start", "date_end", "date_precision", "date_basis", "place_text",
    "place_name", "admin1", "country", "latitude", "longitude", "place_precision", "perpetrators", "targets",
    "weapons", "killed_smallest", "killed_largest", "injured_smallest", "injured_largest", "status", "because",
    "aggregate", "confidence", "quotation",
)  # fmt: skip
CLAIM_COLUMNS = ("document", "event", "party", "stance", "about", "confidence", "quotation")
CASUALTY_COLUMNS = (
    "document", "event", "kind", "low", "high", "of", "asserted_by", "confidence", "quotation",
)  # fmt: skip
EVIDENCE_COLUMNS = (
    "document", "event", "field", "value", "start", "end", "quotation", "speaker", "stance",
)  # fmt: skip


def write_csv(codings: Iterable[Coding], folder: Path) -> Manifest:
    """Write the four files."""
    with open_export(folder) as out:
        files = {
            "events": out.open_table("events.csv", EVENT_COLUMNS),
            "claims": out.open_table("claims.csv", CLAIM_COLUMNS),
            "casualties": out.open_table("casualties.csv", CASUALTY_COLUMNS),
            "evidence": out.open_table("evidence.csv", EVIDENCE_COLUMNS),
        }
        for coding in codings:
            for event in coding.events:
                _write_event(coding.document, event, files)
            out.count(len(coding.events))
        return out.finish("csv")


def event_row(document: str, event: Event) -> tuple[Cell, ...]:
    """Give the cells of one event, in the order of EVENT_COLUMNS."""
    killed, injured = totals(event, CasualtyKind.KILLED), totals(event, CasualtyKind.INJURED)
    return (
        document, event.id, event.action, *_date_cells(event), *_place_cells(event), _names(event.perpetrators),
        _names(event.targets), _names(event.weapons), smallest(killed), largest(killed), smallest(injured),
        largest(injured), event.status.value, "; ".join(event.because), event.aggregate, round(event.confidence, 3),
        _quotation(event.evidence),
    )  # fmt: skip


def evidence_rows(document: str, event: Event) -> Iterator[tuple[Cell, ...]]:
    """Give one row for each span that a value of the event stands on."""
    for field, value, spans, speaker, stance in _values(event):
        for span in spans:
            yield document, event.id, field, value, span.start, span.end, span.text, speaker, stance


def _write_event(document: str, event: Event, files: dict[str, ExportFile]) -> None:
    files["events"].write_row(event_row(document, event))
    for c in event.claims:
        quotation, sure = _quotation(c.evidence), round(c.confidence, 3)
        files["claims"].write_row((document, event.id, c.party, c.stance.value, c.about, sure, quotation))
    for t in event.casualties:
        cells = (t.kind.value, t.low, t.high, t.of, t.asserted_by, round(t.confidence, 3), _quotation(t.evidence))
        files["casualties"].write_row((document, event.id, *cells))
    for row in evidence_rows(document, event):
        files["evidence"].write_row(row)


def _values(event: Event) -> Iterator[tuple[str, str, tuple[Evidence, ...], str | None, str | None]]:
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


def _date_cells(event: Event) -> tuple[Cell, ...]:
    return event.date.start, event.date.end, event.date.precision.value, event.date.basis.value


def _place_cells(event: Event) -> tuple[Cell, ...]:
    place = event.place
    if place is None:
        return (None,) * 7
    coordinates = (place.latitude, place.longitude)
    return place.text, place.name, place.admin1, place.country, *coordinates, place.precision.value


def _names(parties: Sequence[Party]) -> str:
    return "; ".join(p.name for p in parties)


def _quotation(spans: Sequence[Evidence]) -> str:
    return " […] ".join(" ".join(s.text.split()) for s in spans)

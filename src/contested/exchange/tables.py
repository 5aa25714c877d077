"""The tables that CSV bundle, Parquet, SQLite and their descriptions share: columns, types, keys and rows.

``documents`` has a row a document, ``incidents`` a row for all tellings of one event as the policy has it, ``events`` a row a
telling; claims, casualties and evidence belong to a telling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from contested.exchange.cells import Cell
from contested.exchange.collection import Collection
from contested.exchange.event_rows import CASUALTY_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS, event_row, joined_words
from contested.exchange.evidence import EVIDENCE_COLUMNS, evidence_rows
from contested.exchange.folder import ExportFolder
from contested.exchange.incident_rows import INCIDENT_COLUMNS, incident_row
from contested.exchange.schemes import row_key
from contested.model.documents import Document
from contested.model.events import Coding, Event


class ColumnType(StrEnum):
    """The type of a column's cells."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and what a cell says."""

    name: str
    type: ColumnType
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its key column (None where rows have no key) and which columns name rows of which other table."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: str | None = None
    refers: tuple[tuple[str, str], ...] = ()


_ABOUT = {
    "id": "identifies the row", "document_id": "the document, by its id", "event_id": "the event, by its id",
    "document": "name of the document", "event": "id of the event inside its document", "name": "name of the document",
    "sha256": "SHA-256 of the document's bytes, in hexadecimal", "title": "title of the document", "publisher": "who published it",
    "published": "day of publication", "language": "language, ISO 639-1", "url": "address it was read from",
    "archive_url": "address of an archived copy", "coder": "program and version, or person, that coded it",
    "events": "number of events coded in it", "action": "what was done, by the codebook", "date_start": "first day on which it may have been",
    "date_end": "last day on which it may have been", "date_precision": "day, week, month, year or unknown",
    "date_basis": "occurrence, or report where only the day of the report is known", "place_text": "the place as written",
    "place_name": "the place's name", "admin1": "first-level division", "country": "country, ISO 3166-1 alpha-2",
    "latitude": "degrees, WGS 84", "longitude": "degrees, WGS 84", "place_precision": "exact, neighbourhood, town, district, region, country or unknown",
    "perpetrators": "names, separated by '; '", "targets": "names, separated by '; '", "weapons": "means, separated by '; '",
    "killed_smallest": "smallest number above nought that anybody gives", "killed_largest": "largest number that anybody gives",
    "incident_id": "the incident that the event is a telling of",
    "actor": "name of a body", "relation": "same, renamed to, merged into, split from, part of, different or unsure", "known_as": "the other name",
    "valid_from": "first day on which it holds; empty where open", "valid_to": "day from which it no longer holds; empty where open",
    "policy": "name and version of the rule that chose number, date, place and status",
    "killed_low": "lowest number that counts under the policy", "killed_best": "the number that the policy chose; empty where it chooses none",
    "killed_high": "highest number that counts under the policy", "deaths_a": "of the chosen number, dead of the perpetrators' side",
    "deaths_b": "of the chosen number, dead of the attacked armed side", "deaths_civilians": "of the chosen number, dead civilians",
    "deaths_unknown": "of the chosen number, dead of whom it is not known", "accounts": "who says how many were killed, separated by '; '",
    "harm": "how well the number of killed is established", "attribution": "how well the author is established",
    "occurrence": "how well it is established that it happened", "sources": "independent sources that tell it; copied texts count once",
    "told_by": "publishers or documents that tell it, separated by '; '",
    "injured_smallest": "smallest number above nought that anybody gives", "injured_largest": "largest number that anybody gives",
    "status": "disputed, corroborated, claimed, alleged or reported", "because": "why the status is so, separated by '; '",
    "aggregate": "whether it sums up several acts", "confidence": "probability that the row is right, 0 to 1",
    "quotation": "the words it stands on", "party": "who takes the position",
    "stance": "claims, reports, accuses, acknowledges, confirms, denies, disputes, no_comment or retracts",
    "about": "what the position is about", "kind": "killed, injured, missing, abducted, captured, arrested or displaced",
    "low": "lowest number; empty where open", "high": "highest number; empty where open", "of": "the group counted; empty for all",
    "asserted_by": "who gives the number; empty for the document itself", "row": "the row of events that the words stand for",
    "column": "the column of that row", "field": "what the words tell", "value": "the value read from the words",
    "start": "first code point of the words in the document's text", "end": "code point after the last", "speaker": "who says so; empty for the document itself",
}  # fmt: skip
_TYPES = {
    **dict.fromkeys(("published", "date_start", "date_end", "valid_from", "valid_to"), ColumnType.DATE),
    **dict.fromkeys(("latitude", "longitude", "confidence"), ColumnType.NUMBER),
    **dict.fromkeys(("events", "killed_smallest", "killed_largest", "injured_smallest", "injured_largest"), ColumnType.INTEGER),
    **dict.fromkeys(("killed_low", "killed_best", "killed_high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "sources"), ColumnType.INTEGER),
    **dict.fromkeys(("low", "high", "start", "end"), ColumnType.INTEGER),
    "aggregate": ColumnType.BOOLEAN,
}  # fmt: skip
_DOCUMENT_COLUMNS = (
    "id", "name", "sha256", "title", "publisher", "published", "language", "url", "archive_url", "coder", "events",
)  # fmt: skip
_EVENT_KEY = (("event_id", "events"),)


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(n, _TYPES.get(n, ColumnType.TEXT), _ABOUT[n]) for n in names)


DOCUMENTS = Table("documents", "one row a document", _columns(*_DOCUMENT_COLUMNS), key="id")
INCIDENTS = Table("incidents", "one row an incident, as the policy has it", _columns("id", *INCIDENT_COLUMNS), key="id")
EVENTS = Table(
    "events", "one row an event as a document tells it", _columns("id", "document_id", "incident_id", *EVENT_COLUMNS), key="id",
    refers=(("document_id", "documents"), ("incident_id", "incidents")),
)  # fmt: skip
CLAIMS = Table("claims", "one row a position that a party takes", _columns("event_id", *CLAIM_COLUMNS), refers=_EVENT_KEY)
CASUALTIES = Table("casualties", "one row a number by one speaker for one group", _columns("event_id", *CASUALTY_COLUMNS), refers=_EVENT_KEY)
EVIDENCE = Table("evidence", "one row a span of words that a value stands on", _columns(*EVIDENCE_COLUMNS), refers=(("row", "events"),))
IDENTITIES = Table(
    "identities", "one row for two names of actors that are one body, for a time",
    _columns("actor", "relation", "known_as", "valid_from", "valid_to"),
)  # fmt: skip
TABLES = (DOCUMENTS, INCIDENTS, EVENTS, CLAIMS, CASUALTIES, EVIDENCE, IDENTITIES)


def table_rows(collection: Collection, out: ExportFolder) -> Iterator[tuple[Table, tuple[Cell, ...]]]:
    """Give the rows of all tables, each with its table, and count what they hold: incidents first, then document by document."""
    for incident in collection.incidents():
        yield INCIDENTS, (incident.key, *incident_row(incident))
        out.count_incident(incident, tellings=False)
    for (document, coding), keys in collection.incident_keys():
        yield DOCUMENTS, document_row(document, coding)
        for event, key in zip(coding.events, keys, strict=True):
            yield from _event_rows(document, coding, event, key)
        out.count((document, coding))
    for bond in collection.grouping.identities.bonds:
        yield IDENTITIES, (bond.left, bond.relation.value, bond.right, bond.start, bond.end)


def document_row(document: Document, coding: Coding) -> tuple[Cell, ...]:
    """Give the cells of a document."""
    d = document
    return (
        d.id, d.name, d.sha256, d.title, d.publisher, d.published, d.language, d.url, d.archive_url, coding.coder, len(coding.events),
    )  # fmt: skip


def _event_rows(document: Document, coding: Coding, event: Event, incident: str) -> Iterator[tuple[Table, tuple[Cell, ...]]]:
    key = row_key(coding, event)
    name = coding.document
    yield EVENTS, (key, document.id, incident, *event_row(name, event))
    for c in event.claims:
        yield CLAIMS, (key, name, event.id, c.party, c.stance.value, c.about, round(c.confidence, 3), joined_words(c.evidence))
    for t in event.casualties:
        cells = (t.kind.value, t.low, t.high, t.of, t.asserted_by, round(t.confidence, 3), joined_words(t.evidence))
        yield CASUALTIES, (key, name, event.id, *cells)
    for row in evidence_rows(key, name, event, EVENT_FIELDS):
        yield EVIDENCE, row


EVENT_FIELDS = {
    "event": "quotation", "action": "action", "date": "date_start", "place": "place_name", "perpetrator": "perpetrators",
    "target": "targets", "weapon": "weapons", "killed": "killed_smallest", "injured": "injured_smallest", "claim": "status",
}  # fmt: skip

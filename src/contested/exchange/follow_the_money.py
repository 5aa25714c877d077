"""FollowTheMoney: entities (JSON lines) and statements (CSV), for tools that read that model.

An incident is an ``Event``, each document that tells it a ``Document``, each party a ``Person``, ``PublicBody``, ``Organization`` or
``LegalEntity``, joined to the event by an ``UnknownLink`` that names its role. That model has no place for a toll or a
denial, so the number that the policy chose and the positions taken are told in the event's ``notes``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from contested.assessing.policies.comparing import killed_words
from contested.exchange.collection import Collection
from contested.exchange.event_rows import joined_words
from contested.exchange.evidence import INCIDENT_EVIDENCE_COLUMNS, incident_evidence
from contested.exchange.folder import ExportFile, ExportFolder
from contested.exchange.incidents import Incident
from contested.exchange.schemes import find_country, is_state
from contested.model.documents import Document
from contested.model.events import Event, Party
from contested.model.vocabulary import ActorKind

DATASET = "contested"
STATEMENT_COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
PROP_TYPES = {
    "name": "name", "country": "country", "date": "date", "startDate": "date", "endDate": "date", "summary": "text", "notes": "text",
    "location": "address", "involved": "entity", "proof": "entity", "sourceUrl": "url", "publisher": "string", "title": "string",
    "language": "language", "fileName": "string", "keywords": "string", "recordId": "string",
    "publishedAt": "date", "subject": "entity", "object": "entity", "role": "string",
}  # fmt: skip
_FIELDS = {
    "event": "summary", "action": "keywords", "date": "startDate", "place": "location", "perpetrator": "involved", "target": "involved",
    "killed": "notes", "claim": "notes",
}  # fmt: skip
_PARTY = "party-"
_LANGUAGES = {"en": "eng"}
_COUNTRIES = {"XS": "so-som"}


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity: its id, schema, and (property, value) in order."""

    id: str
    schema: str
    values: tuple[tuple[str, str], ...]

    def to_json(self) -> str:
        """Write the entity as one line of JSON."""
        properties: dict[str, list[str]] = {}
        for prop, value in self.values:
            known = properties.setdefault(prop, [])
            if value not in known:
                known.append(value)
        return json.dumps({"id": self.id, "schema": self.schema, "properties": properties, "datasets": [DATASET]}, ensure_ascii=False)


def write_ftm(collection: Collection, out: ExportFolder) -> None:
    """Write entities.ftm.json, statements.csv and evidence.csv, whose ``row`` is an event's id.

    A party of one name and schema is one entity, written once.
    """
    entities, statements = out.open("entities.ftm.json"), out.open("statements.csv")
    statements.write_row(STATEMENT_COLUMNS, header=True)
    evidence = out.open_table("evidence.csv", INCIDENT_EVIDENCE_COLUMNS)

    def write(entity: Entity, coder: str, first: date | None, last: date | None) -> None:
        entities.write(entity.to_json() + "\n", rows=1)
        _write_statements(entity, coder, (first, last), statements)

    for document, coding in collection:
        write(_document(document), coding.coder, document.published, document.published)
    parties: set[str] = set()
    for incident in collection.incidents():
        days = sorted(t.document.published for t in incident.told if t.document.published)
        first, last = (days[0], days[-1]) if days else (None, None)
        coder = "; ".join(dict.fromkeys(t.coding.coder for t in incident.told))
        for entity in incident_entities(incident):
            if entity.id not in parties:
                write(entity, coder, first, last)
            if entity.id.startswith(_PARTY):
                parties.add(entity.id)
        for row in incident_evidence(incident.key, incident, _FIELDS):
            evidence.write_row(row)
        out.count_incident(incident)


def incident_entities(incident: Incident) -> Iterator[Entity]:
    """Give the entities of an incident: its parties, the event, and the links between them."""
    event = incident.event
    for party in (*event.perpetrators, *event.targets):
        yield _party(party)
    yield _event(incident)
    for role, parties in (("perpetrator", event.perpetrators), ("target", event.targets)):
        for party in parties:
            yield _link(incident.key, party, role)


def statement_key(entity: str, prop: str, value: str) -> str:
    """Identify a statement as that model does: SHA-1 of data set, entity, property and value."""
    return hashlib.sha1(f"{DATASET}.{entity}.{prop}.{value}".encode()).hexdigest()


def _write_statements(entity: Entity, coder: str, seen: tuple[date | None, date | None], file: ExportFile) -> None:
    for prop, value in dict.fromkeys(entity.values):
        key = statement_key(entity.id, prop, value)
        cells = (entity.id, entity.id, prop, PROP_TYPES[prop], entity.schema, value, DATASET, coder, None, None, "f", *seen, key)
        file.write_row(cells)


def _document(document: Document) -> Entity:
    day = document.published.isoformat() if document.published else None
    return _entity(
        _document_id(document), "Document",
        (("fileName", document.name), ("title", document.title), ("publisher", document.publisher), ("publishedAt", day),
         ("sourceUrl", document.url), ("notes", f"SHA-256 {document.sha256}"), ("language", _LANGUAGES.get(document.language))),
    )  # fmt: skip


def _event(incident: Incident) -> Entity:
    event, place = incident.event, incident.event.place
    values: list[tuple[str, str | None]] = [
        ("name", _caption(event)), ("keywords", event.action), ("keywords", f"status: {event.status.value}"),
        ("startDate", event.date.start.isoformat() if event.date.start else None),
        ("endDate", event.date.end.isoformat() if event.date.end else None),
    ]  # fmt: skip
    for told in incident.told:
        values += [("recordId", told.event.id), ("summary", joined_words(told.event.evidence)), ("proof", _document_id(told.document))]
        values += [("publisher", told.document.publisher), ("sourceUrl", told.document.url)]
        values += [("notes", f"{c.party} {c.stance.value} ({c.about}): {joined_words(c.evidence)}") for c in told.event.claims]
    values += [("involved", _party_id(p)) for p in (*event.perpetrators, *event.targets)]
    if incident.derived.accounts:
        values.append(("notes", f"killed: {killed_words(incident.derived)} (policy {incident.derived.policy})"))
    if place:
        values += [("location", place.name), ("country", _COUNTRIES.get(place.country or "", (place.country or "").lower()) if find_country(place.country) else None)]
    return _entity(incident.key, "Event", values)


def _link(key: str, party: Party, role: str) -> Entity:
    ident = f"link-{_digest(key, role, _party_id(party))}"
    return _entity(ident, "UnknownLink", (("subject", _party_id(party)), ("object", key), ("role", role)))


def _party(party: Party) -> Entity:
    return _entity(_party_id(party), _schema(party), (("name", party.name),))


def _schema(party: Party) -> str:
    if party.kind == ActorKind.PERSON:
        return "Person"
    if is_state(party):
        return "PublicBody"
    return "Organization" if party.kind in (ActorKind.GROUP, ActorKind.ORGANISATION) else "LegalEntity"


def _entity(ident: str, schema: str, values: Sequence[tuple[str, str | None]]) -> Entity:
    return Entity(ident, schema, tuple((prop, value) for prop, value in values if value))


def _caption(event: Event) -> str:
    where = f" in {event.place.name}" if event.place else ""
    when = f", {event.date.start}" if event.date.start else ""
    return f"{event.action.replace('_', ' ')}{where}{when}"


def _document_id(document: Document) -> str:
    return f"document-{_digest(document.id, document.sha256)}"


def _party_id(party: Party) -> str:
    return f"{_PARTY}{_digest(party.name, _schema(party))}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

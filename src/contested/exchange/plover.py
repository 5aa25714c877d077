"""PLOVER JSON: one record an incident, with category, mode, lists of actors and recipients, and where their words stand.

The shape is that of the machine coders of that ontology: ``event_type``, ``event_mode``, ``attributes`` with character
offsets, ``event_geolocation``. Claims, which that ontology has no field for, are kept in ``claims``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from contested.exchange.collection import Collection
from contested.exchange.event_rows import joined_words
from contested.exchange.folder import ExportFolder
from contested.exchange.incidents import Incident, Told
from contested.exchange.schemes import is_civilian, is_state, load_acts, representative_day
from contested.model.events import Claim, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import ActorKind

FILE = "events.jsonl"
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
QUAD_NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_SECTORS = {ActorKind.GROUP: "REB", ActorKind.ORGANISATION: "SOC"}


def write_plover(collection: Collection, out: ExportFolder) -> None:
    """Write events.jsonl, one incident a line."""
    file = out.open(FILE)
    for incident in collection.incidents():
        file.write(json.dumps(plover_record(incident), ensure_ascii=False) + "\n", rows=1)
        out.count_incident(incident)


def plover_record(incident: Incident) -> dict[str, Any]:
    """Make the record of an incident; category and mode come from the actions table, which is open to edit.

    ``story_id``, ``source`` and ``url`` are those of the first document, ``story_ids`` all; offsets name their ``story``.
    """
    event, derived, first = incident.event, incident.derived, incident.told[0].document
    act = load_acts().get(event.action)
    category, _, mode = (act.plover if act else "").partition("/")
    day = representative_day(event)
    return {
        "id": incident.key, "story_id": first.id, "story_ids": list(dict.fromkeys(t.document.id for t in incident.told)),
        "source": first.publisher, "url": first.url, "event_type": category or None, "event_mode": [mode] if mode else [], "contexts": [],
        "quad_code": QUADS.get(category), "quad_name": QUAD_NAMES.get(QUADS.get(category, 0)), "date": day.isoformat() if day else None,
        "date_precision": event.date.precision.value, "event_text": joined_words(incident.told[0].event.evidence),
        "actor": [p.name for p in event.perpetrators], "recipient": [t.name for t in event.targets],
        "attributes": _attributes(incident), "event_geolocation": _geolocation(incident),
        "magnitude": {"killed_low": derived.low, "killed_best": derived.best, "killed_high": derived.high}, "policy": derived.policy,
        "status": event.status.value, "claims": [_claim(t, c) for t in incident.told for c in t.event.claims],
        "coder": "; ".join(dict.fromkeys(t.coding.coder for t in incident.told)), "confidence": round(event.confidence, 3),
    }  # fmt: skip


def sector(party: Party) -> str:
    """Give the sector code of a party, as far as its kind tells; UNK where it does not."""
    if "police" in party.name.casefold():
        return "COP"
    if party.kind == ActorKind.FORCE:
        return "MIL"
    if is_state(party):
        return "GOV"
    if party.kind in _SECTORS:
        return _SECTORS[ActorKind(party.kind)]
    return "CVL" if is_civilian(party) else "UNK"


def _attributes(incident: Incident) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {"ACTOR": [], "RECIP": [], "LOC": [], "DATE": []}
    for told in incident.told:
        event, place = told.event, told.event.place
        found["ACTOR"] += [a for p in event.perpetrators for a in _party(told, p)]
        found["RECIP"] += [a for t in event.targets for a in _party(told, t)]
        found["LOC"] += _spans(told, place.name, place.confidence, place.evidence) if place else []
        found["DATE"] += _spans(told, str(event.date.start or ""), event.date.confidence, event.date.evidence)
    return found


def _party(told: Told, party: Party) -> list[dict[str, Any]]:
    return [{**a, "code_1": sector(party)} for a in _spans(told, party.name, party.confidence, party.evidence)]


def _spans(told: Told, value: str, confidence: float, spans: Sequence[Evidence]) -> list[dict[str, Any]]:
    """Give a value at each of its spans; one without words is there without offsets."""
    common = {"value": value, "story": told.document.id, "qa_score": round(confidence, 3)}
    if not spans:
        return [{"text": None, "qa_start_char": None, "qa_end_char": None, **common}]
    return [{"text": s.text, "qa_start_char": s.start, "qa_end_char": s.end, **common} for s in spans]


def _geolocation(incident: Incident) -> dict[str, Any] | None:
    place = incident.event.place
    if place is None:
        return None
    told = ((t, e) for t in incident.told if t.event.place and t.event.place.name == place.name for e in t.event.place.evidence)
    where, span = next(told, (None, None))
    return {
        "resolved_placename": place.name, "search_placename": place.text, "admin1_name": place.admin1, "country": place.country,
        "lat": place.latitude, "lon": place.longitude, "precision": place.precision.value, "story": where.document.id if where else None,
        "start_char": span.start if span else None, "end_char": span.end if span else None,
    }  # fmt: skip


def _claim(told: Told, claim: Claim) -> dict[str, Any]:
    return {
        "party": claim.party, "stance": claim.stance.value, "about": claim.about, "text": joined_words(claim.evidence),
        "story": told.document.id, "start_char": claim.evidence[0].start if claim.evidence else None,
    }  # fmt: skip

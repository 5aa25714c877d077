"""PLOVER JSON: one record an event, with category, mode, lists of actors and recipients, and where their words stand.

The shape is that of the machine coders of that ontology: ``event_type``, ``event_mode``, ``attributes`` with character
offsets, ``event_geolocation``. Claims, which that ontology has no field for, are kept in ``claims``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from contested.exchange.event_rows import joined_words
from contested.exchange.figures import largest, smallest, totals
from contested.exchange.folder import ExportFolder
from contested.exchange.readings import Reading, Readings
from contested.exchange.schemes import is_civilian, is_state, load_acts, representative_day, row_key
from contested.model.events import Event, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import ActorKind, CasualtyKind

FILE = "events.jsonl"
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
QUAD_NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_SECTORS = {ActorKind.GROUP: "REB", ActorKind.ORGANISATION: "SOC"}


def write_plover(readings: Readings, out: ExportFolder) -> None:
    """Write events.jsonl, one event a line."""
    file = out.open(FILE)
    for reading in readings:
        for event in reading[1].events:
            file.write(json.dumps(plover_record(reading, event), ensure_ascii=False) + "\n", rows=1)
        out.count(len(reading[1].events))


def plover_record(reading: Reading, event: Event) -> dict[str, Any]:
    """Make the record of an event; category and mode come from the actions table, which is open to edit."""
    document, coding = reading
    act = load_acts().get(event.action)
    category, _, mode = (act.plover if act else "").partition("/")
    killed, day = totals(event, CasualtyKind.KILLED), representative_day(event)
    return {
        "id": row_key(coding, event), "story_id": document.id, "source": document.publisher, "url": document.url,
        "event_type": category or None, "event_mode": [mode] if mode else [], "contexts": [],
        "quad_code": QUADS.get(category), "quad_name": QUAD_NAMES.get(QUADS.get(category, 0)), "date": day.isoformat() if day else None,
        "date_precision": event.date.precision.value, "event_text": joined_words(event.evidence),
        "actor": [p.name for p in event.perpetrators], "recipient": [t.name for t in event.targets],
        "attributes": _attributes(event), "event_geolocation": _geolocation(event.place),
        "magnitude": {"killed_smallest": smallest(killed), "killed_largest": largest(killed)},
        "status": event.status.value, "claims": [_claim(c.party, c.stance.value, c.about, c.evidence) for c in event.claims],
        "coder": coding.coder, "confidence": round(event.confidence, 3),
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


def _attributes(event: Event) -> dict[str, list[dict[str, Any]]]:
    place = event.place
    return {
        "ACTOR": [a for p in event.perpetrators for a in _party(p)], "RECIP": [a for t in event.targets for a in _party(t)],
        "LOC": _spans(place.name, place.confidence, place.evidence) if place else [],
        "DATE": _spans(str(event.date.start or ""), event.date.confidence, event.date.evidence),
    }  # fmt: skip


def _party(party: Party) -> list[dict[str, Any]]:
    return [{**a, "code_1": sector(party)} for a in _spans(party.name, party.confidence, party.evidence)]


def _spans(value: str, confidence: float, spans: Sequence[Evidence]) -> list[dict[str, Any]]:
    """Give a value at each of its spans; one without words is there without offsets."""
    score = round(confidence, 3)
    if not spans:
        return [{"text": None, "value": value, "qa_start_char": None, "qa_end_char": None, "qa_score": score}]
    return [{"text": s.text, "value": value, "qa_start_char": s.start, "qa_end_char": s.end, "qa_score": score} for s in spans]


def _geolocation(place: EventPlace | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "resolved_placename": place.name, "search_placename": place.text, "admin1_name": place.admin1, "country": place.country,
        "lat": place.latitude, "lon": place.longitude, "precision": place.precision.value,
        "start_char": place.evidence[0].start if place.evidence else None, "end_char": place.evidence[0].end if place.evidence else None,
    }  # fmt: skip


def _claim(party: str, stance: str, about: str, spans: Sequence[Evidence]) -> dict[str, Any]:
    return {"party": party, "stance": stance, "about": about, "text": joined_words(spans), "start_char": spans[0].start if spans else None}


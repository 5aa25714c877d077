"""The column layout of UCDP GED (49 columns), filled from codings; this is a layout, not that project's data.

Holds what that dataset would: dated incidents of violence with at least one death. Numbers of conflicts, dyads, actors and
countries of that project are left empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from contested.exchange.cells import Cell
from contested.exchange.collection import Collection
from contested.exchange.evidence import INCIDENT_EVIDENCE_COLUMNS, incident_evidence
from contested.exchange.folder import ExportFolder
from contested.exchange.incidents import Incident
from contested.exchange.schemes import find_country, is_civilian, is_near, is_state, load_acts
from contested.model.events import Event, EventPlace
from contested.model.vocabulary import DatePrecision, PlacePrecision

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
WHERE_PREC = {
    PlacePrecision.EXACT: 1, PlacePrecision.NEIGHBOURHOOD: 1, PlacePrecision.TOWN: 1, PlacePrecision.DISTRICT: 3,
    PlacePrecision.REGION: 4, PlacePrecision.COUNTRY: 6,
}  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_FIELDS = {
    "event": "source_original", "action": "type_of_violence", "date": "date_start", "place": "where_coordinates",
    "perpetrator": "side_a", "target": "side_b", "killed": "best",
}  # fmt: skip


def write_ucdp(collection: Collection, out: ExportFolder) -> None:
    """Write events.csv in the 49 columns, a row an incident, and evidence.csv whose ``row`` is an ``id``."""
    events = out.open_table("events.csv", COLUMNS)
    evidence = out.open_table("evidence.csv", INCIDENT_EVIDENCE_COLUMNS)
    for incident in collection.incidents():
        if is_fatal(incident):
            row = ucdp_row(incident)
            events.write_row([row[column] for column in COLUMNS])
            for spans in incident_evidence(row["id"], incident, _FIELDS):
                evidence.write_row(spans)
            out.count_incident(incident)


def is_fatal(incident: Incident) -> bool:
    """Does the incident belong in this layout: dated violence that some source that counts says killed at least one?"""
    act = load_acts().get(incident.event.action)
    dated_violence = incident.event.date.start is not None and act is not None and act.family == "violence"
    return dated_violence and (incident.derived.high or 0) >= 1


def ucdp_row(incident: Incident) -> Mapping[str, Cell]:
    """Fill the columns of an incident that ``is_fatal``; those that need that project's own numbers stay empty.

    ``best`` and the deaths by side are empty where the policy chooses no number.
    """
    event, derived = incident.event, incident.derived
    side_a = event.perpetrators[0].name if event.perpetrators else "Unknown"
    kind = type_of_violence(event)
    side_b = "Civilians" if kind == ONE_SIDED else event.targets[0].name if event.targets else "Unknown"
    filled: dict[str, Cell] = {
        "id": int(incident.key, 16), "relid": incident.key, "year": event.date.start.year if event.date.start else None,
        "code_status": "Clear", "type_of_violence": kind, "side_a": side_a, "side_b": side_b,
        "dyad_name": f"{side_a} - {side_b}", "number_of_sources": incident.sources, "event_clarity": 2 if event.aggregate else 1,
        "date_prec": date_precision(event), "date_start": event.date.start, "date_end": event.date.end,
        "best": derived.best, "high": derived.high, "low": derived.low,
    }  # fmt: skip
    return dict.fromkeys(COLUMNS) | filled | _sources(incident) | _deaths(incident, kind) | _where(event.place)


def _sources(incident: Incident) -> dict[str, Cell]:
    documents = [t.document for t in incident.told]
    columns: dict[str, list[str | None]] = {
        "source_article": [d.name for d in documents], "source_office": [d.publisher for d in documents],
        "source_headline": [d.title for d in documents], "source_original": [a.speaker for a in incident.derived.accounts],
    }  # fmt: skip
    joined: dict[str, Cell] = {c: "; ".join(dict.fromkeys(v for v in values if v)) or None for c, values in columns.items()}
    return joined | {"source_date": min((d.published for d in documents if d.published), default=None)}


def type_of_violence(event: Event) -> int:
    """Decide between state-based (1), non-state (2) and one-sided (3), as far as the kinds of the parties tell."""
    if event.targets and all(is_civilian(t) for t in event.targets):
        return ONE_SIDED
    return STATE_BASED if any(is_state(p) for p in (*event.perpetrators, *event.targets)) else NON_STATE


def date_precision(event: Event) -> int:
    """Grade the date: 1 day, 2 range of 2 to 6 days, 3 week, 4 month, 5 longer."""
    days = (event.date.end - event.date.start).days + 1 if event.date.start and event.date.end else 1
    if event.date.precision is DatePrecision.DAY and days <= 6:
        return 1 if days == 1 else 2
    return 3 if days <= 10 else 4 if days <= 31 else 5


def grid_cell(latitude: float, longitude: float) -> int:
    """Number the half-degree cell of PRIO-GRID: 1 in the south-west corner, 720 to a row."""
    return math.floor((latitude + 90) * 2) * 720 + math.floor((longitude + 180) * 2) + 1


def _deaths(incident: Incident, kind: int) -> dict[str, Cell]:
    """Give the dead by side, which add up to ``best``; of violence against civilians all unknown dead are civilians."""
    if incident.derived.best is None:
        return {}
    dead = incident.derived.deaths
    civilians, unknown = (dead.civilians + dead.unknown, 0) if kind == ONE_SIDED and not (dead.a or dead.b) else (dead.civilians, dead.unknown)
    return {"deaths_a": dead.a, "deaths_b": dead.b, "deaths_civilians": civilians, "deaths_unknown": unknown}


def _where(place: EventPlace | None) -> dict[str, Cell]:
    if place is None:
        return {}
    country = find_country(place.country)
    filled: dict[str, Cell] = {
        "where_prec": 2 if is_near(place) else WHERE_PREC.get(place.precision), "where_coordinates": place.name, "where_description": place.text,
        "adm_1": place.admin1, "country": country.name if country else None,
        "region": country.ucdp_region if country else None,
    }  # fmt: skip
    if place.latitude is not None and place.longitude is not None:
        point = f"POINT ({place.longitude} {place.latitude})"
        cell = grid_cell(place.latitude, place.longitude)
        filled |= {"latitude": place.latitude, "longitude": place.longitude, "geom_wkt": point, "priogrid_gid": cell}
    return filled

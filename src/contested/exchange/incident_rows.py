"""One incident as one row of cells, in the columns that GeoJSON and the tables share, and as a JSON record."""

from __future__ import annotations

from typing import Any

from contested.exchange.cells import Cell
from contested.exchange.event_rows import date_cells, place_cells
from contested.exchange.figures import largest, smallest, totals
from contested.exchange.incidents import Incident
from contested.exchange.readings import source_name
from contested.exchange.schemes import names
from contested.model.vocabulary import CasualtyKind

INCIDENT_COLUMNS = (
    "policy", "action", "date_start", "date_end", "date_precision", "date_basis", "place_text", "place_name", "admin1", "country",
    "latitude", "longitude", "place_precision", "perpetrators", "targets", "weapons", "killed_low", "killed_best", "killed_high",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "injured_smallest", "injured_largest", "accounts", "status", "because",
    "harm", "attribution", "occurrence", "aggregate", "sources", "told_by", "confidence",
)  # fmt: skip


def incident_row(incident: Incident) -> tuple[Cell, ...]:
    """Give the cells of an incident, in the order of INCIDENT_COLUMNS."""
    event, derived = incident.event, incident.derived
    dead = derived.deaths
    by_side = (dead.a, dead.b, dead.civilians, dead.unknown) if derived.best is not None else (None,) * 4
    injured = [t for told in incident.told for t in totals(told.event, CasualtyKind.INJURED)]
    grades = (derived.harm, derived.attribution, derived.occurrence)
    reasons = (*derived.status_because, *derived.because, *(b for g in grades for b in g.because))
    return (
        derived.policy, event.action, *date_cells(event), *place_cells(event), names(event.perpetrators), names(event.targets),
        names(event.weapons), derived.low, derived.best, derived.high, *by_side, smallest(injured), largest(injured),
        "; ".join(a.told() for a in derived.accounts), event.status.value, "; ".join(dict.fromkeys(reasons)),
        *(g.value for g in grades), event.aggregate, incident.sources,
        "; ".join(dict.fromkeys(source_name(t.document) for t in incident.told)), round(event.confidence, 3),
    )  # fmt: skip


def incident_record(incident: Incident) -> dict[str, Any]:
    """Give an incident as a record for JSON: its row, and the events of documents that tell it."""
    cells = {name: None if value is None else str(value) if name.startswith("date_") else value for name, value in _named(incident)}
    return {"incident": incident.key, **cells, "members": [{"document": t.document.id, "event": t.event.id} for t in incident.told]}


def _named(incident: Incident) -> list[tuple[str, Cell]]:
    return list(zip(INCIDENT_COLUMNS, incident_row(incident), strict=True))

"""GeoJSON (RFC 7946): one feature an incident; no geometry where the place has no coordinates."""

from __future__ import annotations

import json
from typing import Any

from contested.exchange.collection import Collection
from contested.exchange.evidence import INCIDENT_EVIDENCE_COLUMNS, incident_evidence
from contested.exchange.folder import ExportFolder
from contested.exchange.incident_rows import incident_record
from contested.exchange.incidents import Incident
from contested.model.events import EventPlace
from contested.model.vocabulary import PlacePrecision

RADIUS_KM = {
    PlacePrecision.EXACT: 0.5, PlacePrecision.NEIGHBOURHOOD: 2, PlacePrecision.TOWN: 5, PlacePrecision.DISTRICT: 25,
    PlacePrecision.REGION: 75, PlacePrecision.COUNTRY: 300,
}  # fmt: skip


_FIELDS = {
    "event": "told_by", "action": "action", "date": "date_start", "place": "place_name", "perpetrator": "perpetrators",
    "target": "targets", "weapon": "weapons", "killed": "killed_best", "injured": "injured_smallest", "claim": "status",
}  # fmt: skip


def write_geojson(collection: Collection, out: ExportFolder) -> None:
    """Write events.geojson, a FeatureCollection, and evidence.csv whose ``row`` is the ``id`` of a feature.

    A point of coarse precision says so in ``coarse`` and ``radius_km``.
    """
    file = out.open("events.geojson")
    evidence = out.open_table("evidence.csv", INCIDENT_EVIDENCE_COLUMNS)
    file.write('{"type":"FeatureCollection","features":[')
    separator = "\n"
    for incident in collection.incidents():
        line = json.dumps(feature(incident), ensure_ascii=False, separators=(",", ":"))
        file.write(separator + line, rows=1)
        separator = ",\n"
        for row in incident_evidence(incident.key, incident, _FIELDS):
            evidence.write_row(row)
        out.count_incident(incident)
    file.write("\n]}\n")


def feature(incident: Incident) -> dict[str, Any]:
    """Make one GeoJSON feature. ``radius_km`` is how far from the point the act may have been, None if unknown."""
    place = incident.event.place
    geometry = None
    if place and place.latitude is not None and place.longitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    properties = {k: v for k, v in incident_record(incident).items() if k not in ("incident", "latitude", "longitude")}
    properties["radius_km"], properties["coarse"] = radius_km(place), is_coarse(place)
    return {"type": "Feature", "id": incident.key, "geometry": geometry, "properties": properties}


def radius_km(place: EventPlace | None) -> float | None:
    """Say how far from the point of a place the act may have been, in kilometres; None where that is unknown."""
    return RADIUS_KM.get(place.precision) if place else None


def is_coarse(place: EventPlace | None) -> bool:
    """Does the point of a place stand for a whole district or more?"""
    return place is not None and place.precision in (PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY)

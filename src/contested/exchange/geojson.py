"""GeoJSON (RFC 7946): one feature an event; no geometry where the place has no coordinates."""

from __future__ import annotations

import json
from typing import Any

from contested.exchange.event_rows import EVENT_COLUMNS, event_row
from contested.exchange.evidence import EVIDENCE_COLUMNS, evidence_rows
from contested.exchange.folder import ExportFolder
from contested.exchange.readings import Readings
from contested.exchange.tables import EVENT_FIELDS
from contested.model.events import Event
from contested.model.vocabulary import PlacePrecision

RADIUS_KM = {
    PlacePrecision.EXACT: 0.5, PlacePrecision.NEIGHBOURHOOD: 2, PlacePrecision.TOWN: 5, PlacePrecision.DISTRICT: 25,
    PlacePrecision.REGION: 75, PlacePrecision.COUNTRY: 300,
}  # fmt: skip


def write_geojson(readings: Readings, out: ExportFolder) -> None:
    """Write events.geojson, a FeatureCollection, and evidence.csv whose ``row`` is the ``id`` of a feature.

    A point of coarse precision says so in ``coarse`` and ``radius_km``.
    """
    file = out.open("events.geojson")
    evidence = out.open_table("evidence.csv", EVIDENCE_COLUMNS)
    file.write('{"type":"FeatureCollection","features":[')
    separator = "\n"
    for document, coding in readings:
        for event in coding.events:
            shown = feature(document.name, event)
            line = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
            file.write(separator + line, rows=1)
            separator = ",\n"
            for row in evidence_rows(shown["id"], document.name, event, EVENT_FIELDS):
                evidence.write_row(row)
        out.count(len(coding.events))
    file.write("\n]}\n")


def feature(document: str, event: Event) -> dict[str, Any]:
    """Make one GeoJSON feature. ``radius_km`` is how far from the point the act may have been, None if unknown."""
    place = event.place
    geometry = None
    if place and place.latitude is not None and place.longitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    cells = zip(EVENT_COLUMNS, event_row(document, event), strict=True)
    properties = {name: value for name, value in cells if name not in ("latitude", "longitude")}
    for name in ("date_start", "date_end"):
        properties[name] = str(properties[name]) if properties[name] else None
    precision = place.precision if place else PlacePrecision.UNKNOWN
    properties["radius_km"] = RADIUS_KM.get(precision)
    properties["coarse"] = precision in (PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY)
    return {"type": "Feature", "id": f"{document}#{event.id}", "geometry": geometry, "properties": properties}

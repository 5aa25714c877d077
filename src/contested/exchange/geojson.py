"""GeoJSON (RFC 7946): one feature an event; no geometry where the place has no coordinates."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from contested.exchange.csv_bundle import EVENT_COLUMNS, event_row
from contested.exchange.folder import open_export
from contested.exchange.manifest import Manifest
from contested.model.events import Coding, Event
from contested.model.vocabulary import PlacePrecision

RADIUS_KM = {
    PlacePrecision.EXACT: 0.5, PlacePrecision.NEIGHBOURHOOD: 2, PlacePrecision.TOWN: 5, PlacePrecision.DISTRICT: 25,
    PlacePrecision.REGION: 75, PlacePrecision.COUNTRY: 300,
}  # fmt: skip


def write_geojson(codings: Iterable[Coding], folder: Path) -> Manifest:
    """Write events.geojson, a FeatureCollection; a point of coarse precision says so in ``coarse`` and ``radius_km``."""
    with open_export(folder) as out:
        file = out.open("events.geojson")
        file.write('{"type":"FeatureCollection","features":[')
        separator = "\n"
        for coding in codings:
            for event in coding.events:
                line = json.dumps(feature(coding.document, event), ensure_ascii=False, separators=(",", ":"))
                file.write(separator + line, rows=1)
                separator = ",\n"
            out.count(len(coding.events))
        file.write("\n]}\n")
        return out.finish("geojson")


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

"""Coarsen places: nothing finer than the chosen level, with the precision changed to match."""

from __future__ import annotations

import math
from enum import StrEnum

from contested.model.events import EventPlace
from contested.model.vocabulary import PlacePrecision

WITHHELD = "[place withheld]"


class PlaceLevel(StrEnum):
    """The finest level of place that an export may tell."""

    EXACT = "exact"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


_ORDER = (
    PlacePrecision.EXACT, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.REGION,
    PlacePrecision.COUNTRY,
)  # fmt: skip
CELL_DEGREES = {PlaceLevel.TOWN: 0.1, PlaceLevel.DISTRICT: 0.25, PlaceLevel.REGION: 1.0}
"""Side of the grid cell whose middle stands for a coarsened place, in degrees."""


def is_finer(place: EventPlace, level: PlaceLevel) -> bool:
    """Is a place told more finely than the level allows? One of unknown precision counts as fine."""
    if level is PlaceLevel.EXACT:
        return False
    if place.precision is PlacePrecision.UNKNOWN:
        return True
    return _ORDER.index(place.precision) < _ORDER.index(PlacePrecision(level.value))


def coarsen(place: EventPlace, level: PlaceLevel) -> EventPlace:
    """Tell a place at the level: the name of what holds it, and the middle of a grid cell in place of the point.

    The words that name the place are left away with the name.
    """
    if not is_finer(place, level):
        return place
    holder = None if level is PlaceLevel.COUNTRY else place.admin1
    name = holder or place.country or WITHHELD
    update = {
        "text": name, "name": name, "admin1": holder, "precision": PlacePrecision(level.value), "evidence": (),
        "latitude": _middle(place.latitude, level), "longitude": _middle(place.longitude, level),
    }  # fmt: skip
    return place.model_copy(update=update)


def _middle(degrees: float | None, level: PlaceLevel) -> float | None:
    side = CELL_DEGREES.get(level)
    return None if degrees is None or side is None else round((math.floor(degrees / side) + 0.5) * side, 4)

"""Search the gazetteer for the place of an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from contested.model.vocabulary import PlacePrecision

if TYPE_CHECKING:
    from contested.mentions.places import Gazetteer

MOST = 12


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place of the gazetteer as the place of an event would name it; degrees, WGS 84."""

    name: str
    admin1: str | None
    country: str
    latitude: float | None
    longitude: float | None
    precision: str
    population: int


def _open() -> Gazetteer:
    from contested.mentions.places.keeping import open_gazetteer

    return open_gazetteer(None)


@dataclass
class PlaceSearch:
    """Looks names up; the gazetteer is opened with the first search, and is asked by one thread at a time."""

    open: Callable[[], Gazetteer] = _open
    _gazetteer: Gazetteer | None = None
    _divisions: dict[str, str] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def find(self, name: str) -> list[FoundPlace]:
        """Give the places that go by a name, the most populous first; none for a name of blanks."""
        if not name.strip():
            return []
        with self._lock:
            if self._gazetteer is None:
                self._gazetteer = self.open()
                self._divisions = self._gazetteer.divisions()
            hits = self._gazetteer.find(name)[:MOST]
        return [
            FoundPlace(e.name, self._divisions.get(f"{e.country}.{e.admin1}", self._divisions.get(e.admin1 or "")), e.country, e.latitude, e.longitude, _precision(e.kind), e.population)
            for e in (hit.entry for hit in hits)
        ]


def _precision(kind: str) -> str:
    """Say how finely an entry of the gazetteer places an event."""
    known = {"country": PlacePrecision.COUNTRY, "division1": PlacePrecision.REGION, "division2": PlacePrecision.DISTRICT, "region": PlacePrecision.REGION}
    return known.get(kind, PlacePrecision.TOWN).value

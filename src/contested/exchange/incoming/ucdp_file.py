"""A file in UCDP GED's columns, also one without a header."""

from __future__ import annotations

from datetime import date

from contested.assessing.policies.accounts import RANGE_OF_REPORTS
from contested.errors import InputError
from contested.exchange.incoming.coded_rows import coded_row, country_code, dated, month_of, read_rows
from contested.exchange.incoming.record import Import, Incoming
from contested.exchange.incoming.sheet import Sheet, SheetRow, check_columns
from contested.exchange.incoming.values import read_count, read_day, read_degrees
from contested.exchange.ucdp import COLUMNS, ONE_SIDED
from contested.model.events import Casualty, Event, EventDate, EventPlace, Party
from contested.model.vocabulary import ActorKind, CasualtyKind, DatePrecision, PlacePrecision

NEEDED = (
    "id", "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "latitude", "longitude", "country", "date_prec",
    "date_start", "date_end", "best", "high", "low",
)  # fmt: skip
_PLACES = {
    1: PlacePrecision.TOWN, 2: PlacePrecision.TOWN, 3: PlacePrecision.DISTRICT, 4: PlacePrecision.REGION, 5: PlacePrecision.REGION,
    6: PlacePrecision.COUNTRY,
}  # fmt: skip
_DAYS = {1: DatePrecision.DAY, 2: DatePrecision.DAY, 3: DatePrecision.WEEK, 4: DatePrecision.MONTH, 5: DatePrecision.YEAR}
_LATER = ("country_id_new", "dyad_id", "conflict_id", "gwno_a", "gwno_b", "gwab")


def read_ucdp(sheet: Sheet, coder: str) -> Import:
    """Give an event for each row, by a coder of that name; a row that cannot be read is an error in its place."""
    yield from check_columns(sheet, NEEDED, (*COLUMNS, *_LATER))
    yield from read_rows(sheet, lambda row: _incoming(row, coder))


def _incoming(row: SheetRow, coder: str) -> Incoming:
    kind = read_count(row, "type_of_violence")
    if kind not in (1, 2, 3):
        raise InputError(f"the column 'type_of_violence' holds {row['type_of_violence'][:40]!r}", where=row.where, fix="It must be 1, 2 or 3.")
    event = Event(
        id=row["id"], action="armed_attack" if kind == ONE_SIDED else "clash", date=_date(row), place=_place(row),
        perpetrators=_party(row["side_a"], state=row["side_a"].startswith("Government")), targets=_targets(row["side_b"]),
        casualties=_tolls(row), aggregate=row["event_clarity"] == "2",
    )  # fmt: skip
    notes = row["source_headline"] or row["source_article"]
    own = bool(row["relid"]) and row["id"].isdigit() and row["relid"] == f"{int(row['id']):012x}"
    return coded_row(row, "ucdp", row["id"], event, coder, notes, row["source_office"] or None, own=own)


def _party(name: str, *, state: bool = False) -> tuple[Party, ...]:
    return (Party(name=name, text=name, kind=ActorKind.GOVERNMENT if state else ActorKind.GROUP),) if name else ()


def _targets(name: str) -> tuple[Party, ...]:
    if name.casefold() == "civilians":
        return (Party(name="civilians", text=name, kind=ActorKind.CIVILIANS),)
    return _party(name, state=name.startswith("Government"))


def _tolls(row: SheetRow) -> tuple[Casualty, ...]:
    """Keep ``best`` as the dataset's own number and ``low`` to ``high`` as a range beside it."""
    best, low, high = (read_count(row, c) for c in ("best", "low", "high"))
    if best is not None and low is not None and high is not None and not low <= best <= high:
        raise InputError(f"best ({best}) is not between low ({low}) and high ({high})", where=row.where, fix="Check the three columns.")
    tolls = [Casualty(kind=CasualtyKind.KILLED, low=best, high=best)] if best is not None else []
    if (low, high) != (best, best):
        tolls.append(Casualty(kind=CasualtyKind.KILLED, low=low, high=high, asserted_by=RANGE_OF_REPORTS))
    return tuple(tolls)


def _date(row: SheetRow) -> EventDate:
    start, end = read_day(row, "date_start"), read_day(row, "date_end")
    if end < start:
        raise InputError("date_end is before date_start", where=row.where, fix="Check the two columns.")
    precision = _DAYS.get(read_count(row, "date_prec") or 1, DatePrecision.YEAR)
    if start == end and precision is DatePrecision.MONTH:
        start, end = month_of(start)
    if start == end and precision is DatePrecision.YEAR:
        start, end = date(start.year, 1, 1), date(start.year, 12, 31)
    return dated(start, end, precision)


def _place(row: SheetRow) -> EventPlace | None:
    name = row["where_coordinates"] or row["adm_2"] or row["adm_1"] or row["country"]
    if not name:
        return None
    precision = read_count(row, "where_prec") or 1
    return EventPlace(
        text=f"near {name}" if precision == 2 else row["where_description"] or name, name=name, admin1=row["adm_1"] or None,
        country=country_code(row["country"]), latitude=read_degrees(row, "latitude", 90), longitude=read_degrees(row, "longitude", 180),
        precision=_PLACES.get(precision, PlacePrecision.UNKNOWN),
    )  # fmt: skip

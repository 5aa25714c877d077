"""A file in ACLED's columns, with labels or numbers for the kinds of actors."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from contested.errors import InputError
from contested.exchange.acled import COLUMNS, INTER
from contested.exchange.incoming.coded_rows import coded_row, country_code, dated, month_of, read_rows
from contested.exchange.incoming.record import Import, Incoming
from contested.exchange.incoming.sheet import Sheet, SheetRow, check_columns
from contested.exchange.incoming.values import read_count, read_day, read_degrees
from contested.model.events import Casualty, Event, EventDate, EventPlace, Party
from contested.model.vocabulary import ActorKind, CasualtyKind, DatePrecision, PlacePrecision
from contested.resources import read_table

NEEDED = (
    "event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "country", "location", "latitude", "longitude", "fatalities",
)  # fmt: skip
_FORMER = ("data_id", "event_id_no_cnty", "iso3", "admin1_code")
_KINDS = {
    "State forces": ActorKind.FORCE, "Rebel group": ActorKind.GROUP, "Political militia": ActorKind.GROUP,
    "Identity militia": ActorKind.GROUP, "Rioters": ActorKind.CIVILIANS, "Protesters": ActorKind.CIVILIANS,
    "Civilians": ActorKind.CIVILIANS, "External/Other forces": ActorKind.FORCE,
}  # fmt: skip
_LETTERS = re.compile(r"^[A-Z][\w’'/-]{1,14}:\s+")
_YEARS = re.compile(r"\s*\((?:19|20)\d\d-(?:(?:19|20)\d\d)?\)$")
_PLACES = {1: PlacePrecision.TOWN, 2: PlacePrecision.DISTRICT, 3: PlacePrecision.REGION}


def read_acled(sheet: Sheet, coder: str) -> Import:
    """Give an event for each row, by a coder of that name; a row that cannot be read is an error in its place."""
    yield from check_columns(sheet, NEEDED, (*COLUMNS, *_FORMER))
    yield from read_rows(sheet, lambda row: _incoming(row, coder))


def _incoming(row: SheetRow, coder: str) -> Incoming:
    key = row["event_id_cnty"]
    if not key:
        raise InputError("the column 'event_id_cnty' is empty", where=row.where, fix="Give every event its id.")
    killed = read_count(row, "fatalities")
    tolls = () if killed is None else (Casualty(kind=CasualtyKind.KILLED, low=killed, high=killed),)
    event = Event(
        id=key, action=_action(row), date=_date(row), place=_place(row), perpetrators=_side(row, "1"), targets=_side(row, "2"), casualties=tolls,
    )  # fmt: skip
    own = row["tags"].startswith("status=")
    return coded_row(row, "acled", key, event, coder, row["notes"], row["source"] or None, own=own)


def _action(row: SheetRow) -> str:
    words = row["sub_event_type"]
    act = _acts().get(words.casefold())
    if act is None:
        raise InputError(f"the column 'sub_event_type' holds {words[:40]!r}", where=row.where, fix="It must be one of the 25 of that codebook.")
    return act


@cache
def _acts() -> dict[str, str]:
    return {r["sub_event_type"].casefold(): r["action"] for r in read_table("acled_acts.csv", ("sub_event_type", "action"))}


def _date(row: SheetRow) -> EventDate:
    day = read_day(row, "event_date")
    precision = read_count(row, "time_precision") or 1
    if precision == 1:
        return dated(day, day, DatePrecision.DAY)
    if precision == 2:
        return dated(_moved(day, -3), _moved(day, 3), DatePrecision.WEEK)
    return dated(*month_of(day), DatePrecision.MONTH)


def _moved(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _place(row: SheetRow) -> EventPlace | None:
    name = row["location"] or row["admin1"] or row["country"]
    if not name:
        return None
    return EventPlace(
        text=name, name=name, admin1=row["admin1"] or None, country=country_code(row["country"], row["iso"]),
        latitude=read_degrees(row, "latitude", 90), longitude=read_degrees(row, "longitude", 180),
        precision=_PLACES.get(read_count(row, "geo_precision") or 1, PlacePrecision.REGION),
    )  # fmt: skip


def _side(row: SheetRow, number: str) -> tuple[Party, ...]:
    code = row[f"inter{number}"]
    label = INTER[int(code) - 1] if code.isdigit() and 0 < int(code) <= len(INTER) else code
    if code and code != "0" and label.casefold() not in {i.casefold() for i in INTER}:
        raise InputError(f"the column 'inter{number}' holds {code[:40]!r}", where=row.where, fix=f"It must be 1 to 8, or one of {', '.join(INTER)}.")
    kind = next((k for i, k in _KINDS.items() if i.casefold() == label.casefold()), "")
    names = [row[f"actor{number}"], *row[f"assoc_actor_{number}"].split(";")]
    stripped = [n.strip() for n in names if n.strip()]
    return tuple(Party(name=_plain_name(n), text=n, kind=str(kind) if at == 0 else "") for at, n in enumerate(stripped))


def _plain_name(name: str) -> str:
    """Leave away what that dataset adds to a name: the letters before it, the years of a government after it."""
    return _YEARS.sub("", _LETTERS.sub("", name)) or name

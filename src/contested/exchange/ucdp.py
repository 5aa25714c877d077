"""The column layout of UCDP GED (49 columns), filled from codings; this is a layout, not that project's data.

Holds what that dataset would: dated acts of violence with at least one death. Numbers of conflicts, dyads, actors and
countries of that project are left empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from contested.exchange.cells import Cell
from contested.exchange.evidence import EVIDENCE_COLUMNS, evidence_rows
from contested.exchange.figures import largest, smallest, totals
from contested.exchange.folder import ExportFolder
from contested.exchange.readings import Reading, Readings
from contested.exchange.schemes import find_country, is_civilian, is_state, load_acts, row_key
from contested.model.events import Event, EventPlace
from contested.model.vocabulary import CasualtyKind, DatePrecision, PlacePrecision

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
WHERE_PREC = {
    PlacePrecision.EXACT: 1, PlacePrecision.NEIGHBOURHOOD: 1, PlacePrecision.TOWN: 1, PlacePrecision.DISTRICT: 3,
    PlacePrecision.REGION: 4, PlacePrecision.COUNTRY: 6,
}  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_FIELDS = {
    "event": "source_original", "action": "type_of_violence", "date": "date_start", "place": "where_coordinates",
    "perpetrator": "side_a", "target": "side_b", "killed": "best",
}  # fmt: skip


def write_ucdp(readings: Readings, out: ExportFolder) -> None:
    """Write events.csv in the 49 columns, and evidence.csv whose ``row`` is an ``id``."""
    events = out.open_table("events.csv", COLUMNS)
    evidence = out.open_table("evidence.csv", EVIDENCE_COLUMNS)
    for reading in readings:
        fitting = [e for e in reading[1].events if is_fatal(e)]
        for event in fitting:
            row = ucdp_row(reading, event)
            events.write_row([row[column] for column in COLUMNS])
            for spans in evidence_rows(row["id"], reading[0].name, event, _FIELDS):
                evidence.write_row(spans)
        out.count(len(fitting))


def is_fatal(event: Event) -> bool:
    """Does the event belong in this layout: dated violence that somebody says killed at least one?"""
    act = load_acts().get(event.action)
    dated_violence = event.date.start is not None and act is not None and act.family == "violence"
    return dated_violence and (largest(totals(event, CasualtyKind.KILLED)) or 0) >= 1


def ucdp_row(reading: Reading, event: Event) -> Mapping[str, Cell]:
    """Fill the columns of an event that ``is_fatal``; those that need that project's own numbers stay empty."""
    document, coding = reading
    figures = totals(event, CasualtyKind.KILLED)
    own = [t for t in figures if t.speaker is None]
    best = smallest(own) or smallest(figures) or 0
    side_a = event.perpetrators[0].name if event.perpetrators else "Unknown"
    kind = type_of_violence(event)
    side_b = "Civilians" if kind == ONE_SIDED else event.targets[0].name if event.targets else "Unknown"
    key = row_key(coding, event)
    filled: dict[str, Cell] = {
        "id": int(key, 16), "relid": key, "year": event.date.start.year if event.date.start else None,
        "code_status": "Clear", "type_of_violence": kind, "side_a": side_a, "side_b": side_b,
        "dyad_name": f"{side_a} - {side_b}", "number_of_sources": 1, "source_article": document.name,
        "source_office": document.publisher, "source_date": document.published, "source_headline": document.title,
        "source_original": "; ".join(t.speaker for t in figures if t.speaker) or None,
        "event_clarity": 2 if event.aggregate else 1, "date_prec": date_precision(event),
        "date_start": event.date.start, "date_end": event.date.end, "best": best,
        "high": max(largest(figures) or 0, best), "low": min((n for t in figures for n in (t.low,) if n is not None), default=best),
    }  # fmt: skip
    return dict.fromkeys(COLUMNS) | filled | _deaths(event, best, kind) | _where(event.place)


def type_of_violence(event: Event) -> int:
    """Decide between state-based (1), non-state (2) and one-sided (3), as far as the kinds of the parties tell."""
    if event.targets and all(is_civilian(t) for t in event.targets):
        return ONE_SIDED
    return STATE_BASED if any(is_state(p) for p in (*event.perpetrators, *event.targets)) else NON_STATE


def date_precision(event: Event) -> int:
    """Grade the date: 1 day, 2 range of 2 to 6 days, 3 week, 4 month, 5 longer."""
    days = (event.date.end - event.date.start).days + 1 if event.date.start and event.date.end else 1
    if event.date.precision is DatePrecision.DAY and days <= 6:
        return 1 if days == 1 else 2
    return 3 if days <= 10 else 4 if days <= 31 else 5


def grid_cell(latitude: float, longitude: float) -> int:
    """Number the half-degree cell of PRIO-GRID: 1 in the south-west corner, 720 to a row."""
    return math.floor((latitude + 90) * 2) * 720 + math.floor((longitude + 180) * 2) + 1


def _deaths(event: Event, best: int, kind: int) -> dict[str, Cell]:
    """Share ``best`` out among the sides by the document's groups; what is left over is unknown."""
    columns = {p.name: "deaths_a" for p in event.perpetrators} | {t.name: "deaths_b" for t in event.targets}
    columns |= {t.name: "deaths_civilians" for t in event.targets if is_civilian(t)}
    shares = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0}
    for name, column in columns.items():
        given = [c for c in event.casualties if c.kind is CasualtyKind.KILLED and c.of == name and c.low is not None]
        shares[column] += min((c.low or 0 for c in given), default=0)
    rest = best - sum(shares.values())
    if rest < 0:
        shares, rest = dict.fromkeys(shares, 0), best
    if kind == ONE_SIDED and rest and not sum(shares.values()):
        shares["deaths_civilians"], rest = rest, 0
    return {**shares, "deaths_unknown": rest}


def _where(place: EventPlace | None) -> dict[str, Cell]:
    if place is None:
        return {}
    country = find_country(place.country)
    filled: dict[str, Cell] = {
        "where_prec": WHERE_PREC.get(place.precision), "where_coordinates": place.name, "where_description": place.text,
        "adm_1": place.admin1, "country": country.name if country else None,
        "region": country.ucdp_region if country else None,
    }  # fmt: skip
    if place.text != place.name and filled["where_prec"] == 1 and place.precision is PlacePrecision.TOWN:
        filled["where_prec"] = 2 if place.text.split()[0].casefold() in ("near", "outside", "between") else 1
    if place.latitude is not None and place.longitude is not None:
        point = f"POINT ({place.longitude} {place.latitude})"
        cell = grid_cell(place.latitude, place.longitude)
        filled |= {"latitude": place.latitude, "longitude": place.longitude, "geom_wkt": point, "priogrid_gid": cell}
    return filled

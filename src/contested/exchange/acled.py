"""The column layout of ACLED's files (31 columns), filled from codings; this is a layout, not that project's data."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from contested.exchange.cells import Cell
from contested.exchange.evidence import EVIDENCE_COLUMNS, evidence_rows
from contested.exchange.figures import smallest, totals
from contested.exchange.folder import ExportFolder
from contested.exchange.readings import Reading, Readings, source_name
from contested.exchange.schemes import (
    find_country,
    is_civilian,
    is_state,
    load_acts,
    names,
    representative_day,
    row_key,
)
from contested.model.events import Event, Party
from contested.model.vocabulary import ActorKind, CasualtyKind, DatePrecision, PlacePrecision

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
EVENT_TYPES = (
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments",
)  # fmt: skip
TIME_PRECISION = {DatePrecision.DAY: 1, DatePrecision.WEEK: 2}
GEO_PRECISION = {
    PlacePrecision.EXACT: 1, PlacePrecision.NEIGHBOURHOOD: 1, PlacePrecision.TOWN: 1, PlacePrecision.DISTRICT: 2,
    PlacePrecision.REGION: 3, PlacePrecision.COUNTRY: 3,
}  # fmt: skip
INTER = (
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
    "External/Other forces",
)  # fmt: skip
_VIOLENT = frozenset(EVENT_TYPES[:3])
_FIELDS = {
    "event": "notes", "action": "sub_event_type", "date": "event_date", "place": "location", "perpetrator": "actor1",
    "perpetrator+": "assoc_actor_1", "target": "actor2", "target+": "assoc_actor_2", "killed": "fatalities", "claim": "tags",
}  # fmt: skip


class CodeStyle(StrEnum):
    """How ``inter1``, ``inter2`` and ``interaction`` are written."""

    LABELS = "labels"
    NUMBERS = "numbers"


def write_acled(readings: Readings, out: ExportFolder, style: CodeStyle = CodeStyle.LABELS) -> None:
    """Write events.csv in the 31 columns, and evidence.csv whose ``row`` is an ``event_id_cnty``."""
    events = out.open_table("events.csv", COLUMNS)
    evidence = out.open_table("evidence.csv", EVIDENCE_COLUMNS)
    for reading in readings:
        document, coding = reading
        for event in coding.events:
            row = acled_row(reading, event, style)
            events.write_row(row)
            for spans in evidence_rows(row[0], document.name, event, _FIELDS):
                evidence.write_row(spans)
        out.count(len(coding.events))


def acled_row(reading: Reading, event: Event, style: CodeStyle = CodeStyle.LABELS) -> tuple[Cell, ...]:
    """Fill the columns. Fatalities are the most cautious number above nought, 0 where none is given."""
    document, coding = reading
    kind, sub_kind = event_type(event)
    country = find_country(event.place.country if event.place else None)
    when = representative_day(event)
    key = (country.iso3 if country else "XXX") + row_key(coding, event)
    civilians = kind in _VIOLENT and any(is_civilian(t) for t in event.targets)
    place = event.place
    where: tuple[Cell, ...] = (None,) * 7
    if place:
        point = (place.latitude, place.longitude, GEO_PRECISION.get(place.precision))
        where = (place.admin1, None, None, place.name, *point)
    return (
        key, when, when.year if when else None, TIME_PRECISION.get(event.date.precision, 3) if when else None,
        disorder_type(kind, sub_kind), kind, sub_kind, *_sides(event, kind, country.name if country else "", style),
        "Civilian targeting" if civilians else None, country.number if country else None,
        country.acled_region if country else None, country.name if country else None, *where, source_name(document), None,
        " ".join(" ".join(s.text.split()) for s in event.evidence), smallest(totals(event, CasualtyKind.KILLED)) or 0,
        f"status={event.status.value}", None,
    )  # fmt: skip


def event_type(event: Event) -> tuple[str, str]:
    """Give event type and sub-event type from the actions table, by whether civilians are the target."""
    act = load_acts().get(event.action)
    if act is None:
        return "Strategic developments", "Other"
    code = act.civilian_target if event.targets and all(is_civilian(t) for t in event.targets) else act.armed_target
    kind = next(k for k in EVENT_TYPES if code.startswith(f"{k}/"))
    return kind, code[len(kind) + 1 :]


def disorder_type(kind: str, sub_kind: str) -> str:
    """Give the disorder type that an event type and sub-event type belong to."""
    if sub_kind == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if kind == "Protests" or sub_kind == "Violent demonstration":
        return "Demonstrations"
    return "Strategic developments" if kind == "Strategic developments" else "Political violence"


def _sides(event: Event, kind: str, country: str, style: CodeStyle) -> tuple[Cell, ...]:
    first, second = list(event.perpetrators), list(event.targets)
    if not first and kind not in _VIOLENT:
        first, second = second, []
    unknown = f"Unidentified Armed Group ({country})" if country else "Unidentified Armed Group"
    actor1 = first[0].name if first else unknown if kind in _VIOLENT else None
    inter1, inter2 = (_inter(side) for side in (first, second))
    associates = (names(first[1:]) or None, names(second[1:]) or None)
    actor2 = second[0].name if second else None
    codes = (inter1, inter2, _interaction(inter1, inter2))
    shown = codes if style is CodeStyle.LABELS else inter_numbers(inter1, inter2)
    return actor1, associates[0], shown[0], actor2, associates[1], shown[1], shown[2]


def _inter(side: Sequence[Party]) -> str | None:
    """Classify the first actor of a side; None where its kind does not tell."""
    if not side:
        return None
    party = side[0]
    if party.name.casefold() in ("protesters", "rioters"):
        return party.name.capitalize()
    if is_state(party):
        return "State forces"
    if is_civilian(party):
        return "Civilians"
    return "Rebel group" if party.kind == ActorKind.GROUP else None


def _interaction(inter1: str | None, inter2: str | None) -> str | None:
    pair = sorted((i for i in (inter1, inter2) if i), key=INTER.index)
    if len(pair) == 2:
        return "-".join(pair)
    return f"{pair[0]} only" if pair else None


def inter_numbers(inter1: str | None, inter2: str | None) -> tuple[int | None, int | None, int | None]:
    """Give the codes of older files: 1 to 8 for each side, and both in one number, the lower first ("12", "17", "10")."""
    first, second = (INTER.index(i) + 1 if i else None for i in (inter1, inter2))
    pair = sorted(n for n in (first, second) if n)
    return first, second, (pair[0] * 10 + (pair[1] if len(pair) > 1 else 0)) if pair else None

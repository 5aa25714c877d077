"""The column layout of ACLED's files (31 columns), filled from codings; this is a layout, not that project's data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from contested.exchange.cells import Cell
from contested.exchange.csv_bundle import EVIDENCE_COLUMNS, evidence_rows
from contested.exchange.figures import smallest, totals
from contested.exchange.folder import open_export
from contested.exchange.manifest import Manifest
from contested.exchange.schemes import find_country, is_civilian, is_state, load_acts, names, row_key
from contested.model.events import Coding, Event, Party
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
_VIOLENT = frozenset(EVENT_TYPES[:3])
_INTER_ORDER = ("State forces", "Rebel group", "Rioters", "Protesters", "Civilians")


def write_acled(codings: Iterable[Coding], folder: Path) -> Manifest:
    """Write events.csv in the 31 columns, and evidence.csv with the quotations by ``event_id_cnty``."""
    with open_export(folder) as out:
        events = out.open_table("events.csv", COLUMNS)
        evidence = out.open_table("evidence.csv", ("event_id_cnty", *EVIDENCE_COLUMNS))
        for coding in codings:
            for event in coding.events:
                row = acled_row(coding, event)
                events.write_row(row)
                for spans in evidence_rows(coding.document, event):
                    evidence.write_row((row[0], *spans))
            out.count(len(coding.events))
        return out.finish("acled")


def acled_row(coding: Coding, event: Event) -> tuple[Cell, ...]:
    """Fill the columns. Fatalities are the most cautious number above nought, 0 where none is given."""
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
        disorder_type(kind, sub_kind), kind, sub_kind, *_sides(event, kind, country.name if country else ""),
        "Civilian targeting" if civilians else None, country.number if country else None,
        country.acled_region if country else None, country.name if country else None, *where, coding.document, None,
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


def representative_day(event: Event) -> date | None:
    """Choose the one day that stands for an event: the first, but the middle of a month or year."""
    start, end = event.date.start, event.date.end
    if start is None or end is None or event.date.precision in (DatePrecision.DAY, DatePrecision.WEEK):
        return start
    return start + timedelta(days=(end - start).days // 2)


def _sides(event: Event, kind: str, country: str) -> tuple[Cell, ...]:
    first, second = list(event.perpetrators), list(event.targets)
    if not first and kind not in _VIOLENT:
        first, second = second, []
    unknown = f"Unidentified Armed Group ({country})" if country else "Unidentified Armed Group"
    actor1 = first[0].name if first else unknown if kind in _VIOLENT else None
    inter1, inter2 = (_inter(side) for side in (first, second))
    associates = (names(first[1:]) or None, names(second[1:]) or None)
    actor2 = second[0].name if second else None
    return actor1, associates[0], inter1, actor2, associates[1], inter2, _interaction(inter1, inter2)


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
    pair = sorted((i for i in (inter1, inter2) if i), key=_INTER_ORDER.index)
    if len(pair) == 2:
        return "-".join(pair)
    return f"{pair[0]} only" if pair else None

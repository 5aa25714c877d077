"""The column layout of ACLED's files (31 columns), filled from codings; this is a layout, not that project's data."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from contested.exchange.cells import Cell
from contested.exchange.collection import Collection
from contested.exchange.event_rows import joined_words
from contested.exchange.evidence import INCIDENT_EVIDENCE_COLUMNS, incident_evidence
from contested.exchange.folder import ExportFolder
from contested.exchange.incidents import Incident
from contested.exchange.readings import source_name
from contested.exchange.schemes import (
    find_country,
    is_civilian,
    is_near,
    is_state,
    load_acts,
    names,
    representative_day,
)
from contested.model.events import Event, EventPlace, Party
from contested.model.vocabulary import ActorKind, DatePrecision, PlacePrecision

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


def write_acled(collection: Collection, out: ExportFolder, style: CodeStyle = CodeStyle.LABELS) -> None:
    """Write events.csv in the 31 columns, a row an incident, and evidence.csv whose ``row`` is an ``event_id_cnty``."""
    events = out.open_table("events.csv", COLUMNS)
    evidence = out.open_table("evidence.csv", INCIDENT_EVIDENCE_COLUMNS)
    for incident in collection.incidents():
        row = acled_row(incident, style)
        events.write_row(row)
        for spans in incident_evidence(row[0], incident, _FIELDS):
            evidence.write_row(spans)
        out.count_incident(incident)


def acled_row(incident: Incident, style: CodeStyle = CodeStyle.LABELS) -> tuple[Cell, ...]:
    """Fill the columns. Fatalities are the policy's number, 0 where no source gives one, empty where the policy chooses none."""
    event, derived = incident.event, incident.derived
    kind, sub_kind = event_type(event)
    country = find_country(event.place.country if event.place else None)
    when = representative_day(event)
    civilians = kind in _VIOLENT and any(is_civilian(t) for t in event.targets)
    sources = dict.fromkeys(source_name(t.document) for t in incident.told)
    return (
        (country.iso3 if country else "XXX") + incident.key, when, when.year if when else None,
        TIME_PRECISION.get(event.date.precision, 3) if when else None,
        disorder_type(kind, sub_kind), kind, sub_kind, *_sides(event, kind, country.name if country else "", style),
        "Civilian targeting" if civilians else None, country.number if country else None,
        country.acled_region if country else None, country.name if country else None, *_where(event.place), "; ".join(sources), None,
        joined_words(incident.told[0].event.evidence), derived.best if derived.accounts else 0, _tags(incident), None,
    )  # fmt: skip


def _tags(incident: Incident) -> str:
    """Tell what the other columns have no room for: the status, the range that the sources give, the policy."""
    told = incident.derived.accounts
    spread = [f"killed={' | '.join(a.told() for a in told)}"] if len(told) > 1 else []
    return "; ".join([f"status={incident.event.status.value}", f"policy={incident.derived.policy}", *spread])


def _where(place: EventPlace | None) -> tuple[Cell, ...]:
    if place is None:
        return (None,) * 7
    precision = 2 if is_near(place) else GEO_PRECISION.get(place.precision)
    return place.admin1, None, None, place.name, place.latitude, place.longitude, precision


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
    first, second = list(event.perpetrators), _as_civilians(event.targets, country)
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


def _as_civilians(parties: Sequence[Party], country: str) -> list[Party]:
    """Put "Civilians (Country)" for civilians, as those files do; who they were follows as an associate."""
    civil = [p for p in parties if is_civilian(p) and p.name.casefold() not in ("protesters", "rioters")]
    if not civil or civil[0] is not parties[0]:
        return list(parties)
    label = f"Civilians ({country})" if country else "Civilians"
    collective = Party(name=label, text=label, kind=ActorKind.CIVILIANS)
    return [collective, *(p for p in parties if p.name.casefold() != "civilians")]


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

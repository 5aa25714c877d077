"""What the flat layouts of other datasets need to know of an event: its act, its sides, its country."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pycountry

from contested.model.events import Coding, Event, EventPlace, Party
from contested.model.vocabulary import ActorKind, DatePrecision, PlacePrecision
from contested.resources import read_table

_ACTION_COLUMNS = ("action", "family", "acled_armed_target", "acled_civilian_target", "plover", "gtd", "definition")
_CIVILIANS = frozenset({ActorKind.CIVILIANS, ActorKind.PERSON, ActorKind.ORGANISATION})
_OUTSIDE_ISO = {"XK": "Kosovo", "XS": "Somaliland"}
_BESIDE = re.compile(r"\b(?:near|outside|between|close to|outskirts|(?:km|kilometers?|kilometres?|miles?)\b.*\b(?:of|from))\b", re.IGNORECASE)
_STATE = frozenset({ActorKind.FORCE, ActorKind.GOVERNMENT, ActorKind.OFFICE})


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the actions table: its family, the "type/sub-type" by whether civilians are the target, "CATEGORY/mode"."""

    family: str
    armed_target: str
    civilian_target: str
    plover: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country; ``number`` is ISO 3166-1 numeric, None for codes outside the standard."""

    name: str
    iso3: str
    number: int | None
    acled_region: str
    ucdp_region: str


@cache
def load_acts() -> dict[str, Act]:
    """Read the crosswalk of actions."""
    rows = read_table("actions.csv", _ACTION_COLUMNS)
    return {r["action"]: Act(r["family"], r["acled_armed_target"], r["acled_civilian_target"], r["plover"]) for r in rows}


@cache
def find_country(iso: str | None) -> Country | None:
    """Look a country up by ISO 3166-1 alpha-2; None for none or an unknown code."""
    if iso is None:
        return None
    regions = _load_regions().get(iso, ("", ""))
    found = pycountry.countries.get(alpha_2=iso)
    if found is not None:
        return Country(_load_names().get(iso) or str(getattr(found, "common_name", found.name)), found.alpha_3, int(found.numeric), *regions)
    return Country(_OUTSIDE_ISO[iso], iso, None, *regions) if iso in _OUTSIDE_ISO else None


@cache
def _load_names() -> dict[str, str]:
    rows = read_table("countries.csv", ("iso", "name", "demonyms", "capitals", "other_names"))
    return {r["iso"]: r["name"] for r in rows}


@cache
def _load_regions() -> dict[str, tuple[str, str]]:
    return {r["iso"]: (r["acled"], r["ucdp"]) for r in read_table("regions.csv", ("iso", "acled", "ucdp"))}


def is_civilian(party: Party) -> bool:
    """Is the party civilians, a person or a civil body, as far as its kind tells?"""
    return party.kind in _CIVILIANS or party.name.casefold() == "civilians"


def is_state(party: Party) -> bool:
    """Is the party a state's force or government, as far as its kind tells?"""
    return party.kind in _STATE


def is_near(place: EventPlace) -> bool:
    """Is the place told as one beside a town, not the town itself ("near Kayes", "12 km north of Kayes")?"""
    town = place.precision in (PlacePrecision.TOWN, PlacePrecision.EXACT, PlacePrecision.NEIGHBOURHOOD)
    return town and place.text != place.name and bool(_BESIDE.search(place.text))


def names(parties: Sequence[Party]) -> str:
    """Join names with "; "."""
    return "; ".join(p.name for p in parties)


def row_key(coding: Coding, event: Event) -> str:
    """Identify an event across exports: 12 hexadecimal digits from the document's hash and name and the event's id."""
    key = "\x1f".join((coding.sha256, coding.document, event.id))
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def representative_day(event: Event) -> date | None:
    """Choose the one day that stands for an event: the first, but the middle of a month or year."""
    start, end = event.date.start, event.date.end
    if start is None or end is None or event.date.precision in (DatePrecision.DAY, DatePrecision.WEEK):
        return start
    return start + timedelta(days=(end - start).days // 2)


@cache
def fixed_words() -> frozenset[str]:
    """Give the words, in lower case, that the layouts write as codes and labels whatever the events are."""
    acts = (w for a in load_acts().values() for w in (a.armed_target, a.civilian_target, a.plover))
    labels = ("Political violence Demonstrations Strategic developments State forces Rebel group militia Identity Civilians",
              "External Other targeting only Unidentified Armed Group Unknown Clear POINT Feature FeatureCollection ACTOR RECIP LOC DATE",
              "COP MIL GOV REB SOC CVL UNK Event Document Person PublicBody Organization LegalEntity UnknownLink")  # fmt: skip
    regions = (" ".join(r) for r in _load_regions().values())
    return frozenset(w.casefold() for words in (*acts, *labels, *regions) for w in re.findall(r"[^\W_]+", words))

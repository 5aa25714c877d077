"""Codings as they are compared: gold files and the program's own files, read into one kind of record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contested.errors import InputError

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JudgedDate:
    """A date as ISO days, both ends included; ``start`` None where the coder found none."""

    start: str | None
    end: str | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedPlace:
    """A place; coordinates in degrees, None where the coder gave none."""

    text: str
    name: str
    precision: str
    latitude: float | None = None
    longitude: float | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedName:
    """A perpetrator, target or weapon."""

    name: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedToll:
    """A toll of people by one speaker."""

    kind: str
    low: int | None
    high: int | None
    of: str | None = None
    asserted_by: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A party's position."""

    party: str
    stance: str
    about: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """What fills the slots of an event."""

    action: str
    date: JudgedDate
    place: JudgedPlace | None
    perpetrators: tuple[JudgedName, ...]
    targets: tuple[JudgedName, ...]
    weapons: tuple[JudgedName, ...]
    casualties: tuple[JudgedToll, ...]
    claims: tuple[JudgedClaim, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Further values of a gold event that are right as well."""

    action: tuple[str, ...] = ()
    date: tuple[JudgedDate, ...] = ()
    place: tuple[JudgedPlace | None, ...] = ()
    perpetrators: tuple[tuple[JudgedName, ...], ...] = ()
    targets: tuple[tuple[JudgedName, ...], ...] = ()
    casualties: tuple[tuple[JudgedToll, ...], ...] = ()
    claims: tuple[tuple[JudgedClaim, ...], ...] = ()
    status: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """One event of one coder. ``quote`` are words that tell it (gold), ``spans`` offsets of the telling sentences.

    ``optional`` events of gold cost nothing when missed; ``aggregate`` ones are totals over many events.
    """

    id: str
    values: Values
    quote: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    optional: bool = False
    aggregate: bool = False
    alternatives: Alternatives = Alternatives()
    confidence: float | None = None
    action_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedCoding:
    """All that one coder made of one document; ``profile`` holds (field, entry) pairs, None where there is none."""

    document: str
    events: tuple[JudgedEvent, ...]
    profile: tuple[tuple[str, str], ...] | None = None
    profile_fields: frozenset[str] = frozenset()


def read_coding(path: Path) -> JudgedCoding:
    """Read NAME.json of a gold folder or of ``contested code --out``.

    Raises: InputError: the file cannot be read, is no JSON, or lacks what a coding must have.
    """
    try:
        return coding_of(json.loads(path.read_text(encoding="utf-8")))
    except OSError as err:
        raise InputError("the coding cannot be read", where=str(path), fix="Check the path.") from err
    except (KeyError, TypeError, ValueError, AttributeError) as err:
        raise InputError(f"this is no coding ({err})", where=str(path), fix="It must have the shape of contested code --format json.") from err


def coding_of(found: Json) -> JudgedCoding:
    """Make the record of a coding from its JSON."""
    profile = found.get("profile")
    return JudgedCoding(
        found.get("document") or "", tuple(event_of(e) for e in found["events"]),
        tuple(_flat(profile)) if profile else None, frozenset(profile or ()),
    )


def event_of(found: Json) -> JudgedEvent:
    """Make the record of an event from its JSON, in the shape of gold or of the program."""
    spans = tuple((e["start"], e["end"]) for e in found.get("evidence") or ())
    return JudgedEvent(
        found.get("id") or "", _values(found), " ".join((found.get("quote") or "").split()), spans, bool(found.get("optional")),
        bool(found.get("aggregate")), _alternatives(found.get("alternatives") or {}), found.get("confidence"), found.get("action_confidence"),
    )


def _values(found: Json) -> Values:
    return Values(
        found.get("action") or "", _date(found.get("date")), _place(found.get("place")), _names(found.get("perpetrators")),
        _names(found.get("targets")), _names(found.get("weapons")), _tolls(found.get("casualties")), _claims(found.get("claims")),
        found.get("status") or "",
    )


def _alternatives(found: Json) -> Alternatives:
    return Alternatives(
        tuple(found.get("action", ())), tuple(JudgedDate(start, end) for start, end in found.get("date", ())),
        tuple(_place(p) for p in found.get("place", ())), tuple(_names(n) for n in found.get("perpetrators", ())),
        tuple(_names(n) for n in found.get("targets", ())), tuple(_tolls(t) for t in found.get("casualties", ())),
        tuple(_claims(c) for c in found.get("claims", ())), tuple(found.get("status", ())),
    )


def _date(found: Json | None) -> JudgedDate:
    if not found or not found.get("start"):
        return JudgedDate(None, None, found.get("confidence") if found else None)
    return JudgedDate(found["start"], found.get("end") or found["start"], found.get("confidence"))


def _place(found: Json | None) -> JudgedPlace | None:
    if not found:
        return None
    latitude, longitude = found.get("latitude"), found.get("longitude")
    return JudgedPlace(
        found.get("text") or "", found.get("name") or "", found.get("precision") or "", latitude, longitude, found.get("confidence"))


def _names(found: list[Any] | None) -> tuple[JudgedName, ...]:
    return tuple(JudgedName(n) if isinstance(n, str) else JudgedName(n.get("name") or n.get("text"), n.get("confidence")) for n in found or ())


def _tolls(found: list[Json] | None) -> tuple[JudgedToll, ...]:
    return tuple(
        JudgedToll(t["kind"], t.get("low"), t.get("high"), t.get("of"), t.get("asserted_by"), t.get("confidence")) for t in found or ())


def _claims(found: list[Json] | None) -> tuple[JudgedClaim, ...]:
    return tuple(JudgedClaim(c["party"], c["stance"], c.get("about") or "", c.get("confidence")) for c in found or ())


def _flat(profile: Json) -> Iterator[tuple[str, str]]:
    """Give the entries of a profile one by one, each with its field; an entry without a name by all it holds."""
    for key, value in profile.items():
        for item in value if isinstance(value, list) else [value]:
            entry = (item.get("name") or json.dumps(item, sort_keys=True)) if isinstance(item, dict) else item
            if entry not in (None, ""):
                yield key, str(entry)

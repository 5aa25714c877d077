"""Events, profiles and codings: what is derived from statements, in the shape that users read."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from contested.model.spans import Evidence
from contested.model.statements import Statement
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Stance, Status


class Derived(BaseModel):
    """Base of derived records: frozen. ``evidence`` are the words that the value stands on."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EventDate(Derived):
    """The date chosen for an event."""

    start: date | None
    end: date | None
    precision: DatePrecision
    basis: Basis
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


class EventPlace(Derived):
    """The place chosen for an event."""

    text: str
    name: str
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


class Party(Derived):
    """A perpetrator, target or weapon of an event."""

    name: str
    text: str
    kind: str = ""
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


class Casualty(Derived):
    """A toll by one speaker for one group."""

    kind: CasualtyKind
    low: int | None
    high: int | None
    of: str | None = None
    asserted_by: str | None = None
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


class Claim(Derived):
    """A position that a party takes."""

    party: str
    stance: Stance
    about: str
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


class Event(Derived):
    """One act by one side at one place and time (codebook 2)."""

    id: str
    action: str
    action_evidence: tuple[Evidence, ...] = ()
    action_confidence: float = 1.0
    date: EventDate
    place: EventPlace | None = None
    perpetrators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapons: tuple[Party, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    claims: tuple[Claim, ...] = ()
    status: Status = Status.REPORTED
    because: tuple[str, ...] = ()
    aggregate: bool = False
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


class LeftOut(Derived):
    """Words that name an act but were not coded, and why."""

    text: str
    start: int
    end: int
    why: str
    detail: str = ""


class ProfileItem(Derived):
    """One named entry of a profile, with its qualifiers ("alleged", "formerly", dates)."""

    name: str
    qualifier: str | None = None
    part_of: str | None = None
    leader: str | None = None
    since: str | None = None
    about: str | None = None
    evidence: tuple[Evidence, ...] = ()


class PlannedStructure(Derived):
    """A structure that the actor announced: how many groups, and the day it said so."""

    groups: int
    stated_on: date | None = None
    evidence: tuple[Evidence, ...] = ()


class Profile(Derived):
    """The actor that a document is about (codebook 7). ``evidence`` maps the plain fields to their words."""

    name: str
    aliases: tuple[ProfileItem, ...] = ()
    leaders: tuple[ProfileItem, ...] = ()
    founded: str | None = None
    dissolved: str | None = None
    ideology: tuple[ProfileItem, ...] = ()
    designated_by: tuple[ProfileItem, ...] = ()
    allies: tuple[ProfileItem, ...] = ()
    opponents: tuple[ProfileItem, ...] = ()
    opponents_in_text: tuple[ProfileItem, ...] = ()
    wars: tuple[ProfileItem, ...] = ()
    subgroups: tuple[ProfileItem, ...] = ()
    supporters: tuple[ProfileItem, ...] = ()
    planned_structure: PlannedStructure | None = None
    related: tuple[ProfileItem, ...] = ()
    evidence: dict[str, tuple[Evidence, ...]] = Field(default_factory=dict)


class Coding(Derived):
    """Everything that one coder read in one document."""

    document: str
    sha256: str
    coder: str
    profile: Profile | None = None
    events: tuple[Event, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    statements: tuple[Statement, ...] = Field(default=(), exclude=True)
    notes: tuple[str, ...] = ()

    def to_gold(self) -> dict[str, Any]:
        """Give the coding in the shape of the gold files, ready for JSON."""
        return self.model_dump(mode="json")

"""Policies, and what they derive from the accounts of one incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from contested.assessing.status import Side
from contested.model.events import EventDate, EventPlace
from contested.model.vocabulary import Status


class Figure(StrEnum):
    """Which number stands for an incident."""

    SMALLEST = "smallest"
    MIDDLE = "middle"
    LARGEST = "largest"
    RANGE = "range"


class Choice(StrEnum):
    """Which date or place stands for an incident."""

    MOST_SOURCES = "most_sources"
    MOST_PRECISE = "most_precise"
    EARLIEST = "earliest"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule with a name and a version. ``leave_out`` are the sides whose own word does not count.

    ``vague`` gives the number for a word ("dozens") wherever a figure rests on it, in place of the codebook's.
    """

    name: str
    version: str
    title: str
    copies_once: bool = True
    leave_out: frozenset[Side] = frozenset()
    figure: Figure = Figure.SMALLEST
    vague: Mapping[str, int] = field(default_factory=dict)
    date: Choice = Choice.MOST_SOURCES
    place: Choice = Choice.MOST_PRECISE

    @property
    def versioned(self) -> str:
        """Name the policy with its version, as it stands beside every figure."""
        return f"{self.name}/{self.version}"


@dataclass(frozen=True, slots=True)
class Account:
    """How many one source says were killed, by the speaker it cites (None: its own voice). None where the range is open."""

    document: str
    source: str
    speaker: str | None
    side: Side
    low: int | None
    high: int | None
    words: str = ""

    @property
    def number(self) -> int:
        """Give the number that the account stands for: the least that it asserts."""
        return self.low if self.low is not None else self.high or 0

    def told(self) -> str:
        """Write who says what: "police (in wire.txt): 12"."""
        many = "" if self.high is not None else " or more"
        span = f"up to {self.high}" if self.low is None else str(self.low) if self.high in (self.low, None) else f"{self.low} to {self.high}"
        return f"{self.speaker or 'own voice'} (in {self.document}): {span}{many if self.low is not None else ''}"


@dataclass(frozen=True, slots=True)
class Deaths:
    """Killed by whose they were: the perpetrators' side, the attacked armed side, civilians, not known."""

    a: int = 0
    b: int = 0
    civilians: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade, and why in plain words."""

    value: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """What a policy makes of an incident; ``best`` is None where nobody gives a number, or the policy chooses none.

    ``chosen`` is the account that ``best`` comes from; ``because`` says why the number and what was left out,
    ``status_because`` why the status.
    """

    policy: str
    low: int | None
    best: int | None
    high: int | None
    deaths: Deaths
    accounts: tuple[Account, ...]
    chosen: Account | None
    date: EventDate
    place: EventPlace | None
    harm: Grade
    attribution: Grade
    occurrence: Grade
    status: Status
    status_because: tuple[str, ...]
    because: tuple[str, ...]

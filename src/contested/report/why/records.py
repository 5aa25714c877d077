"""What an explanation holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Words that denote something: what kind, what they were read as, and the rule or table row (file:line) that found them."""

    kind: str
    text: str
    meaning: str
    rule: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value of an event: how it came about, the words and the line it stands on (None where no words give it)."""

    field: str
    value: str
    text: str
    line: int | None
    how: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Told:
    """An event that the sentence tells. ``part`` says whether it is told first here, or what the sentence adds to it."""

    event: str
    action: str
    part: str
    confidence: float
    values: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A candidate that made no value, and why; ``rule`` is the row that decided, or that found it."""

    kind: str
    text: str
    why: str
    rule: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence of a document: lines count from 1, offsets are code points of the text.

    ``nothing`` says why nothing was coded here; it is empty where an event is told.
    """

    document: str
    line: int
    start: int
    end: int
    text: str
    found: tuple[Found, ...]
    told: tuple[Told, ...]
    lost: tuple[Lost, ...]
    nothing: str = ""

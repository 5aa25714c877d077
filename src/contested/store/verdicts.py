"""Decisions by people, as they are kept: what each says, and which of them are in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select

from contested.assessing.decided import VALUE_OF
from contested.model.statements import Statement
from contested.model.values import AnyValue, ClaimValue, FlagValue
from contested.model.vocabulary import Property
from contested.store.schema import decisions


class Verdict(StrEnum):
    """What a person decides about an event, or about an earlier decision of their own."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    SPLIT = "split"
    JOIN = "join"
    ADJUDICATE = "adjudicate"
    UNDO = "undo"


WHOLE = frozenset({Verdict.ADD, Verdict.SPLIT, Verdict.JOIN, Verdict.ADJUDICATE})
"""Verdicts whose statements give events whole: of each subject all that is to be said, or that it is no event of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value that a person gives: whose words it is (None: the document's own), and where it stands in the text."""

    value: AnyValue
    speaker: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``spans`` are the event's sentences when it was made: by them it is found again in a new reading.

    ``batch`` is the first of several decisions that were made as one and are undone as one. A decision of a double
    coding names it by ``round``, and changes no event; one that
    adjudicates it names it by ``settles``.
    """

    id: int
    at_utc: datetime
    who: str
    document: str
    event: str
    action: str
    spans: tuple[tuple[int, int], ...]
    verdict: Verdict
    property: Property | None
    said: tuple[Statement, ...]
    why: str
    undoes: int | None
    batch: int | None = None
    round: int | None = None
    settles: int | None = None

    def by_subject(self) -> dict[str, list[Statement]]:
        """Sort the statements by the event that they are about."""
        found: dict[str, list[Statement]] = {}
        for statement in self.said:
            found.setdefault(statement.subject, []).append(statement)
        return found

    def new_events(self) -> frozenset[str]:
        """Name the events that there are only by this decision."""
        if self.verdict is Verdict.ADD:
            return frozenset({self.event})
        return frozenset(self.by_subject()) - {self.event} if self.verdict is Verdict.SPLIT else frozenset()


def in_force(made: Sequence[Decision]) -> list[Decision]:
    """Leave out what was undone, and the undoing."""
    undone = {d.undoes for d in made}
    return [d for d in made if d.verdict is not Verdict.UNDO and d.id not in undone]


def read_decisions(connection: Connection, *conditions: Any) -> tuple[Decision, ...]:
    """Give decisions, oldest first, in the caller's transaction."""
    return tuple(_decision(row) for row in connection.execute(select(decisions).where(*conditions).order_by(decisions.c.id)))


def of_record(connection: Connection, document_id: str) -> tuple[Decision, ...]:
    """Give the decisions about a document that count: all but those of double codings."""
    return read_decisions(connection, decisions.c.document == document_id, decisions.c.round.is_(None))


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        row.id, row.at_utc, row.who, row.document, row.event, row.action, tuple((int(s), int(e)) for s, e in row.spans), Verdict(row.verdict),
        Property(row.property) if row.property else None, tuple(_statement(s) for s in row.said), row.why, row.undoes, row.batch, row.round, row.settles,
    )  # fmt: skip


def _statement(plain: Mapping[str, Any]) -> Statement:
    prop = Property(plain["property"])
    kind = ClaimValue if prop is Property.CLAIM else VALUE_OF.get(prop, FlagValue)
    return Statement.model_validate({**plain, "value": kind.model_validate(plain["value"])})

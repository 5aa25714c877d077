"""Keep what people decide about events: each decision is a statement by that person, and none is ever overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.sql import null

from contested.assessing.decided import CORRECTABLE, VALUE_OF, decided_event
from contested.errors import UsageError
from contested.model.events import Event
from contested.model.spans import Evidence
from contested.model.statements import Statement
from contested.model.values import AnyValue, FlagValue
from contested.model.vocabulary import Property
from contested.store.database import Store
from contested.store.rows import event_row, party_rows, statement_row
from contested.store.schema import PERSON, decisions, documents, events, log, parties, statements


class Verdict(StrEnum):
    """What a person decides about an event, or about an earlier decision of their own."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"


class Reviewed(StrEnum):
    """How an event stands after the decisions in force."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Said:
    """One value that a person gives: whose words it is (None: the document's own), and where it stands in the text."""

    value: AnyValue
    speaker: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``spans`` are the event's sentences when it was made: by them it is found again in a new reading."""

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


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to be kept. ``property`` and ``values`` are for a correction: no values take the property away."""

    verdict: Verdict
    property: Property | None = None
    values: tuple[Said, ...] = ()
    why: str = ""


def decide(store: Store, document_id: str, event_id: str, new: NewDecision, *, who: str) -> int:
    """Keep a decision by a person about an event, and give its number.

    Raises: UsageError: no such event, a property that cannot be corrected, or words that do not stand in the text.
            StoreError: the database cannot be used; nothing was kept.
    """
    if (new.verdict is Verdict.CORRECT) != (new.property in CORRECTABLE) or new.verdict is Verdict.UNDO:
        raise UsageError(f"a decision to {new.verdict} cannot name {new.property or 'no property'}", fix=f"Correct one of: {', '.join(CORRECTABLE)}.")
    with store.writing() as connection:
        event = _event(connection, document_id, event_id)
        said = _statements(connection, document_id, event_id, new, who)
        _keep_statements(connection, document_id, said)
        number = _insert(connection, store, who, document_id, event, new, said)
        settle(connection, document_id)
        return number


def undo_last(store: Store, *, who: str) -> Decision | None:
    """Take back the last decision of a person that is in force; None where there is none. Both stay in the record."""
    with store.writing() as connection:
        mine = [d for d in _in_force(_read(connection, decisions.c.who == who)) if d.who == who]
        if not mine:
            return None
        last = mine[-1]
        values = {
            "at_utc": store.now(), "who": who, "document": last.document, "event": last.event, "action": last.action,
            "spans": [list(s) for s in last.spans], "verdict": Verdict.UNDO.value, "property": None, "said": [], "why": "", "undoes": last.id,
        }  # fmt: skip
        connection.execute(insert(decisions).values(**values))
        settle(connection, last.document)
        return last


def decisions_of(store: Store, document_id: str) -> tuple[Decision, ...]:
    """Give every decision about the events of a document, oldest first."""
    with store.reading() as connection:
        return _read(connection, decisions.c.document == document_id)


def unattached(store: Store, document_id: str) -> tuple[Decision, ...]:
    """Give the decisions in force about events that the present reading of a document no longer has."""
    with store.reading() as connection:
        made = _in_force(_read(connection, decisions.c.document == document_id))
        found = _current(connection, document_id) if made else []
        return tuple(d for d in made if _attach(d, found) is None)


def settle(connection: Connection, document_id: str) -> None:
    """Make the events of a document what the machine read and people decided, in the caller's transaction."""
    made = _read(connection, decisions.c.document == document_id)
    if not made:
        return
    found = _current(connection, document_id)
    by_event: dict[str, list[Decision]] = {d_id: [] for row in found if row.reviewed for d_id in (row.id,)}
    for decision in _in_force(made):
        if (event_id := _attach(decision, found)) is not None:
            by_event.setdefault(event_id, []).append(decision)
    rows = {row.id: row for row in found}
    for event_id, about in by_event.items():
        _write(connection, document_id, rows[event_id], about)


def _write(connection: Connection, document_id: str, row: Row[Any], about: Sequence[Decision]) -> None:
    machine = row.machine or row.body
    event = Event.model_validate(machine)
    speakers = _speakers(connection, document_id, row.id)
    for decision in about:
        if decision.property is not None:
            event = decided_event(event, decision.property, decision.said, speakers)
    same = event.model_dump(mode="json") == machine
    columns = event_row(document_id, row.position, event)
    here = (events.c.document == document_id, events.c.id == row.id)
    connection.execute(update(events).where(*here).values(**columns, reviewed=standing(about), machine=null() if same else machine))
    connection.execute(delete(parties).where(parties.c.document == document_id, parties.c.event == row.id))
    if party := party_rows(document_id, event):
        connection.execute(insert(parties), party)


def standing(about: Iterable[Decision]) -> Reviewed | None:
    """Say how an event stands after decisions in force, in their order: the last word counts, a correction stays one."""
    state: Reviewed | None = None
    corrected = False
    for decision in about:
        corrected = corrected or decision.verdict is Verdict.CORRECT
        state = Reviewed.REJECTED if decision.verdict is Verdict.REJECT else Reviewed.CORRECTED if corrected else Reviewed.ACCEPTED
    return state


def _in_force(made: Sequence[Decision]) -> list[Decision]:
    undone = {d.undoes for d in made}
    return [d for d in made if d.verdict is not Verdict.UNDO and d.id not in undone]


def _attach(decision: Decision, found: Sequence[Row[Any]]) -> str | None:
    """Find the event that a decision is about: by its id, else the one told in the same sentences, of the same act first."""
    if any(row.id == decision.event for row in found):
        return decision.event
    told = sum(end - start for start, end in decision.spans)
    best = max(found, key=lambda row: (_overlap(decision.spans, row.body["evidence"]), row.action == decision.action), default=None)
    if best is None or 2 * _overlap(decision.spans, best.body["evidence"]) < max(told, 1):
        return None
    return str(best.id)


def _overlap(spans: Iterable[tuple[int, int]], evidence: Sequence[dict[str, Any]]) -> int:
    return sum(max(0, min(end, e["end"]) - max(start, e["start"])) for start, end in spans for e in evidence)


def _event(connection: Connection, document_id: str, event_id: str) -> Event:
    body = connection.scalar(select(events.c.body).where(events.c.document == document_id, events.c.id == event_id))
    if body is None:
        raise UsageError(f"there is no event {event_id} in the document {document_id}", fix="Open the list of events anew.")
    return Event.model_validate(body)


def _current(connection: Connection, document_id: str) -> list[Row[Any]]:
    e = events.c
    return list(connection.execute(select(e.id, e.position, e.action, e.body, e.machine, e.reviewed).where(e.document == document_id).order_by(e.position)))


def _speakers(connection: Connection, document_id: str, event_id: str) -> list[str | None]:
    s = statements.c
    told = (s.document == document_id, s.subject == event_id, s.property == Property.TOLD.value, s.origin != PERSON)
    return list(connection.scalars(select(s.speaker).where(*told).order_by(s.position)))


def _statements(connection: Connection, document_id: str, event_id: str, new: NewDecision, who: str) -> tuple[Statement, ...]:
    text = connection.scalar(select(documents.c.text).where(documents.c.id == document_id)) or ""
    values = new.values if new.property else (Said(FlagValue(holds=new.verdict is Verdict.ACCEPT)),)
    return tuple(
        Statement(
            document=document_id, subject=event_id, property=new.property or Property.TOLD, value=said.value, speaker=said.speaker,
            original=evidence[0].text if evidence else "", evidence=evidence, coder=f"person/{who}", rule=f"decision: {new.verdict}",
        )
        for said in values
        for evidence in (tuple(_words(text, *span) for span in said.spans),)
    )  # fmt: skip


def _words(text: str, start: int, end: int) -> Evidence:
    if not 0 <= start < end <= len(text):
        raise UsageError(f"there are no words from {start} to {end} in the text", fix="Select the words again.")
    return Evidence(start=start, end=end, text=text[start:end])


def _keep_statements(connection: Connection, document_id: str, said: Sequence[Statement]) -> None:
    for position, statement in enumerate(said):
        row = statement_row(document_id, position, statement) | {"origin": PERSON}
        here = (statements.c.document == document_id, statements.c.id == row["id"])
        if connection.scalar(select(statements.c.id).where(*here)) is None:
            connection.execute(insert(statements).values(**row))


def _insert(
    connection: Connection, store: Store, who: str, document_id: str, event: Event, new: NewDecision, said: Sequence[Statement]
) -> int:
    values = {
        "at_utc": store.now(), "who": who, "document": document_id, "event": event.id, "action": event.action,
        "spans": [[e.start, e.end] for e in event.evidence], "verdict": new.verdict.value,
        "property": new.property.value if new.property else None, "said": [s.model_dump(mode="json") for s in said], "why": new.why, "undoes": None,
    }  # fmt: skip
    number = connection.execute(insert(decisions).values(**values)).inserted_primary_key
    what = f"decision {new.verdict}" + (f" {new.property}" if new.property else "")
    connection.execute(insert(log).values(at_utc=store.now(), who=who, what=what, document=document_id, why=new.why or event.id))
    return int(number[0]) if number else 0


def _read(connection: Connection, condition: Any) -> tuple[Decision, ...]:
    return tuple(_decision(row) for row in connection.execute(select(decisions).where(condition).order_by(decisions.c.id)))


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        row.id, row.at_utc, row.who, row.document, row.event, row.action, tuple((int(s), int(e)) for s, e in row.spans), Verdict(row.verdict),
        Property(row.property) if row.property else None, tuple(_statement(s) for s in row.said), row.why, row.undoes,
    )  # fmt: skip


def _statement(plain: dict[str, Any]) -> Statement:
    kind = VALUE_OF.get(Property(plain["property"]), FlagValue)
    return Statement.model_validate({**plain, "value": kind.model_validate(plain["value"])})

"""Double coding: two people code one document, neither sees what the other decides, and a third settles the differences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from contested.errors import UsageError
from contested.model.events import Event
from contested.store.ask import StoredEvent
from contested.store.database import Store
from contested.store.outcome import outcome
from contested.store.round_schema import rounds
from contested.store.schema import decisions, documents, log
from contested.store.settling import read_by_machine, tellers
from contested.store.verdicts import of_record, read_decisions

CODERS = 2


class Step(StrEnum):
    """What a row of the record of double codings says."""

    OPEN = "open"
    FINISH = "finish"
    CLOSE = "close"


class StartFrom(StrEnum):
    """What each of the two begins with: the events that the machine read, or none."""

    MACHINE = "machine"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Round:
    """One double coding. ``finished`` are the coders who are done; nobody's coding is shown to others before both are."""

    id: int
    at_utc: datetime
    who: str
    document: str
    name: str
    coders: tuple[str, ...]
    start_from: StartFrom
    finished: frozenset[str]
    closed: bool

    @property
    def comparable(self) -> bool:
        """Are both done, so that their codings may be compared?"""
        return self.finished >= set(self.coders)


def open_round(store: Store, document_id: str, coders: Sequence[str], start_from: StartFrom, *, who: str) -> int:
    """Let two people code a document blind, and give the number of the double coding.

    Raises: UsageError: no such document, one that is being double coded, or not two different names.
    """
    names = tuple(dict.fromkeys(" ".join(c.split()) for c in coders if c.strip()))
    if len(names) != CODERS:
        raise UsageError("a double coding needs two different people", fix="Give two names.")
    with store.writing() as connection:
        if connection.scalar(select(documents.c.id).where(documents.c.id == document_id)) is None:
            raise UsageError(f"there is no document {document_id}", fix="Choose one of the list of documents.")
        refuse_open_round(connection, document_id)
        values = {"at_utc": store.now(), "who": who, "document": document_id, "step": Step.OPEN.value, "coders": list(names), "start_from": start_from.value}
        number = connection.execute(insert(rounds).values(**values)).inserted_primary_key
        _note(connection, store, who, "double coding opened", document_id, " and ".join(names))
        return int(number[0]) if number else 0


def finish_coding(store: Store, round_id: int, *, who: str) -> None:
    """Say that a coder is done: from now on nothing of it changes.

    Raises: UsageError: that person is no coder of it, or is done already.
    """
    with store.writing() as connection:
        found = _one(connection, round_id)
        check_round(connection, round_id, found.document, who)
        _step(connection, store, found, Step.FINISH, who)


def close_round(store: Store, round_id: int, *, who: str) -> None:
    """End a double coding: the document is open to review again, and what was adjudicated holds.

    Raises: UsageError: there is no such double coding, or it is closed.
    """
    with store.writing() as connection:
        found = _one(connection, round_id)
        if found.closed:
            raise UsageError(f"the double coding {round_id} is closed", fix="Open another.")
        _step(connection, store, found, Step.CLOSE, who)
        _note(connection, store, who, "double coding closed", found.document, f"number {round_id}")


def list_rounds(store: Store) -> tuple[Round, ...]:
    """Give every double coding, the latest first."""
    with store.reading() as connection:
        return tuple(reversed(_rounds(connection)))


def find_round(store: Store, round_id: int) -> Round | None:
    """Give one double coding."""
    with store.reading() as connection:
        return next((r for r in _rounds(connection) if r.id == round_id), None)


def coding_of(store: Store, found: Round, who: str) -> tuple[StoredEvent, ...]:
    """Give a document's events as one of the coders has them so far, in the order of the text; those rejected too."""
    with store.reading() as connection:
        return _coding(connection, found, who)


def machine_reading(store: Store, found: Round) -> tuple[Event, ...]:
    """Give a document's events as the machine read them, whoever decided what."""
    with store.reading() as connection:
        read = read_by_machine(connection, found.document, of_record(connection, found.document))
    return tuple(Event.model_validate(r.body) for r in read)


def coded_event(connection: Connection, round_id: int, who: str, event_id: str) -> Event | None:
    """Give one event as a coder has it so far, in the caller's transaction."""
    return next((e.event for e in _coding(connection, _one(connection, round_id), who) if e.event.id == event_id), None)


def refuse_open_round(connection: Connection, document_id: str) -> None:
    """Raise a UsageError where a document is being double coded: a decision in the open would tell the coders."""
    under = next((r for r in _rounds(connection, rounds.c.document == document_id) if not r.closed), None)
    if under is not None:
        raise UsageError(f"{document_id} is being double coded (number {under.id})", fix="Decide in the double coding, or close it first.")


def check_round(connection: Connection, round_id: int, document_id: str, who: str) -> None:
    """Raise a UsageError unless a person may still code a document in a double coding."""
    found = _one(connection, round_id)
    if found.document != document_id:
        raise UsageError(f"the double coding {round_id} is of another document", fix="Open it from the list of double codings.")
    if who not in found.coders:
        raise UsageError(f"{who} is no coder of the double coding {round_id}", fix=f"Its coders are {' and '.join(found.coders)}.")
    if found.closed or who in found.finished:
        raise UsageError(f"the coding of {who} is finished", fix="It is compared as it is now.")


def open_documents(connection: Connection) -> frozenset[str]:
    """Name the documents that are being double coded."""
    return frozenset(r.document for r in _rounds(connection) if not r.closed)


def _coding(connection: Connection, found: Round, who: str) -> tuple[StoredEvent, ...]:
    read = read_by_machine(connection, found.document, of_record(connection, found.document)) if found.start_from is StartFrom.MACHINE else []
    made = read_decisions(connection, decisions.c.round == found.id, decisions.c.who == who)
    standings = outcome(read, made, tellers(connection, found.document)).standings
    rest = [(r.position, StoredEvent(found.document, found.name, Event.model_validate(r.body))) for r in read if r.id not in standings]
    decided = [(s.position, StoredEvent(found.document, found.name, s.event, s.reviewed.value)) for s in standings.values()]
    return tuple(e for _, e in sorted([*rest, *decided], key=lambda pair: (pair[0], _start(pair[1].event), pair[1].event.id)))


def _start(event: Event) -> int:
    return min((e.start for e in event.evidence), default=0)


def _one(connection: Connection, round_id: int) -> Round:
    found = next((r for r in _rounds(connection) if r.id == round_id), None)
    if found is None:
        raise UsageError(f"there is no double coding {round_id}", fix="The list of double codings has them all.")
    return found


def _rounds(connection: Connection, *conditions: Any) -> list[Round]:
    query = select(rounds, documents.c.name).join(documents, documents.c.id == rounds.c.document).where(*conditions).order_by(rounds.c.id)
    rows = list(connection.execute(query))
    return [_round(row, [r for r in rows if r.round == row.id]) for row in rows if row.step == Step.OPEN.value]


def _round(row: Row[Any], steps: Iterable[Row[Any]]) -> Round:
    steps = list(steps)
    finished = frozenset(s.who for s in steps if s.step == Step.FINISH.value)
    closed = any(s.step == Step.CLOSE.value for s in steps)
    return Round(row.id, row.at_utc, row.who, row.document, row.name, tuple(row.coders), StartFrom(row.start_from), finished, closed)


def _step(connection: Connection, store: Store, found: Round, step: Step, who: str) -> None:
    connection.execute(insert(rounds).values(at_utc=store.now(), who=who, document=found.document, step=step.value, round=found.id))


def _note(connection: Connection, store: Store, who: str, what: str, document_id: str, why: str) -> None:
    connection.execute(insert(log).values(at_utc=store.now(), who=who, what=what, document=document_id, why=why))

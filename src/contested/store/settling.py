"""Make the events of a document what the machine read and people decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.sql import null

from contested.assessing.restated import Told
from contested.model.events import Event
from contested.model.spans import Evidence
from contested.model.vocabulary import Property
from contested.store.outcome import Read, Standing, TellersOf, outcome
from contested.store.rows import event_row, party_rows
from contested.store.schema import PERSON, events, parties, statements
from contested.store.verdicts import Decision, of_record


def settle(connection: Connection, document_id: str) -> None:
    """Apply the decisions about a document, in the caller's transaction; those of double codings count for nothing."""
    made = of_record(connection, document_id)
    if not made:
        return
    rows = {row.id: row for row in _rows(connection, document_id)}
    by_people = _by_people(made)
    standings = outcome(_read(rows.values(), by_people), made, tellers(connection, document_id)).standings
    for event_id in sorted(by_people & rows.keys() - standings.keys()):
        _remove(connection, document_id, event_id)
    for event_id, standing in standings.items():
        _write(connection, document_id, rows.get(event_id), standing)
    for row in rows.values():
        if row.reviewed and row.id not in standings and row.id not in by_people:
            _restore(connection, document_id, row)


def read_by_machine(connection: Connection, document_id: str, made: Sequence[Decision]) -> list[Read]:
    """Give the events of a document as the machine read them, in the order of the text; ``made`` are all decisions about it."""
    return _read(_rows(connection, document_id), _by_people(made))


def tellers(connection: Connection, document_id: str) -> TellersOf:
    """Give the question who tells the sentences of an event."""
    s = statements.c

    def asked(event_id: str) -> list[Told]:
        told = (s.document == document_id, s.subject == event_id, s.property == Property.TOLD.value, s.origin != PERSON)
        rows = connection.execute(select(s.speaker, s.evidence).where(*told).order_by(s.position))
        return [(row.speaker, tuple(Evidence.model_validate(e) for e in row.evidence)) for row in rows]

    return asked


def _by_people(made: Iterable[Decision]) -> frozenset[str]:
    return frozenset(event_id for d in made for event_id in d.new_events())


def _rows(connection: Connection, document_id: str) -> list[Row[Any]]:
    e = events.c
    return list(connection.execute(select(e.id, e.position, e.body, e.machine, e.reviewed).where(e.document == document_id).order_by(e.position, e.id)))


def _read(rows: Iterable[Row[Any]], by_people: frozenset[str]) -> list[Read]:
    return [Read(row.id, row.position, row.machine or row.body) for row in rows if row.id not in by_people]


def _write(connection: Connection, document_id: str, row: Row[Any] | None, standing: Standing) -> None:
    columns = event_row(document_id, standing.position, standing.event) | {"reviewed": standing.reviewed.value}
    if row is None:
        connection.execute(insert(events).values(**columns))
    else:
        machine = None if standing.made else row.machine or row.body
        same = machine is None or columns["body"] == machine
        here = (events.c.document == document_id, events.c.id == row.id)
        connection.execute(update(events).where(*here).values(**columns, machine=null() if same else machine))
    _keep_parties(connection, document_id, standing.event)


def _restore(connection: Connection, document_id: str, row: Row[Any]) -> None:
    """Give an event back as the machine read it, where no decision about it is in force any more."""
    event = Event.model_validate(row.machine or row.body)
    here = (events.c.document == document_id, events.c.id == row.id)
    connection.execute(update(events).where(*here).values(**event_row(document_id, row.position, event), reviewed=None, machine=null()))
    _keep_parties(connection, document_id, event)


def _remove(connection: Connection, document_id: str, event_id: str) -> None:
    connection.execute(delete(events).where(events.c.document == document_id, events.c.id == event_id))
    connection.execute(delete(parties).where(parties.c.document == document_id, parties.c.event == event_id))


def _keep_parties(connection: Connection, document_id: str, event: Event) -> None:
    connection.execute(delete(parties).where(parties.c.document == document_id, parties.c.event == event.id))
    if party := party_rows(document_id, event):
        connection.execute(insert(parties), party)

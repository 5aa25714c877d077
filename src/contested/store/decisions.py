"""Keep what people decide about events: each decision is a statement by that person, and none is ever overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from contested.assessing.decided import CORRECTABLE
from contested.errors import UsageError
from contested.model.events import Event
from contested.model.spans import Evidence
from contested.model.statements import Statement
from contested.model.values import FlagValue
from contested.model.vocabulary import Property
from contested.store.database import Store
from contested.store.outcome import outcome
from contested.store.rounds import check_round, coded_event, refuse_open_round
from contested.store.rows import statement_row
from contested.store.schema import PERSON, decisions, documents, events, log, statements
from contested.store.settling import read_by_machine, settle, tellers
from contested.store.verdicts import WHOLE, Decision, Said, Verdict, in_force, of_record, read_decisions


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to be kept. ``property`` and ``values`` are for a correction: no values take the property away."""

    verdict: Verdict
    property: Property | None = None
    values: tuple[Said, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the record of decisions, before it has a number."""

    who: str
    event: Event
    verdict: Verdict
    property: Property | None = None
    said: tuple[Statement, ...] = ()
    why: str = ""
    undoes: int | None = None
    batch: int | None = None
    round: int | None = None
    settles: int | None = None


def decide(store: Store, document_id: str, event_id: str, new: NewDecision, *, who: str, round_id: int | None = None) -> int:
    """Keep a decision by a person about an event, and give its number; one of a double coding (``round_id``) changes no event.

    Raises: UsageError: no such event, a property that cannot be corrected, words that do not stand in the text, or a
                document that is being double coded.
            StoreError: the database cannot be used; nothing was kept.
    """
    if (new.verdict is Verdict.CORRECT) != (new.property in CORRECTABLE) or new.verdict in (Verdict.UNDO, *WHOLE):
        raise UsageError(f"a decision to {new.verdict} cannot name {new.property or 'no property'}", fix=f"Correct one of: {', '.join(CORRECTABLE)}.")
    with store.writing() as connection:
        event = event_for(connection, document_id, event_id, who, round_id)
        said = _statements(connection, document_id, event_id, new, who)
        number = keep(connection, store, document_id, Entry(who, event, new.verdict, new.property, said, new.why, round=round_id))
        settle(connection, document_id)
        return number


def event_for(connection: Connection, document_id: str, event_id: str, who: str, round_id: int | None) -> Event:
    """Give an event as it stands for a person who is about to decide about it.

    Raises: UsageError: there is no such event, the document is being double coded, or that coding is finished.
    """
    if round_id is not None:
        check_round(connection, round_id, document_id, who)
        found = coded_event(connection, round_id, who, event_id)
    else:
        refuse_open_round(connection, document_id)
        body = connection.scalar(select(events.c.body).where(events.c.document == document_id, events.c.id == event_id))
        found = Event.model_validate(body) if body is not None else None
    if found is None:
        raise UsageError(f"there is no event {event_id} in the document {document_id}", fix="Open the list of events anew.")
    return found


def undo_last(store: Store, *, who: str) -> Decision | None:
    """Take back the last decision of a person that is in force, with all that was decided in one with it.

    Gives the first of what was taken back, None where there is nothing. All of it stays in the record.
    """
    with store.writing() as connection:
        mine = in_force(read_decisions(connection, decisions.c.who == who))
        if not mine:
            return None
        last = mine[-1]
        undone = [d for d in mine if d.id == last.id or (last.batch is not None and last.batch in (d.id, d.batch))]
        for decision in undone:
            connection.execute(insert(decisions).values(**_undoing(decision), at_utc=store.now()))
            if decision.round is None:
                line = {"who": who, "what": "decision undo", "document": decision.document, "why": f"decision {decision.id}, {decision.event}"}
                connection.execute(insert(log).values(**line, at_utc=store.now()))
        for document_id in sorted({d.document for d in undone}):
            settle(connection, document_id)
        return undone[0]


def _undoing(decision: Decision) -> dict[str, object]:
    return {
        "who": decision.who, "document": decision.document, "event": decision.event, "action": decision.action,
        "spans": [list(s) for s in decision.spans], "verdict": Verdict.UNDO.value, "property": None, "said": [], "why": "",
        "undoes": decision.id, "round": decision.round,
    }  # fmt: skip


def decisions_of(store: Store, document_id: str) -> tuple[Decision, ...]:
    """Give every decision about the events of a document, oldest first; those of double codings are left out."""
    with store.reading() as connection:
        return of_record(connection, document_id)


def unattached(store: Store, document_id: str) -> tuple[Decision, ...]:
    """Give the decisions in force about events that the present reading of a document no longer has."""
    with store.reading() as connection:
        made = of_record(connection, document_id)
        if not made:
            return ()
        return tuple(outcome(read_by_machine(connection, document_id, made), made, tellers(connection, document_id)).unattached)


def keep(connection: Connection, store: Store, document_id: str, entry: Entry) -> int:
    """Write a decision down, in the caller's transaction, and give its number. Statements of double codings stay with it alone."""
    values = {
        "at_utc": store.now(), "who": entry.who, "document": document_id, "event": entry.event.id, "action": entry.event.action,
        "spans": [[e.start, e.end] for e in entry.event.evidence], "verdict": entry.verdict.value,
        "property": entry.property.value if entry.property else None, "said": [s.model_dump(mode="json") for s in entry.said],
        "why": entry.why, "undoes": entry.undoes, "batch": entry.batch, "round": entry.round, "settles": entry.settles,
    }  # fmt: skip
    number = connection.execute(insert(decisions).values(**values)).inserted_primary_key
    if entry.round is None:
        _keep_statements(connection, document_id, entry.said)
        what = f"decision {entry.verdict}" + (f" {entry.property}" if entry.property else "")
        connection.execute(insert(log).values(at_utc=store.now(), who=entry.who, what=what, document=document_id, why=entry.why or entry.event.id))
    return int(number[0]) if number else 0


def _statements(connection: Connection, document_id: str, event_id: str, new: NewDecision, who: str) -> tuple[Statement, ...]:
    text = document_text(connection, document_id)
    values = new.values if new.property else (Said(FlagValue(holds=new.verdict is Verdict.ACCEPT)),)
    return tuple(
        Statement(
            document=document_id, subject=event_id, property=new.property or Property.TOLD, value=said.value, speaker=said.speaker,
            original=evidence[0].text if evidence else "", evidence=evidence, coder=f"person/{who}", rule=f"decision: {new.verdict}",
        )
        for said in values
        for evidence in (tuple(words_at(text, *span) for span in said.spans),)
    )  # fmt: skip


def document_text(connection: Connection, document_id: str) -> str:
    """Give the text of a document, empty where there is none."""
    return connection.scalar(select(documents.c.text).where(documents.c.id == document_id)) or ""


def words_at(text: str, start: int, end: int) -> Evidence:
    """Quote the words of a stretch of text.

    Raises: UsageError: there are none.
    """
    if not 0 <= start < end <= len(text):
        raise UsageError(f"there are no words from {start} to {end} in the text", fix="Select the words again.")
    return Evidence(start=start, end=end, text=text[start:end])


def _keep_statements(connection: Connection, document_id: str, said: Sequence[Statement]) -> None:
    for position, statement in enumerate(said):
        row = statement_row(document_id, position, statement) | {"origin": PERSON}
        here = (statements.c.document == document_id, statements.c.id == row["id"])
        if connection.scalar(select(statements.c.id).where(*here)) is None:
            connection.execute(insert(statements).values(**row))

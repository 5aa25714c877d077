"""Settle the differences of a double coding: what the adjudicator chooses is a decision in the record."""

from __future__ import annotations

from sqlalchemy import Connection

from contested.assessing.restated import Author, restate
from contested.errors import UsageError
from contested.model.events import Event, EventDate
from contested.model.statements import Statement
from contested.model.values import FlagValue
from contested.model.vocabulary import Basis, DatePrecision, Property
from contested.store.database import Store
from contested.store.decisions import Entry, keep
from contested.store.rounds import Round, find_round
from contested.store.schema import decisions
from contested.store.settling import read_by_machine, settle, tellers
from contested.store.verdicts import Decision, Verdict, in_force, of_record, read_decisions


def adjudicate(store: Store, round_id: int, event_id: str, chosen: Event | None, *, who: str, why: str = "") -> None:
    """Keep what an adjudicator chose for one event of a double coding; None says that there is no such event.

    Args:   event_id: the event's id in the record: that of the machine's reading, or a new one.
    Raises: UsageError: there is no such double coding, it is closed, or a coder is not done.
    """
    found = _comparable(find_round(store, round_id), round_id)
    with store.writing() as connection:
        read = read_by_machine(connection, found.document, of_record(connection, found.document))
        known = next((Event.model_validate(r.body) for r in read if r.id == event_id), None)
        event = (chosen or known or _nothing(event_id)).model_copy(update={"id": event_id})
        verdict = _verdict(event, known, chosen is not None)
        said = _said(connection, event, verdict, chosen is not None, Author(found.document, f"person/{who}", f"decision: {verdict}"))
        keep(connection, store, found.document, Entry(who, known or event, verdict, said=said, why=why, settles=round_id))
        settle(connection, found.document)


def adjudications(store: Store, round_id: int) -> dict[str, Decision]:
    """Give the decisions in force that settle events of a double coding, by the event's id in the record."""
    with store.reading() as connection:
        found = find_round(store, round_id)
        made = read_decisions(connection, decisions.c.document == found.document) if found else ()
    return {d.event: d for d in in_force(made) if d.settles == round_id}


def _comparable(found: Round | None, round_id: int) -> Round:
    if found is None:
        raise UsageError(f"there is no double coding {round_id}", fix="The list of double codings has them all.")
    if found.closed:
        raise UsageError(f"the double coding {round_id} is closed", fix="Decide about the event in review.")
    if not found.comparable:
        waited_for = " and ".join(sorted(set(found.coders) - found.finished))
        raise UsageError(f"{waited_for} is not done", fix="Wait until both coders have finished.")
    return found


def _nothing(event_id: str) -> Event:
    """Stand for an event that a coder made up, so that the decision against it has something to be about."""
    date = EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.OCCURRENCE)
    return Event(id=event_id, action=event_id.rpartition("-")[0], date=date)


def _verdict(event: Event, known: Event | None, holds: bool) -> Verdict:
    if known is None:
        return Verdict.ADD
    if not holds:
        return Verdict.REJECT
    return Verdict.ACCEPT if event == known else Verdict.ADJUDICATE


def _said(connection: Connection, event: Event, verdict: Verdict, holds: bool, author: Author) -> tuple[Statement, ...]:
    if verdict is Verdict.ACCEPT or not holds:
        return (author.state(event.id, Property.TOLD, FlagValue(holds=holds), event.evidence),)
    return restate(event, tellers(connection, author.document)(event.id), author)

"""Decisions that give events whole: add one from words of the text, make two of one, one of two; and accept many at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from contested.assessing.parting import Part, join_events, split_event
from contested.assessing.restated import Author, Told, restate
from contested.errors import UsageError
from contested.linking.across.records import Ref
from contested.model.events import Event, EventDate, EventPlace
from contested.model.statements import Statement
from contested.model.values import DateValue, FlagValue, PlaceValue
from contested.model.vocabulary import Basis, DatePrecision, Property
from contested.resources import read_table
from contested.store.database import Store
from contested.store.decisions import Entry, document_text, event_for, keep, words_at
from contested.store.rounds import check_round, refuse_open_round
from contested.store.schema import decisions
from contested.store.settling import settle, tellers
from contested.store.verdicts import Verdict, of_record, read_decisions

ACTION_COLUMNS = ("action", "family", "acled_armed_target", "acled_civilian_target", "plover", "gtd", "definition")
MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that a person finds in the text: ``spans`` are the words that tell it, offsets of the document's text."""

    action: str
    spans: tuple[tuple[int, int], ...]
    date: DateValue | None = None
    place: PlaceValue | None = None


@dataclass(frozen=True, slots=True)
class Deciding:
    """Who decides about a document, why, and in which double coding, if in one."""

    document: str
    who: str
    why: str = ""
    round: int | None = None


def add_event(store: Store, by: Deciding, new: NewEvent) -> str:
    """Add an event and give its id.

    Raises: UsageError: no such act, no words, or a document that this person may not code now.
    """
    check_action(new.action)
    with store.writing() as connection:
        _may_code(connection, by)
        text = document_text(connection, by.document)
        evidence = tuple(words_at(text, *span) for span in new.spans)
        if not evidence:
            raise UsageError("no words tell the event", fix="Select the words that tell it in the text.")
        date = new.date or DateValue(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.OCCURRENCE)
        event = Event(
            id=_new_id(connection, by, new.action), action=new.action, date=EventDate(**date.model_dump()),
            place=EventPlace(**new.place.model_dump()) if new.place else None, evidence=evidence,
        )  # fmt: skip
        _keep(connection, store, by, Verdict.ADD, event, restate(event, (), _author(by, Verdict.ADD)))
        return event.id


def split(store: Store, by: Deciding, event_id: str, action: str, where: Mapping[str, Part]) -> str:
    """Make two events of one, and give the id of the second; see ``split_event``.

    Raises: UsageError: no such event or act, or nothing that would tell one of the two.
    """
    check_action(action)
    with store.writing() as connection:
        event = event_for(connection, by.document, event_id, by.who, by.round)
        first, second = split_event(event, _new_id(connection, by, action), action, where)
        if not first.evidence or not second.evidence:
            raise UsageError("one of the two events has no sentence", fix="Leave each of them a sentence that tells it.")
        told, author = _told(connection, by, event_id), _author(by, Verdict.SPLIT)
        _keep(connection, store, by, Verdict.SPLIT, event, (*restate(first, told, author), *restate(second, told, author)))
        return second.id


def join(store: Store, by: Deciding, event_id: str, other_id: str) -> None:
    """Make one event of two of a document: the first stays, with what the other says.

    Raises: UsageError: no such event, or both are the same.
    """
    if event_id == other_id:
        raise UsageError("an event cannot be joined to itself", fix="Choose another event of the document.")
    with store.writing() as connection:
        event = event_for(connection, by.document, event_id, by.who, by.round)
        other = event_for(connection, by.document, other_id, by.who, by.round)
        author = _author(by, Verdict.JOIN)
        told = (*_told(connection, by, event_id), *_told(connection, by, other_id))
        gone = author.state(other_id, Property.TOLD, FlagValue(holds=False), other.evidence)
        _keep(connection, store, by, Verdict.JOIN, event, (*restate(join_events(event, other), told, author), gone))


def accept_many(store: Store, refs: Sequence[Ref], *, who: str, why: str = "") -> int:
    """Accept events as they stand, as one decision that is undone as one; give how many.

    Raises: UsageError: too many at once, or one of them is not there; then none is accepted.
    """
    if not 0 < len(refs) <= MOST_AT_ONCE:
        raise UsageError(f"{len(refs)} events cannot be accepted at once", fix=f"Choose 1 to {MOST_AT_ONCE}.")
    with store.writing() as connection:
        batch: int | None = None
        for ref in dict.fromkeys(refs):
            event = event_for(connection, ref.document, ref.event, who, None)
            said = Author(ref.document, f"person/{who}", f"decision: {Verdict.ACCEPT}").state(event.id, Property.TOLD, FlagValue(), ())
            number = keep(connection, store, ref.document, Entry(who, event, Verdict.ACCEPT, said=(said,), why=why, batch=batch))
            batch = batch or number
        for document_id in sorted({r.document for r in refs}):
            settle(connection, document_id)
    return len(set(refs))


def check_action(action: str) -> None:
    """Raise a UsageError unless the codebook has an act of this name."""
    if action not in {row["action"] for row in read_table("actions.csv", ACTION_COLUMNS)}:
        raise UsageError(f"there is no act {action}", fix="Choose one of the list of acts.")


def _may_code(connection: Connection, by: Deciding) -> None:
    if by.round is None:
        refuse_open_round(connection, by.document)
    else:
        check_round(connection, by.round, by.document, by.who)


def _told(connection: Connection, by: Deciding, event_id: str) -> tuple[Told, ...]:
    """Say who tells the sentences of an event: by the last decision that gave it whole, else by the machine's statements."""
    made = of_record(connection, by.document)
    if by.round is not None:
        made = read_decisions(connection, decisions.c.round == by.round, decisions.c.who == by.who)
    whole = [d.by_subject()[event_id] for d in made if d.verdict is not Verdict.ACCEPT and event_id in d.by_subject()]
    told = [(s.speaker, s.evidence) for said in whole[-1:] for s in said if s.property is Property.TOLD and s.evidence]
    return tuple(told or tellers(connection, by.document)(event_id))


def _author(by: Deciding, verdict: Verdict) -> Author:
    return Author(by.document, f"person/{by.who}", f"decision: {verdict}")


def _new_id(connection: Connection, by: Deciding, action: str) -> str:
    """Name a new event by the number of decisions before it: no two are named alike."""
    before = connection.scalar(select(func.max(decisions.c.id))) or 0
    key = f"{by.document}\x1f{by.who}\x1f{before}"
    return f"{action}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def _keep(connection: Connection, store: Store, by: Deciding, verdict: Verdict, event: Event, said: Sequence[Statement]) -> None:
    keep(connection, store, by.document, Entry(by.who, event, verdict, said=tuple(said), why=by.why, round=by.round))
    settle(connection, by.document)

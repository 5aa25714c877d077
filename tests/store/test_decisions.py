"""What people decide is kept as statements, changes the event, can be undone, and outlives a new coding."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from contested.errors import StoreError, UsageError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.model.values import DateValue, PartyValue
from contested.model.vocabulary import DatePrecision, Property
from contested.store.ask import EventFilter, find_coding, find_events
from contested.store.database import Store
from contested.store.decisions import NewDecision, decide, decisions_of, unattached, undo_last
from contested.store.keep import keep_coding
from contested.store.schema import decisions, events, statements
from contested.store.verdicts import Said, Verdict

JUNE = DateValue(start=date(2021, 6, 1), end=date(2021, 6, 30), precision=DatePrecision.MONTH)
LATER = NewDecision(Verdict.CORRECT, Property.DATE, (Said(JUNE),), "the order names June")


@pytest.fixture
def kept(store: Store, document: Document, coding: Coding) -> Store:
    keep_coding(store, document, coding, who="ada")
    return store


def test_a_correction_changes_the_event_and_is_a_statement_by_the_person(kept: Store) -> None:
    decide(kept, "doc1", "e1", LATER, who="ada")
    (found,) = find_events(kept)
    assert (found.event.date.start, found.event.date.precision, found.reviewed) == (date(2021, 6, 1), DatePrecision.MONTH, "corrected")
    assert find_events(kept, EventFilter(last=date(2021, 5, 31))) == []
    with kept.reading() as connection:
        said = connection.execute(select(statements).where(statements.c.origin == "person")).one()
    assert (said.coder, said.property, said.value["start"]) == ("person/ada", "date", "2021-06-01")


def test_undo_gives_back_what_the_machine_read_and_keeps_both_decisions(kept: Store, coding: Coding) -> None:
    decide(kept, "doc1", "e1", LATER, who="ada")
    undone = undo_last(kept, who="ada")
    assert undone is not None
    assert undone.property is Property.DATE
    (found,) = find_events(kept)
    assert (found.event, found.reviewed) == (coding.events[0], None)
    assert [d.verdict for d in decisions_of(kept, "doc1")] == [Verdict.CORRECT, Verdict.UNDO]
    assert undo_last(kept, who="ada") is None


def test_a_person_undoes_only_their_own_decisions(kept: Store) -> None:
    decide(kept, "doc1", "e1", NewDecision(Verdict.ACCEPT), who="ada")
    assert undo_last(kept, who="bo") is None
    assert find_events(kept)[0].reviewed == "accepted"


def test_a_rejected_event_is_given_only_where_it_is_asked_for(kept: Store) -> None:
    decide(kept, "doc1", "e1", NewDecision(Verdict.REJECT, why="a drill"), who="ada")
    assert find_events(kept) == []
    assert len(find_events(kept, EventFilter(reviewed="rejected"))) == 1
    coding = find_coding(kept, "doc1")
    assert coding is not None
    assert coding.events == ()


def test_a_new_coding_keeps_what_was_decided(kept: Store, document: Document, coding: Coding) -> None:
    decide(kept, "doc1", "e1", LATER, who="ada")
    renamed = coding.events[0].model_copy(update={"id": "e7", "confidence": 0.6})
    keep_coding(kept, document, coding.model_copy(update={"events": (renamed,), "coder": "rules 2"}), who="ada")
    (found,) = find_events(kept)
    assert (found.event.id, found.event.confidence, found.event.date.start, found.reviewed) == ("e7", 0.6, date(2021, 6, 1), "corrected")
    assert unattached(kept, "doc1") == ()


def test_a_decision_about_an_event_that_is_no_longer_read_is_told(kept: Store, document: Document, coding: Coding) -> None:
    decide(kept, "doc1", "e1", NewDecision(Verdict.ACCEPT), who="ada")
    keep_coding(kept, document, coding.model_copy(update={"events": ()}), who="ada")
    assert [d.event for d in unattached(kept, "doc1")] == ["e1"]
    keep_coding(kept, document, coding, who="ada")
    assert find_events(kept)[0].reviewed == "accepted"


def test_corrected_parties_are_found_by_name_and_settle_the_status_anew(kept: Store) -> None:
    army = Said(PartyValue(name="Army", text="army"), spans=((72, 76),))
    decide(kept, "doc1", "e1", NewDecision(Verdict.CORRECT, Property.PERPETRATOR, (army,)), who="ada")
    (found,) = find_events(kept, EventFilter(actor="army"))
    assert [p.name for p in found.event.perpetrators] == ["Army"]
    assert found.event.perpetrators[0].evidence[0].text == "army"


def test_what_cannot_be_decided_is_refused(kept: Store) -> None:
    with pytest.raises(UsageError, match="there is no event e9"):
        decide(kept, "doc1", "e9", NewDecision(Verdict.ACCEPT), who="ada")
    with pytest.raises(UsageError, match="cannot name claim"):
        decide(kept, "doc1", "e1", NewDecision(Verdict.CORRECT, Property.CLAIM), who="ada")
    with pytest.raises(UsageError, match="no words from 5 to 9999"):
        decide(kept, "doc1", "e1", NewDecision(Verdict.CORRECT, Property.DATE, (Said(JUNE, spans=((5, 9999),)),)), who="ada")
    with pytest.raises(UsageError, match="exactly one date"):
        decide(kept, "doc1", "e1", NewDecision(Verdict.CORRECT, Property.DATE), who="ada")
    assert decisions_of(kept, "doc1") == ()


def test_no_decision_can_be_changed_or_removed(kept: Store) -> None:
    decide(kept, "doc1", "e1", NewDecision(Verdict.ACCEPT), who="ada")
    with pytest.raises((StoreError, DBAPIError, IntegrityError)), kept.writing() as connection:
        connection.execute(delete(decisions))
    assert len(decisions_of(kept, "doc1")) == 1


def test_doubt_weighs_the_dead_and_disputes(kept: Store) -> None:
    with kept.reading() as connection:
        row = connection.execute(select(events.c.doubt, events.c.place, events.c.killed)).one()
    assert tuple(row) == (0.3, "Oakford", None)

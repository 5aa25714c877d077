"""A newer reading keeps what people decided, and says what it changed under them."""

from __future__ import annotations

from datetime import date

import pytest

from contested.linking.across.records import Ref
from contested.model.documents import Document
from contested.model.events import Casualty, Coding, Event, EventDate, Party
from contested.model.values import DateValue
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, Property
from contested.store.ask import find_events
from contested.store.changes import CHANGED, changes_since, last_line
from contested.store.database import Store, log_lines
from contested.store.decisions import NewDecision, decide, undo_last
from contested.store.history import history_of
from contested.store.keep import keep_coding
from contested.store.verdicts import Said, Verdict

JUNE = DateValue(start=date(2021, 6, 1), end=date(2021, 6, 30), precision=DatePrecision.MONTH)
DATE = NewDecision(Verdict.CORRECT, Property.DATE, (Said(JUNE),), "the order names June")


@pytest.fixture
def decided(store: Store, document: Document, coding: Coding) -> Store:
    keep_coding(store, document, coding, who="ada")
    decide(store, "doc1", "e1", DATE, who="ada")
    decide(store, "doc1", "e1", NewDecision(Verdict.ACCEPT), who="bo")
    return store


def read_anew(store: Store, document: Document, coding: Coding, *told: Event) -> tuple[tuple[str, str], ...]:
    before = last_line(store)
    keep_coding(store, document, coding.model_copy(update={"events": told, "coder": "rules 2"}), who="coder")
    return changes_since(store, before)


def test_what_changed_under_a_decision_is_told_and_the_decision_holds(decided: Store, document: Document, coding: Coding) -> None:
    day = EventDate(start=date(2021, 5, 4), end=date(2021, 5, 4), precision=DatePrecision.DAY, basis=Basis.OCCURRENCE)
    toll = Casualty(kind=CasualtyKind.KILLED, low=3, high=5, asserted_by="army")
    newer = coding.events[0].model_copy(update={"id": "e7", "date": day, "casualties": (toll,), "targets": (Party(name="Patrol", text="patrol"),)})
    assert read_anew(decided, document, coding, newer) == (
        ("doc1", "e7: decision 1 by ada (correct date): date 2021-05-03 → 2021-05-04"),
        ("doc1", "e7: decision 2 by bo (accept): date 2021-05-03 → 2021-05-04; target nothing → Patrol; casualty nothing → 3–5 killed (army)"),
    )
    (found,) = find_events(decided)
    assert (found.event.id, found.event.date.start, found.reviewed) == ("e7", date(2021, 6, 1), "corrected")


def test_a_reading_that_differs_elsewhere_is_not_told(decided: Store, document: Document, coding: Coding) -> None:
    surer = coding.events[0].model_copy(update={"confidence": 0.9, "because": ("said so",)})
    assert read_anew(decided, document, coding, surer) == ()


def test_an_event_that_is_no_longer_read_and_comes_back_is_told(decided: Store, document: Document, coding: Coding) -> None:
    assert [why.rpartition(": ")[2] for _, why in read_anew(decided, document, coding)] == ["the event is no longer read"] * 2
    assert [why.rpartition(": ")[2] for _, why in read_anew(decided, document, coding, *coding.events)] == ["the event is read again"] * 2


def test_the_history_follows_an_event_that_is_named_otherwise(decided: Store, document: Document, coding: Coding) -> None:
    other = coding.events[0].model_copy(update={"id": "x1", "action": "threat", "evidence": coding.events[0].claims[0].evidence})
    day = EventDate(start=date(2021, 5, 4), end=date(2021, 5, 4), precision=DatePrecision.DAY, basis=Basis.OCCURRENCE)
    read_anew(decided, document, coding, coding.events[0].model_copy(update={"id": "e7", "date": day}), other)
    told = [h.what for h in history_of(decided, Ref("doc1", "e7"))]
    assert sorted(told) == sorted(["coding added", "decision correct date", "decision accept", "coding replaced", CHANGED, CHANGED])
    assert [h.what for h in history_of(decided, Ref("doc1", "x1"))] == ["coding added", "coding replaced"]


def test_an_undoing_is_in_the_log(decided: Store) -> None:
    undo_last(decided, who="bo")
    assert log_lines(decided)[-1][1:] == ("bo", "decision undo", "doc1", "decision 2, e1")

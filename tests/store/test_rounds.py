"""Two people code one document blind: neither changes the record nor sees the other, until a third settles it."""

from __future__ import annotations

import pytest

from contested.errors import UsageError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.adjudicating import adjudicate, adjudications
from contested.store.browse import events_of_document
from contested.store.database import Store
from contested.store.decisions import NewDecision, decide, decisions_of, undo_last
from contested.store.keep import keep_coding
from contested.store.recoding import Deciding, NewEvent, add_event
from contested.store.rounds import Round, StartFrom, close_round, coding_of, find_round, finish_coding, open_round
from contested.store.verdicts import Verdict

RAIDS = ((88, 110),)
REJECT = NewDecision(Verdict.REJECT)


@pytest.fixture
def kept(store: Store, document: Document, coding: Coding) -> Store:
    keep_coding(store, document, coding, who="ada")
    return store


def _open(store: Store, start_from: StartFrom = StartFrom.MACHINE) -> Round:
    found = find_round(store, open_round(store, "doc1", ("ada", "bo"), start_from, who="cy"))
    assert found is not None
    return found


def _reviewed(store: Store, found: Round, who: str) -> list[tuple[str, str | None]]:
    return [(e.event.id, e.reviewed) for e in coding_of(store, found, who)]


def test_decisions_of_a_coder_are_seen_by_that_coder_alone(kept: Store) -> None:
    found = _open(kept)
    decide(kept, "doc1", "e1", REJECT, who="ada", round_id=found.id)
    made = add_event(kept, Deciding("doc1", "bo", round=found.id), NewEvent("armed_attack", RAIDS))
    assert _reviewed(kept, found, "ada") == [("e1", "rejected")]
    assert _reviewed(kept, found, "bo") == [("e1", None), (made, "added")]
    assert [(e.event.id, e.reviewed) for e in events_of_document(kept, "doc1")] == [("e1", None)]
    assert decisions_of(kept, "doc1") == ()


def test_a_coder_takes_back_what_was_decided_in_the_round(kept: Store) -> None:
    found = _open(kept)
    decide(kept, "doc1", "e1", REJECT, who="ada", round_id=found.id)
    undone = undo_last(kept, who="ada")
    assert undone is not None
    assert undone.round == found.id
    assert _reviewed(kept, found, "ada") == [("e1", None)]


def test_a_coder_may_begin_from_nothing(kept: Store) -> None:
    assert coding_of(kept, _open(kept, StartFrom.NOTHING), "ada") == ()


def test_nobody_decides_in_the_open_while_a_document_is_double_coded(kept: Store) -> None:
    found = _open(kept)
    with pytest.raises(UsageError, match="being double coded"):
        decide(kept, "doc1", "e1", REJECT, who="dan")
    with pytest.raises(UsageError, match="no coder"):
        decide(kept, "doc1", "e1", REJECT, who="dan", round_id=found.id)
    with pytest.raises(UsageError, match="being double coded"):
        open_round(kept, "doc1", ("ada", "eve"), StartFrom.MACHINE, who="cy")
    close_round(kept, found.id, who="cy")
    decide(kept, "doc1", "e1", REJECT, who="dan")


def test_a_finished_coding_stays_as_it_is(kept: Store) -> None:
    found = _open(kept)
    finish_coding(kept, found.id, who="ada")
    with pytest.raises(UsageError, match="finished"):
        decide(kept, "doc1", "e1", REJECT, who="ada", round_id=found.id)
    with pytest.raises(UsageError, match="finished"):
        finish_coding(kept, found.id, who="ada")


def test_nothing_is_settled_before_both_are_done(kept: Store) -> None:
    found = _open(kept)
    finish_coding(kept, found.id, who="ada")
    with pytest.raises(UsageError, match="not done"):
        adjudicate(kept, found.id, "e1", None, who="cy")


def test_what_the_adjudicator_chooses_is_a_decision_in_the_record(kept: Store, coding: Coding) -> None:
    found = _open(kept)
    made = add_event(kept, Deciding("doc1", "bo", round=found.id), NewEvent("armed_attack", RAIDS))
    added = next(e.event for e in coding_of(kept, found, "bo") if e.event.id == made)
    for coder in ("ada", "bo"):
        finish_coding(kept, found.id, who=coder)
    adjudicate(kept, found.id, "armed_attack-settled", added, who="cy", why="it is told")
    adjudicate(kept, found.id, "e1", coding.events[0].model_copy(update={"action": "clash"}), who="cy")
    record = {e.event.id: (e.event.action, e.reviewed) for e in events_of_document(kept, "doc1")}
    assert record == {"e1": ("clash", "corrected"), "armed_attack-settled": ("armed_attack", "added")}
    assert [(d.who, d.verdict, d.settles) for d in decisions_of(kept, "doc1")] == [("cy", Verdict.ADD, found.id), ("cy", Verdict.ADJUDICATE, found.id)]
    undo_last(kept, who="cy")
    assert set(adjudications(kept, found.id)) == {"armed_attack-settled"}


def test_that_there_is_no_such_event_is_settled_too(kept: Store) -> None:
    found = _open(kept)
    for coder in ("ada", "bo"):
        finish_coding(kept, found.id, who=coder)
    adjudicate(kept, found.id, "e1", None, who="cy")
    adjudicate(kept, found.id, "clash-nowhere", None, who="cy")
    assert [(e.event.id, e.reviewed) for e in events_of_document(kept, "doc1")] == [("e1", "rejected")]
    assert set(adjudications(kept, found.id)) == {"e1", "clash-nowhere"}


def test_a_double_coding_needs_two_people(kept: Store) -> None:
    with pytest.raises(UsageError, match="two different people"):
        open_round(kept, "doc1", ("ada", " ada "), StartFrom.MACHINE, who="cy")

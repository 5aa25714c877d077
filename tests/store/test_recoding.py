"""Events that people add, split and join: whole events given by statements, undone like any decision."""

from __future__ import annotations

import pytest

from contested.assessing.parting import Part
from contested.errors import UsageError
from contested.linking.across.records import Ref
from contested.model.documents import Document
from contested.model.events import Casualty, Coding, Event, EventDate
from contested.model.spans import Evidence
from contested.model.values import PlaceValue
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Property
from contested.store.ask import EventFilter, find_events
from contested.store.browse import events_of_document
from contested.store.database import Store
from contested.store.decisions import NewDecision, decide, decisions_of, unattached, undo_last
from contested.store.keep import keep_coding
from contested.store.recoding import Deciding, NewEvent, accept_many, add_event, join, split
from contested.store.verdicts import Said, Verdict

ADA = Deciding("doc1", "ada")
RAIDS = ((88, 110),)


@pytest.fixture
def second() -> Event:
    words = Evidence(start=68, end=87, text="The army denied it.")
    toll = Casualty(kind=CasualtyKind.KILLED, low=4, high=4, evidence=(words,))
    date = EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.OCCURRENCE)
    return Event(id="e2", action="clash", date=date, casualties=(toll,), confidence=0.6, evidence=(words,))


@pytest.fixture
def kept(store: Store, document: Document, coding: Coding, second: Event) -> Store:
    keep_coding(store, document, coding.model_copy(update={"events": (*coding.events, second)}), who="ada")
    return store


def _events(store: Store) -> dict[str, str | None]:
    return {f.event.id: f.reviewed for f in events_of_document(store, "doc1")}


def test_an_event_added_from_words_stands_with_its_quotation_and_can_be_corrected(kept: Store) -> None:
    made = add_event(kept, ADA, NewEvent("armed_attack", RAIDS))
    (found,) = find_events(kept, EventFilter(reviewed="added"))
    assert (found.event.id, found.event.evidence[0].text) == (made, "More raids may follow.")
    homs = PlaceValue(text="Homs", name="Homs", country="SY", precision=PlacePrecision.TOWN)
    decide(kept, "doc1", made, NewDecision(Verdict.CORRECT, Property.PLACE, (Said(homs),)), who="ada")
    (found,) = find_events(kept, EventFilter(place="homs"))
    assert (found.event.id, found.reviewed) == (made, "added")


def test_what_was_added_goes_when_it_is_undone_and_what_was_said_of_it_waits(kept: Store) -> None:
    made = add_event(kept, ADA, NewEvent("armed_attack", RAIDS))
    decide(kept, "doc1", made, NewDecision(Verdict.ACCEPT), who="bo")
    undo_last(kept, who="ada")
    assert _events(kept) == {"e1": None, "e2": None}
    assert [d.event for d in unattached(kept, "doc1")] == [made]
    assert find_events(kept, EventFilter(actor="reed")) != []


def test_a_split_gives_each_value_to_the_event_that_it_belongs_to(kept: Store) -> None:
    where = {"perpetrator.0": Part.FIRST, "claim.0": Part.SECOND}
    other = split(kept, ADA, "e1", "armed_attack", where)
    events = {f.event.id: f.event for f in events_of_document(kept, "doc1")}
    assert (len(events["e1"].perpetrators), len(events["e1"].claims)) == (1, 0)
    assert (len(events[other].perpetrators), len(events[other].claims), events[other].action) == (0, 1, "armed_attack")
    assert events[other].date == events["e1"].date
    assert _events(kept) == {"e1": "corrected", other: "added", "e2": None}
    undo_last(kept, who="ada")
    assert _events(kept) == {"e1": None, "e2": None}


def test_joined_events_are_one_with_the_values_of_both_and_come_apart_again(kept: Store, second: Event) -> None:
    join(kept, ADA, "e1", "e2")
    (found,) = find_events(kept)
    assert (found.event.id, found.event.casualties, found.event.action) == ("e1", second.casualties, "ambush")
    assert [e.start for e in found.event.evidence] == [0, 68]
    assert _events(kept) == {"e1": "corrected", "e2": "rejected"}
    undo_last(kept, who="ada")
    assert _events(kept) == {"e1": None, "e2": None}
    assert find_events(kept)[-1].event == second


def test_splits_joins_and_additions_outlive_a_new_reading(kept: Store, document: Document, coding: Coding, second: Event) -> None:
    made = add_event(kept, ADA, NewEvent("armed_attack", RAIDS))
    join(kept, ADA, "e1", "e2")
    again = (coding.events[0].model_copy(update={"id": "e7"}), second.model_copy(update={"id": "e8"}))
    keep_coding(kept, document, coding.model_copy(update={"events": again, "coder": "rules 2"}), who="ada")
    assert _events(kept) == {"e7": "corrected", "e8": "rejected", made: "added"}
    assert len(find_events(kept, EventFilter(reviewed="corrected"))[0].event.casualties) == 1


def test_many_are_accepted_as_one_decision_and_taken_back_as_one(kept: Store) -> None:
    assert accept_many(kept, (Ref("doc1", "e1"), Ref("doc1", "e2")), who="ada", why="read them") == 2
    assert _events(kept) == {"e1": "accepted", "e2": "accepted"}
    assert [d.why for d in decisions_of(kept, "doc1")] == ["read them", "read them"]
    undo_last(kept, who="ada")
    assert _events(kept) == {"e1": None, "e2": None}


def test_if_one_of_many_is_not_there_none_is_accepted(kept: Store) -> None:
    with pytest.raises(UsageError, match="no event e9"):
        accept_many(kept, (Ref("doc1", "e1"), Ref("doc1", "e9")), who="ada")
    assert _events(kept) == {"e1": None, "e2": None}


def test_what_makes_no_event_is_refused(kept: Store) -> None:
    with pytest.raises(UsageError, match="no act dance"):
        add_event(kept, ADA, NewEvent("dance", RAIDS))
    with pytest.raises(UsageError, match="no words tell"):
        add_event(kept, ADA, NewEvent("ambush", ()))
    with pytest.raises(UsageError, match="no words from 100 to 999"):
        add_event(kept, ADA, NewEvent("ambush", ((100, 999),)))
    with pytest.raises(UsageError, match="has no sentence"):
        split(kept, ADA, "e1", "clash", {"told.0": Part.FIRST})
    with pytest.raises(UsageError, match="joined to itself"):
        join(kept, ADA, "e1", "e1")
    assert decisions_of(kept, "doc1") == ()

"""A body has one row and one page under all its names, and each event belongs to the body of its day."""

from __future__ import annotations

from datetime import date

from contested.linking.actors.identities import Identities
from contested.linking.actors.records import ActorRelation, Bond
from contested.store.ask import EventFilter, find_events
from contested.store.bodies import events_of, find_body, last_name, list_bodies, with_bodies
from contested.store.database import Store
from contested.store.identities import decide_actors
from contested.store.ties import opponents_in_events
from store_tellings import keep
from tellings import telling

BEFORE, CHANGE, AFTER = date(2020, 3, 1), date(2021, 1, 1), date(2022, 3, 1)
OLD, NEW = "Harrow Volunteers", "Harrow Valley Front"


def _told(store: Store) -> None:
    keep(store, telling("a", authors=(OLD,), day=BEFORE), telling("b", authors=(NEW,), day=AFTER, place="Elmham"))


def _events(store: Store, name: str) -> tuple[int, list[str]]:
    number, found = events_of(store, find_body(store, name), "perpetrator", 10)
    return number, [f.document for f in found]


def _decide(store: Store, relation: ActorRelation, start: date | None = None) -> None:
    decide_actors(store, Bond(OLD, NEW, relation, start), who="ada", why="their statement")


def test_without_decisions_each_name_is_a_body(store: Store) -> None:
    _told(store)
    assert {OLD, NEW} <= {b.name for b in list_bodies(store)}
    assert _events(store, OLD) == (1, ["a"])
    assert find_body(store, OLD).bonds == ()


def test_two_names_of_one_body_share_a_row_and_all_events(store: Store) -> None:
    _told(store)
    _decide(store, ActorRelation.SAME)
    (body,) = list_bodies(store, "volunteers")
    assert (body.name, body.others, body.perpetrator) == (NEW, (OLD,), 2)
    assert _events(store, OLD) == _events(store, NEW) == (2, ["a", "b"])


def test_a_body_that_was_renamed_stands_under_its_last_name_with_events_named_as_on_their_day(store: Store) -> None:
    _told(store)
    _decide(store, ActorRelation.RENAMED, CHANGE)
    (body,) = list_bodies(store, "harrow")
    assert (body.name, body.others, body.perpetrator) == (NEW, (OLD,), 2)
    _, found = events_of(store, find_body(store, OLD), "perpetrator", 10)
    assert [f.event.perpetrators[0].name for f in found] == [OLD, NEW]


def test_a_body_that_merged_keeps_what_it_did_before(store: Store) -> None:
    _told(store)
    keep(store, telling("c", authors=(OLD,), day=date(2023, 1, 1)))
    _decide(store, ActorRelation.MERGED, CHANGE)
    assert (_events(store, OLD), _events(store, NEW)) == ((1, ["a"]), (2, ["b", "c"]))
    assert {b.name: b.perpetrator for b in list_bodies(store, "harrow")} == {NEW: 2, OLD: 1}


def test_more_events_than_are_shown_are_counted(store: Store) -> None:
    _told(store)
    _decide(store, ActorRelation.SAME)
    number, found = events_of(store, find_body(store, NEW), "perpetrator", 1)
    assert (number, len(found)) == (2, 1)


def test_opponents_are_met_under_every_name(store: Store) -> None:
    _told(store)
    before = {m.name: m.hit for m in opponents_in_events(store, find_body(store, NEW))}
    _decide(store, ActorRelation.SAME)
    after = {m.name: m.hit for m in opponents_in_events(store, find_body(store, NEW))}
    assert before
    assert after == {name: 2 * hit for name, hit in before.items()}


def test_a_name_taken_back_later_is_the_last() -> None:
    to, back = (Bond(OLD, NEW, ActorRelation.RENAMED, CHANGE), Bond(NEW, OLD, ActorRelation.RENAMED, AFTER))
    assert {last_name(Identities((to, back)), n) for n in (OLD, NEW)} == {OLD}


def _found(store: Store, actor: str) -> list[str]:
    return [f.document for f in find_events(store, with_bodies(store, EventFilter(actor=actor)))]


def test_a_filter_by_actor_holds_all_names_of_the_body_each_in_its_time(store: Store) -> None:
    _told(store)
    keep(store, telling("c", authors=(OLD,), day=date(2023, 1, 1)))
    assert (_found(store, "valley front"), _found(store, "volunteers")) == (["b"], ["a", "c"])
    _decide(store, ActorRelation.MERGED, CHANGE)
    assert (_found(store, "valley front"), _found(store, "volunteers")) == (["b", "c"], ["a", "c"])
    _decide(store, ActorRelation.SAME)
    assert _found(store, "valley front") == _found(store, "volunteers") == ["a", "b", "c"]
    assert _found(store, "nobody of that name") == []

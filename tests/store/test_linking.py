"""Merges in the store: kept with who and why, undone exactly, made again never."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from contested.errors import StoreError, UsageError
from contested.linking.across.link import LinkResources
from contested.linking.across.names import ActorNames
from contested.linking.across.records import Ref, Telling
from contested.linking.across.tables import LinkTables
from contested.store import linking
from contested.store.database import Store
from contested.store.history import history_of
from contested.store.incidents import find_incidents
from contested.store.link_schema import merges
from contested.store.linking import WAITING, found_links, link_store
from contested.store.merges import Kind, all_merges, rule, undo
from store_tellings import keep
from tellings import telling

RESOURCES = LinkResources(LinkTables.load(), ActorNames({}, {}))


def groups(store: Store) -> list[tuple[str, ...]]:
    return [tuple(m.ref.document for m in i.members) for i in find_incidents(store)]


def test_a_second_run_changes_nothing(store: Store) -> None:
    keep(store, telling("a"), telling("b", killed=9), telling("c", place="Elmham", said="A school was raided.", killed=1))
    assert link_store(store, RESOURCES).added == 1
    before = (all_merges(store), groups(store), found_links(store, WAITING))
    assert link_store(store, RESOURCES).added == 0
    assert (all_merges(store), groups(store), found_links(store, WAITING)) == before
    assert groups(store) == [("a", "b"), ("c",)]


def test_undoing_a_merge_restores_what_was_and_linking_does_not_make_it_again(store: Store) -> None:
    keep(store, telling("a"), telling("b", killed=9))
    link_store(store, RESOURCES)
    before = groups(store)
    keep(store, telling("c", killed=8))
    link_store(store, RESOURCES)
    last = all_merges(store)[-1]
    undo(store, last.id, who="ada", why="another convoy")
    assert groups(store) == [*before, ("c",)]
    assert link_store(store, RESOURCES).added == 0
    assert groups(store) == [*before, ("c",)]


def test_undoing_the_undoing_brings_the_merge_back(store: Store) -> None:
    keep(store, telling("a"), telling("b"))
    link_store(store, RESOURCES)
    undo(store, 1, who="ada", why="mistaken")
    undo(store, 2, who="bo", why="it was one after all")
    assert groups(store) == [("a", "b")]
    with pytest.raises(UsageError, match="no merge 2 in force"):
        undo(store, 2, who="bo", why="again")


def test_rulings_of_people_hold_and_are_in_the_history(store: Store) -> None:
    keep(store, telling("a"), telling("b"))
    link_store(store, RESOURCES)
    rule(store, Kind.APART, Ref("a", "a-e"), Ref("b", "b-e"), who="ada", why="two convoys")
    link_store(store, RESOURCES)
    assert groups(store) == [("a",), ("b",)]
    told = [(h.who, h.what.split(" of ")[0]) for h in history_of(store, Ref("a", "a-e"))]
    assert told == [("ada", "coding added"), ("contested link", "merge"), ("ada", "apart"), ("contested link", "undo")]


@pytest.mark.parametrize("kind", [Kind.PART_OF, Kind.FOLLOWS, Kind.UNSURE])
def test_events_ruled_to_be_otherwise_related_stay_apart_until_that_is_undone(kind: Kind, store: Store) -> None:
    keep(store, telling("a"), telling("b"))
    rule(store, kind, Ref("b", "b-e"), Ref("a", "a-e"), who="ada", why="the second night")
    link_store(store, RESOURCES)
    assert groups(store) == [("a",), ("b",)]
    assert found_links(store, WAITING) == ()
    undo(store, 1, who="ada", why="")
    link_store(store, RESOURCES)
    assert groups(store) == [("a", "b")]


def test_a_ruling_holds_when_a_new_reading_names_the_event_otherwise(store: Store) -> None:
    keep(store, telling("a"), telling("b"))
    rule(store, Kind.APART, Ref("a", "a-e"), Ref("b", "b-e"), who="ada", why="two convoys")
    again = telling("a", killed=8)
    keep(store, Telling(Ref("a", "new"), again.event.model_copy(update={"id": "new"})))
    link_store(store, RESOURCES)
    assert [[str(m.ref) for m in i.members] for i in find_incidents(store)] == [["a:new"], ["b:b-e"]]


def test_a_run_that_breaks_off_keeps_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, telling("a"), telling("b"))
    monkeypatch.setattr(linking, "_renew", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        link_store(store, RESOURCES)
    assert all_merges(store) == ()


def test_a_ruling_on_an_event_that_is_not_there_is_refused(store: Store) -> None:
    keep(store, telling("a"))
    with pytest.raises(UsageError, match="no event x:y in the store"):
        rule(store, Kind.MERGE, Ref("a", "a-e"), Ref("x", "y"), who="ada", why="")


def test_no_row_of_the_merges_can_be_changed(store: Store) -> None:
    keep(store, telling("a"), telling("b"))
    link_store(store, RESOURCES)
    with pytest.raises((IntegrityError, StoreError), match="append-only"), store.writing() as connection:
        connection.execute(update(merges).values(who="somebody"))

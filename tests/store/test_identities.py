"""Names that are one actor: found, ruled about with a time, undone, and used where actors are named."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from contested.assessing.policies.deriving import derive
from contested.assessing.policies.reading import read_policy
from contested.errors import StoreError, UsageError
from contested.linking.across.link import LinkResources
from contested.linking.across.names import ActorNames
from contested.linking.across.tables import LinkTables
from contested.linking.actors.comparing import ActorWeights
from contested.linking.actors.records import ActorRelation, Bond
from contested.model.vocabulary import Stance
from contested.store.actor_linking import WAITING, found_actor_pairs, link_all
from contested.store.actor_schema import actor_links
from contested.store.actors import count_bodies, events_of_body
from contested.store.ask import EventFilter
from contested.store.database import Store, log_lines
from contested.store.identities import all_actor_links, decide_actors, find_identities, undo_actors
from contested.store.incidents import find_incidents
from store_tellings import keep
from tellings import DAY, telling

RESOURCES, WEIGHTS = LinkResources(LinkTables.load(), ActorNames({}, {})), ActorWeights.load()
SHORT = Bond("Valley Front", "Harrow Valley Front", ActorRelation.SAME)


def two(store: Store) -> None:
    keep(store, telling("a", authors=("Harrow Valley Front",)), telling("b", authors=("Valley Front",), killed=9))


def test_names_that_one_incident_shows_to_be_one_body_are_joined_and_a_second_run_changes_nothing(store: Store) -> None:
    two(store)
    assert link_all(store, RESOURCES, WEIGHTS)[1].added == 1
    before = all_actor_links(store)
    assert (before[0].who, before[0].left, before[0].right) == ("contested link", "Valley Front", "Harrow Valley Front")
    assert "company incident" in before[0].why
    assert link_all(store, RESOURCES, WEIGHTS)[1].added == 0
    assert all_actor_links(store) == before


def test_what_a_person_took_back_is_not_found_again(store: Store) -> None:
    two(store)
    link_all(store, RESOURCES, WEIGHTS)
    undo_actors(store, 1, who="ada", why="two bands of one valley")
    assert not find_identities(store)
    assert link_all(store, RESOURCES, WEIGHTS)[1].added == 0
    with pytest.raises(UsageError, match="no decision 1 about actors in force"):
        undo_actors(store, 1, who="ada", why="")


def test_a_ruling_holds_for_its_time_and_undoing_restores_what_was(store: Store) -> None:
    two(store)
    number = decide_actors(store, Bond("Valley Front", "Harrow Valley Front", ActorRelation.MERGED, date(2021, 6, 1)), who="ada", why="joint statement")
    assert [p.name for i in find_incidents(store) for m in i.members for p in m.event.perpetrators] == ["Harrow Valley Front", "Valley Front"]
    undo_actors(store, number, who="ada", why="")
    decide_actors(store, Bond("Valley Front", "Harrow Valley Front", ActorRelation.MERGED, DAY), who="ada", why="joint statement")
    assert [p.name for i in find_incidents(store) for m in i.members for p in m.event.perpetrators] == ["Harrow Valley Front"] * 2
    assert ("ada", "actors merged into") in [(line[1], line[2]) for line in log_lines(store)]


def test_rulings_are_checked(store: Store) -> None:
    two(store)
    for bond, told in (
        (Bond("Valley Front", "Valley Front", ActorRelation.SAME), "held against itself"),
        (Bond("Valley Front", "Moss Guard", ActorRelation.SAME), "no event names an actor 'Moss Guard'"),
        (Bond("Valley Front", "Harrow Valley Front", ActorRelation.SAME, DAY, DAY), "ends before it begins"),
    ):
        with pytest.raises(UsageError, match=told):
            decide_actors(store, bond, who="ada", why="")
    assert all_actor_links(store) == ()


def test_a_decision_cannot_be_changed_or_removed(store: Store) -> None:
    two(store)
    decide_actors(store, SHORT, who="ada", why="")
    with pytest.raises((IntegrityError, StoreError), match="append-only"), store.writing() as connection:
        connection.execute(delete(actor_links))


def test_who_is_one_body_decides_what_a_policy_counts(store: Store) -> None:
    keep(store, telling("a", authors=("Night Lions",), killed=20, speaker="Moss Guard", claims=(("Moss Guard", Stance.CLAIMS, "event"),)))
    (before,) = find_incidents(store)
    decide_actors(store, Bond("Moss Guard", "Night Lions", ActorRelation.SAME), who="ada", why="one band")
    (after,) = find_incidents(store)
    policy = read_policy("independent_only")
    assert (derive(before.members, policy).best, derive(after.members, policy).best) == (20, None)


def test_an_actor_is_counted_and_shown_under_all_its_names(store: Store) -> None:
    two(store)
    decide_actors(store, SHORT, who="ada", why="")
    (front, also) = next(c for c in count_bodies(store) if c[0].name == "Harrow Valley Front")
    assert (front.perpetrator, also) == (2, ("Valley Front",))
    assert [e.document for e in events_of_body(store, EventFilter(actor="harrow"))] == ["a", "b"]


def test_doubtful_pairs_wait_with_their_reasons(store: Store) -> None:
    keep(store, telling("a", authors=("Harrow Valley Front",)), telling("b", authors=("Valley Front",), day=date(2022, 1, 1), place="Elmham"))
    assert link_all(store, RESOURCES, WEIGHTS)[1].waiting == 1
    (pair,) = found_actor_pairs(store, WAITING)
    assert (pair.left, pair.right, pair.levels[0]) == ("Valley Front", "Harrow Valley Front", ("name", "within"))

"""Questions to the store."""

from __future__ import annotations

from datetime import date

import pytest

from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.ask import (
    ActorCount,
    EventFilter,
    count_actors,
    events_named,
    find_coding,
    find_events,
    find_profiles,
    list_sources,
)
from contested.store.database import Store
from contested.store.keep import keep_coding


@pytest.fixture
def filled(store: Store, document: Document, coding: Coding) -> Store:
    keep_coding(store, document, coding, who="ada")
    return store


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (EventFilter(), 1),
        (EventFilter(first=date(2021, 5, 3), last=date(2021, 5, 3)), 1),
        (EventFilter(first=date(2021, 5, 4)), 0),
        (EventFilter(last=date(2021, 5, 2)), 0),
        (EventFilter(country="gb"), 1),
        (EventFilter(country="FR"), 0),
        (EventFilter(action="ambush", status="disputed"), 1),
        (EventFilter(status="claimed"), 0),
        (EventFilter(actor="REED comp"), 1),
        (EventFilter(actor="100%"), 0),
        (EventFilter(min_confidence=0.9), 0),
        (EventFilter(documents=("doc1",)), 1),
        (EventFilter(documents=("doc9",)), 0),
    ],
)
def test_events_are_filtered(filled: Store, wanted: EventFilter, number: int) -> None:
    assert len(find_events(filled, wanted)) == number


def test_an_event_is_found_by_the_beginning_of_its_id(filled: Store) -> None:
    assert [f.event.id for f in events_named(filled, "e")] == ["e1"]
    assert [f.name for f in events_named(filled, "oakford.txt:e1")] == ["oakford.txt"]
    assert events_named(filled, "x") == []


def test_actors_are_counted_by_role(filled: Store) -> None:
    assert count_actors(filled) == [ActorCount("Réed Company", 1, 0, 0), ActorCount("army", 0, 0, 1)]


def test_a_profile_is_found_by_part_of_a_name_or_alias(filled: Store) -> None:
    assert [p.name for _, p in find_profiles(filled, "reed")] == ["Reed Company"]
    assert [n for n, _ in find_profiles(filled, "rc")] == ["oakford.txt"]
    assert find_profiles(filled, "Unknown") == []


def test_sources_tell_what_was_made_of_them(filled: Store) -> None:
    (source,) = list_sources(filled)
    assert (source.name, source.events, source.left_out, source.coder) == ("oakford.txt", 1, 1, "rules 1")


def test_a_coding_by_another_coder_is_not_found(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada", fingerprint="f1")
    assert find_coding(store, "doc1", "f2") is None
    keep_coding(store, document, coding, who="ada", fingerprint="f2")
    assert find_coding(store, "doc1", "f2") is not None

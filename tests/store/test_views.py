"""What is kept for views follows the events and the documents: figures by policy, passages, months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from contested.assessing.policies.reading import policy_names
from contested.model.documents import Document
from contested.model.events import Casualty, Coding, EventPlace
from contested.model.values import CasualtyValue
from contested.model.vocabulary import CasualtyKind, Property
from contested.store.ask import EventFilter, find_events
from contested.store.database import Store
from contested.store.decisions import NewDecision, decide
from contested.store.keep import keep_coding
from contested.store.remembering import Remembered
from contested.store.schema import POLICIES, events
from contested.store.tolls import Figure, Summed, Toll, figures_of, sum_days, sum_months, tolls_by_source
from contested.store.verdicts import Said, Verdict
from contested.store.view_schema import passages


def _with_tolls(coding: Coding, *tolls: tuple[str | None, int]) -> Coding:
    said = tuple(Casualty(kind=CasualtyKind.KILLED, low=n, high=n, asserted_by=who) for who, n in tolls)
    return coding.model_copy(update={"events": (coding.events[0].model_copy(update={"casualties": said}),)})


def _figures(store: Store) -> dict[str, Figure]:
    return {policy: figure for (policy, _, _), figure in figures_of(store, POLICIES, [("doc1", "e1")]).items()}


def test_the_columns_are_those_of_the_programs_policies() -> None:
    assert policy_names() == POLICIES


def test_each_policy_has_its_figures_of_an_event(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, _with_tolls(coding, ("Réed Company", 9), ("army", 2), ("police", 3)), who="ada")
    assert _figures(store) == {
        "acled": Figure(2, 2, 2), "by_source": Figure(2, None, 9), "independent_only": Figure(2, 2, 3), "ucdp": Figure(2, 3, 9),
    }  # fmt: skip


def test_figures_follow_a_new_reading_and_a_correction(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, _with_tolls(coding, ("army", 2), ("police", 3)), who="ada")
    value = CasualtyValue(kind=CasualtyKind.KILLED, low=7, high=7)
    decide(store, "doc1", "e1", NewDecision(Verdict.CORRECT, Property.CASUALTY, (Said(value),)), who="ada")
    assert _figures(store)["ucdp"] == Figure(7, 7, 7)
    assert not find_events(store, EventFilter(changed=("acled", "ucdp")))


def test_figures_are_added_up_and_what_a_policy_changes_is_counted(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, _with_tolls(coding, ("Réed Company", 9), ("army", 2), ("police", 3)), who="ada")
    (summed,) = sum_months(store, EventFilter(), "acled", "ucdp")
    assert summed == Summed(date(2021, 5, 1), "disputed", 1, Toll(1, 2, 2, 2, changed=1), Toll(1, 2, 3, 9, changed=1))
    assert sum_days(store, EventFilter(), "acled", "acled")[0].first == date(2021, 5, 3)
    assert tolls_by_source(store, EventFilter(), "by_source") == (("oakford.txt", 1, Toll(1, 2, None, 9)),)
    assert len(find_events(store, EventFilter(changed=("acled", "ucdp")))) == 1


def test_a_source_is_a_document_or_a_publisher_and_a_box_a_stretch_of_the_map(store: Store, document: Document, coding: Coding) -> None:
    place = EventPlace(text="Oakford", name="Oakford", country="GB", latitude=51.5, longitude=-1.2)
    placed = coding.model_copy(update={"events": (coding.events[0].model_copy(update={"place": place}),)})
    keep_coding(store, replace(document, publisher="Reed Wire"), placed, who="ada")
    inside: list[dict[str, Any]] = [{"source": "doc1"}, {"source": "Reed Wire"}, {"box": (-2.0, 51.0, 0.0, 52.0)}, {"box": (170.0, 51.0, -1.0, 52.0)}]
    outside: list[dict[str, Any]] = [{"source": "Reed"}, {"box": (0.0, 51.0, 1.0, 52.0)}, {"box": (-2.0, 52.0, 0.0, 53.0)}]
    assert [len(find_events(store, EventFilter(**asked))) for asked in (*inside, *outside)] == [1, 1, 1, 1, 0, 0, 0]


def test_an_answer_is_remembered_until_somebody_writes(store: Store, document: Document, coding: Coding) -> None:
    asked: list[int] = []

    def question(store: Store, wanted: EventFilter) -> int:
        asked.append(1)
        return len(find_events(store, wanted))

    remembered = Remembered(store)
    assert [remembered.ask(question, EventFilter()), remembered.ask(question, EventFilter())] == [0, 0]
    keep_coding(store, document, coding, who="ada")
    assert remembered.ask(question, EventFilter()) == 1
    assert len(asked) == 2


def test_the_month_of_an_event_is_kept(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")
    with store.reading() as connection:
        assert connection.scalar(select(events.c.month)) == 2021 * 12 + 4


def test_the_index_of_words_follows_the_passages(sqlite_store: Store, document: Document, coding: Coding) -> None:
    keep_coding(sqlite_store, document, coding, who="ada")
    with sqlite_store.writing() as connection:
        found = "SELECT count(*) FROM passage_words WHERE passage_words MATCH 'patrol'"
        assert connection.exec_driver_sql(found).scalar() == 1
        connection.execute(delete(passages))
        assert connection.exec_driver_sql(found).scalar() == 0

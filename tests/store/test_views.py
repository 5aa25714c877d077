"""What is kept for views follows the events and the documents: figures by policy, passages, months."""

from __future__ import annotations

from sqlalchemy import delete, select

from contested.model.documents import Document
from contested.model.events import Casualty, Coding
from contested.model.values import CasualtyValue
from contested.model.vocabulary import CasualtyKind, Property
from contested.store.database import Store
from contested.store.decisions import NewDecision, Said, Verdict, decide
from contested.store.keep import keep_coding
from contested.store.schema import events
from contested.store.view_schema import figures, passages


def _with_tolls(coding: Coding, *tolls: tuple[str | None, int]) -> Coding:
    said = tuple(Casualty(kind=CasualtyKind.KILLED, low=n, high=n, asserted_by=who) for who, n in tolls)
    return coding.model_copy(update={"events": (coding.events[0].model_copy(update={"casualties": said}),)})


def _figures(store: Store) -> dict[str, tuple[int | None, int | None, int | None]]:
    with store.reading() as connection:
        return {r.policy: (r.low, r.best, r.high) for r in connection.execute(select(figures))}


def test_each_policy_has_its_figures_of_an_event(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, _with_tolls(coding, ("Réed Company", 9), ("army", 2), ("police", 3)), who="ada")
    assert _figures(store) == {"acled": (2, 2, 2), "by_source": (2, None, 9), "independent_only": (2, 2, 3), "ucdp": (2, 3, 9)}


def test_figures_follow_a_new_reading_and_a_correction(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, _with_tolls(coding, ("army", 2), ("police", 3)), who="ada")
    value = CasualtyValue(kind=CasualtyKind.KILLED, low=7, high=7)
    decide(store, "doc1", "e1", NewDecision(Verdict.CORRECT, Property.CASUALTY, (Said(value),)), who="ada")
    assert _figures(store)["ucdp"] == (7, 7, 7)
    keep_coding(store, document, coding.model_copy(update={"events": ()}), who="ada")
    assert _figures(store) == {}


def test_the_month_of_an_event_is_kept(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")
    with store.reading() as connection:
        assert connection.scalar(select(events.c.month)) == 2021 * 12 + 4


def test_the_index_of_words_follows_the_passages(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")
    with store.writing() as connection:
        found = "SELECT count(*) FROM passage_words WHERE passage_words MATCH 'patrol'"
        assert connection.exec_driver_sql(found).scalar() == 1
        connection.execute(delete(passages))
        assert connection.exec_driver_sql(found).scalar() == 0

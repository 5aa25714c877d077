"""Both databases give the same order, where dates are missing too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from contested.model.documents import Document
from contested.model.events import Casualty, Coding, EventDate
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision
from contested.store.ask import EventFilter
from contested.store.browse import page_of_events
from contested.store.database import Store
from contested.store.keep import keep_coding
from contested.store.searching import search_documents


def test_what_has_no_date_comes_last(store: Store, document: Document, coding: Coding) -> None:
    undated = EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.REPORT)
    toll = Casualty(kind=CasualtyKind.KILLED, low=3, high=3)
    dated = coding.events[0].model_copy(update={"casualties": (toll,)})
    for name, published, day in (("one", None, undated), ("two", date(2021, 5, 4), dated.date), ("three", date(2022, 1, 1), dated.date)):
        told = coding.model_copy(update={"events": (dated.model_copy(update={"date": day}),)})
        keep_coding(store, replace(document, id=name, name=f"oakford-{name}", published=published), told, who="ada")
    assert [d.document for d in search_documents(store, "oakford")] == ["three", "two", "one"]
    assert [e.document for e in page_of_events(store, EventFilter(), "toll")] == ["three", "two", "one"]

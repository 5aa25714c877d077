"""What leaves the store is written down, before and after, and stands in the history of every event that was in it."""

from __future__ import annotations

from datetime import datetime

import pytest

from contested.errors import OutputError
from contested.linking.across.records import Ref
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.database import Store, log_lines, open_store
from contested.store.decisions import NewDecision, Verdict, decide
from contested.store.history import history_of
from contested.store.journal import recorded_export
from contested.store.keep import keep_coding


def refuse() -> None:
    raise AssertionError("the export was not recorded")


def test_an_export_is_recorded_before_and_after_and_shown_with_the_event(store: Store, document: Document, coding: Coding) -> None:
    with recorded_export(store, "ada", "csv into early", refuse):
        pass
    keep_coding(store, document, coding, who="ada")
    with recorded_export(store, "bo", "csv into out", refuse) as came_of_it:
        assert log_lines(store)[-1][1:] == ("bo", "export", None, "csv into out")
        came_of_it += ["1 events", "policy acled/1"]
    told = [(h.who, h.what, h.why) for h in history_of(store, Ref("doc1", "e1"))]
    assert told[1:] == [("bo", "export", "csv into out"), ("bo", "export written", "csv into out: 1 events, policy acled/1")]


def test_an_export_that_fails_is_recorded_as_failed(store: Store) -> None:
    with pytest.raises(OutputError), recorded_export(store, "ada", "csv into out", refuse):
        raise OutputError("the disk is full")
    assert log_lines(store)[-1][2:] == ("export failed", None, "csv into out: OutputError")


def test_a_clock_that_jumps_back_changes_no_order(store_address: str, document: Document, coding: Coding) -> None:
    hours = iter((9, 9, 9, 12, 12, 12, 12, 7, 7, 7, 7, 8, 8, 8, 8))
    store = open_store(store_address, now=lambda: datetime(2026, 5, 1, next(hours)))
    keep_coding(store, document, coding, who="ada")
    for n, verdict in enumerate((Verdict.ACCEPT, Verdict.REJECT, Verdict.ACCEPT)):
        decide(store, "doc1", "e1", NewDecision(verdict, why=str(n)), who="ada")
    happened = history_of(store, Ref("doc1", "e1"))
    assert [h.why for h in happened] == ["read by rules 1", "0", "1", "2"]
    assert [h.at_utc.hour for h in happened] != sorted(h.at_utc.hour for h in happened)
    store.close()

"""Keeping codings: once, all or nothing, and the newer coder's reading in place of the older's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection, event, func, insert, select
from sqlalchemy.exc import DBAPIError

from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.ask import find_coding, find_document
from contested.store.database import Store, log_lines
from contested.store.keep import Kept, has_own_id, keep_coding, tell_apart
from contested.store.schema import events, left_out, parties, statements


def rows(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return {t.name: connection.scalar(select(func.count()).select_from(t)) or 0 for t in (statements, events, left_out, parties)}


def test_what_was_kept_comes_back_as_it_was(store: Store, document: Document, coding: Coding) -> None:
    assert keep_coding(store, document, coding, who="ada") is Kept.ADDED
    assert find_document(store, "doc1") == document
    found = find_coding(store, "doc1")
    assert found is not None
    assert found.to_gold() == coding.to_gold()


def test_the_same_reading_again_changes_nothing(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")
    before, lines = rows(store), log_lines(store)
    assert keep_coding(store, document, coding, who="ada") is Kept.UNCHANGED
    assert rows(store) == before == {"statements": 1, "events": 1, "left_out": 1, "parties": 2}
    assert log_lines(store) == lines


def test_a_newer_coder_replaces_the_machines_statements_and_says_so(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")
    newer = coding.model_copy(update={"coder": "rules 2", "events": (), "statements": ()})
    assert keep_coding(store, document, newer, who="ben") is Kept.REPLACED
    assert rows(store) == {"statements": 0, "events": 0, "left_out": 1, "parties": 0}
    assert [line[1:] for line in log_lines(store)][1:] == [
        ("ada", "coding added", "doc1", "read by rules 1"),
        ("ben", "coding replaced", "doc1", "read by rules 2, in place of rules 1"),
    ]


def test_a_newer_coder_leaves_the_statements_of_people(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")
    with store.writing() as connection:
        row = dict(connection.execute(select(statements)).mappings().one())
        connection.execute(insert(statements).values(row | {"id": "person1", "origin": "person"}))
    keep_coding(store, document, coding.model_copy(update={"coder": "rules 2", "statements": ()}), who="ben")
    with store.reading() as connection:
        assert connection.scalars(select(statements.c.id)).all() == ["person1"]


def test_a_fault_halfway_leaves_the_earlier_reading(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")

    def fail(_c: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO parties"):
            raise KeyboardInterrupt

    event.listen(store.engine, "before_cursor_execute", fail)
    with pytest.raises(KeyboardInterrupt):
        keep_coding(store, document, coding.model_copy(update={"coder": "rules 2"}), who="ben")
    event.remove(store.engine, "before_cursor_execute", fail)
    found = find_coding(store, "doc1")
    assert found is not None
    assert found.coder == "rules 1"
    assert len(log_lines(store)) == 2


def test_no_line_of_the_log_can_be_changed(store: Store) -> None:
    with store.engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.exec_driver_sql("DELETE FROM log")


def test_another_text_of_the_same_name_gets_an_id_of_its_own(store: Store, document: Document, coding: Coding) -> None:
    keep_coding(store, document, coding, who="ada")
    other = replace(document, text=document.text + " More.")
    assert tell_apart(store, document) == document
    assert tell_apart(store, other).id != document.id
    assert tell_apart(store, other) == tell_apart(store, other)
    assert [has_own_id(d) for d in (document, replace(document, id="doc1-2"), tell_apart(store, other))] == [False, False, True]

"""Stores of every earlier version are brought up to date with what they hold, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError

from contested.errors import StoreError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store import database
from contested.store.ask import find_coding, find_document
from contested.store.database import Store, log_lines, open_store
from contested.store.decisions import NewDecision, decide, decisions_of
from contested.store.engines import make_engine, store_url
from contested.store.keep import keep_coding
from contested.store.rows import digest, document_row, event_row, party_rows, statement_row
from contested.store.schema import KNOWN_VERSIONS, codings, documents, events, log, metadata, parties, statements
from contested.store.verdicts import Verdict

NewAddress = Callable[[], str]


def make_old(address: str, version: str, document: Document, coding: Coding) -> None:
    """Make a store as an earlier version of the program did, with one document coded."""
    engine = make_engine(store_url(address), 5)
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        known = {t: {c["name"] for c in inspect(connection).get_columns(t)} for t in inspect(connection).get_table_names()}
        then = datetime(2025, 5, 5)
        rows = [
            (documents, document_row(document) | {"added_at_utc": then}),
            (codings, {"document": document.id, "coder": coding.coder, "fingerprint": "f", "coded_at_utc": then, "digest": digest(coding), "rest": {"notes": [], "document": document.name}}),
            (log, {"at_utc": then, "who": "ada", "what": "coding added", "document": document.id, "why": "read"}),
            *((statements, statement_row(document.id, n, s)) for n, s in enumerate(coding.statements)),
            *((events, event_row(document.id, n, e)) for n, e in enumerate(coding.events)),
            *((parties, row) for e in coding.events for row in party_rows(document.id, e)),
        ]
        for table, row in rows:
            connection.execute(table.insert().values({k: v for k, v in row.items() if k in known[table.name]}))
    engine.dispose()


@pytest.mark.parametrize("version", KNOWN_VERSIONS)
def test_a_store_of_an_earlier_version_keeps_what_it_holds(new_address: NewAddress, version: str, document: Document, coding: Coding) -> None:
    address = new_address()
    make_old(address, version, document, coding)
    store = open_store(address)
    assert find_document(store, "doc1") == document
    found = find_coding(store, "doc1")
    assert found is not None
    assert found.events == coding.events
    with store.reading() as connection:
        row = connection.execute(select(events)).mappings().one()
    assert dict(row) == event_row("doc1", 0, coding.events[0]) | {"reviewed": row["reviewed"], "machine": None, "doubt": row["doubt"], "place": row["place"]}
    decide(store, "doc1", found.events[0].id, NewDecision(Verdict.ACCEPT), who="bo")
    assert len(decisions_of(store, "doc1")) == 1
    store.close()


def test_a_store_brought_up_to_date_is_as_a_new_one(new_address: NewAddress, document: Document, coding: Coding) -> None:
    old, new = new_address(), new_address()
    make_old(old, KNOWN_VERSIONS[0], document, coding)
    assert layout(open_store(old)) == layout(open_store(new))


def layout(store: Store) -> dict[str, list[str]]:
    found = inspect(store.engine)
    told = {}
    for table in metadata.tables:
        told[table] = sorted(f"{c['name']} {c['type']} {c['nullable']}" for c in found.get_columns(table))
        told[table] += sorted(str(i["name"]) for i in found.get_indexes(table))
    store.close()
    return told


def test_a_change_that_breaks_off_leaves_the_store_as_it_was(
    new_address: NewAddress, document: Document, coding: Coding, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = new_address()
    make_old(address, "0001", document, coding)
    with monkeypatch.context() as patched:
        patched.setattr(log, "insert", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            open_store(address)
    engine = make_engine(store_url(address), 5)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0001"
    assert "decisions" not in inspect(engine).get_table_names()
    engine.dispose()
    store = open_store(address)
    assert [line[2] for line in log_lines(store)] == ["coding added", "tables"]
    store.close()


def test_many_that_open_an_old_store_at_once_bring_it_up_to_date_once(new_address: NewAddress, document: Document, coding: Coding) -> None:
    address = new_address()
    make_old(address, "0001", document, coding)
    faults: list[BaseException] = []

    def opening() -> None:
        try:
            open_store(address).close()
        except BaseException as err:
            faults.append(err)

    threads = [Thread(target=opening) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    store = open_store(address)
    assert [line[2] for line in log_lines(store)].count("tables") == 1
    store.close()


@pytest.mark.parametrize("table", ["log", "decisions", "merges", "rounds"])
def test_records_of_a_store_brought_up_to_date_cannot_be_changed(new_address: NewAddress, table: str, document: Document, coding: Coding) -> None:
    address = new_address()
    make_old(address, "0001", document, coding)
    store = open_store(address)
    keep_coding(store, document, coding.model_copy(update={"coder": "rules 2"}), who="ada")
    decide(store, "doc1", "e1", NewDecision(Verdict.ACCEPT), who="ada")
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO merges VALUES (1, '2025-01-01', 'ada', 'merge', 'a', 'b', 'c', 'd', '[]', 1.0, '[]', '', NULL)")
        connection.exec_driver_sql("INSERT INTO rounds VALUES (1, '2025-01-01', 'ada', 'doc1', 'open', 1, '[]', NULL)")
    for change in (f"UPDATE {table} SET who = 'somebody'", f"DELETE FROM {table}"):
        with pytest.raises((IntegrityError, StoreError), match="append-only"), store.writing() as connection:
            connection.exec_driver_sql(change)
    store.close()

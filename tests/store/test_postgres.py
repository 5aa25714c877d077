"""What a database on a server can suffer: told in one line that shows no password, and nothing half written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from contested.errors import NoStoreError, StoreError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.ask import list_sources
from contested.store.database import Store, open_store
from contested.store.engines import hidden
from contested.store.keep import keep_coding

if TYPE_CHECKING:
    from databases import Server

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = '{}'"


@pytest.fixture
def address(postgres: Server, postgres_store: str) -> str:
    return postgres.new_database(postgres_store)


def name_of(address: str) -> str:
    return address.partition("@/")[2].partition("?")[0]


def cut(postgres: Server, address: str) -> None:
    """End all connections to a database, as a restart of its server does."""
    postgres.ask(CUT.format(name_of(address)))


def test_a_connection_cut_within_a_document_keeps_nothing_of_it(
    postgres: Server, address: str, document: Document, coding: Coding, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(address)
    with monkeypatch.context() as patched:
        patched.setattr("contested.store.keep.settle", lambda _c, _d: cut(postgres, address))
        with pytest.raises(StoreError, match=r"the connection to the database was lost. Run the same command again: what was finished is kept"):
            keep_coding(store, document, coding, who="ada")
    assert list_sources(store) == []
    keep_coding(store, document, coding, who="ada")
    assert len(list_sources(store)) == 1
    store.close()


def test_a_connection_cut_between_documents_is_made_again(postgres: Server, address: str, document: Document, coding: Coding) -> None:
    store = open_store(address)
    cut(postgres, address)
    keep_coding(store, document, coding, who="ada")
    assert len(list_sources(store)) == 1
    store.close()


def test_a_server_that_is_not_there_or_does_not_know_the_database_is_told(postgres: Server, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"@/contested\?host=.*: the database cannot be reached \(.*\). Check that it runs"):
        open_store(f"postgresql://ada:secret@/contested?host={tmp_path}")
    with pytest.raises(StoreError, match=r"cannot be reached .*\"nowhere\" does not exist"):
        open_store(postgres.address("nowhere"))


def test_no_message_shows_a_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told:
        open_store(f"postgresql://ada:secret@/contested?host={tmp_path}")
    assert "secret" not in str(told.value)
    assert hidden("postgresql://ada:secret@host/name") == "postgresql://ada@host/name"
    assert hidden("reports@2021.db") == "reports@2021.db"


def test_an_empty_database_is_no_store_until_one_is_made(postgres: Server) -> None:
    address = postgres.new_database()
    with pytest.raises(NoStoreError, match=r"there is no store. Code a report first"):
        open_store(address, create=False)
    open_store(address).close()
    open_store(address, create=False).close()


def test_a_writer_waits_for_the_one_before_it_and_then_gives_up(address: str, document: Document, coding: Coding) -> None:
    store, other = open_store(address, wait_s=0.2), open_store(address)
    with other.writing(), pytest.raises(StoreError, match=r"another program is writing to the store. Wait"):
        keep_coding(store, document, coding, who="ada")
    assert list_sources(store) == []
    patient = open_store(address, wait_s=20)
    with other.writing() as connection:
        Timer(0.3, connection.rollback).start()
        keep_coding(patient, document, coding, who="ada")
    for one in (store, other, patient):
        one.close()


@pytest.fixture
def guest(postgres: Server, address: str) -> Store:
    """Give a store opened by a user who may only read."""
    role = f"guest_{name_of(address)}"
    postgres.ask(f"CREATE ROLE {role} LOGIN")
    with open_store(address).writing() as connection:
        connection.exec_driver_sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    return open_store(address.replace("contested@", f"{role}@"), create=False)


def test_who_may_only_read_can_look_and_is_told_so_on_writing(guest: Store, document: Document, coding: Coding) -> None:
    assert list_sources(guest) == []
    with pytest.raises(StoreError, match=r"the user may not do this in the database. Ask its administrator"):
        keep_coding(guest, document, coding, who="ada")
    guest.close()


def test_a_database_that_takes_no_writes_is_told(address: str) -> None:
    store = open_store(address)
    with pytest.raises(StoreError, match=r"the store may not be written to. Name a server that takes writes"), store.writing() as connection:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY; DELETE FROM events")
    store.close()


def test_names_are_sorted_by_their_characters_whatever_the_server_speaks(postgres: Server, document: Document, coding: Coding) -> None:
    postgres.ask("CREATE DATABASE spoken TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8'")
    store = open_store(postgres.address("spoken"))
    for name in ("b", "A", "a", "Ä", "B"):
        keep_coding(store, replace(document, id=name, name=name), coding, who="ada")
    assert [s.name for s in list_sources(store)] == ["A", "B", "a", "b", "Ä"]
    store.close()

"""A store copied while it is used is whole, and holds all that was finished when the copy began."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from contested.errors import OutputError, StoreError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.ask import all_readings
from contested.store.copying import copy_store
from contested.store.database import Store, open_store
from contested.store.keep import keep_coding


def names_in(path: Path) -> set[str]:
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()
    store = open_store(str(path), create=False)
    names = {document.id for document, _ in all_readings(store)}
    store.close()
    return names


def test_a_copy_taken_while_a_coder_writes_is_whole(sqlite_store: Store, document: Document, coding: Coding, tmp_path: Path) -> None:
    finished: list[str] = []
    stop = Event()

    def write() -> None:
        writer = open_store(sqlite_store.where)
        for n in range(1000):
            if stop.is_set():
                break
            keep_coding(writer, replace(document, id=f"d{n}"), coding, who="coder")
            finished.append(f"d{n}")
        writer.close()

    thread = Thread(target=write)
    thread.start()
    try:
        for n in range(5):
            before = set(finished)
            copy_store(sqlite_store, tmp_path / f"copy{n}.db")
            assert before <= names_in(tmp_path / f"copy{n}.db")
    finally:
        stop.set()
        thread.join()
    assert not list(tmp_path.glob(".copy*"))


def test_a_copy_takes_the_place_of_nothing(sqlite_store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("something else")
    with pytest.raises(OutputError, match=r"there is such a file. Choose a new name"):
        copy_store(sqlite_store, tmp_path / "copy.db")
    with pytest.raises((OutputError, StoreError), match="cannot be"):
        copy_store(sqlite_store, tmp_path / "no" / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "something else"


def test_files_copied_while_the_store_is_open_and_nobody_writes_hold_all(sqlite_store: Store, document: Document, coding: Coding, tmp_path: Path) -> None:
    keep_coding(sqlite_store, document, coding, who="ada")
    (tmp_path / "copy").mkdir()
    for file in Path(sqlite_store.where).parent.glob("contested.db*"):
        (tmp_path / "copy" / file.name).write_bytes(file.read_bytes())
    assert names_in(tmp_path / "copy" / "contested.db") == {"doc1"}


def test_a_database_on_a_server_is_copied_by_its_own_means(postgres_store: str, postgres: object, tmp_path: Path) -> None:
    store = open_store(postgres.address(postgres_store))  # type: ignore[attr-defined]
    with pytest.raises(StoreError, match="Copy it with pg_dump"):
        copy_store(store, tmp_path / "copy.db")
    store.close()

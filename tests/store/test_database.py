"""Opening stores: made, found, refused with one clear line, and left as they were."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import event, inspect

from contested.errors import ReadOnlyStoreError, StoreError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store import database
from contested.store.ask import list_sources
from contested.store.database import Store, open_store
from contested.store.journal import recorded_export
from contested.store.keep import keep_coding
from contested.store.schema import HEAD, KNOWN_VERSIONS, metadata


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root for a while: root may write to read-only files."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_new_store_has_the_tables_of_the_schema(store: Store) -> None:
    made = inspect(store.engine)
    for table in metadata.tables.values():
        assert {c["name"] for c in made.get_columns(table.name)} == set(table.columns.keys())
        assert {i["name"] for i in made.get_indexes(table.name)} == {i.name for i in table.indexes}


def test_the_schema_knows_every_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == HEAD
    assert sorted(s.revision for s in scripts.walk_revisions()) == sorted(KNOWN_VERSIONS)


def test_a_store_keeps_a_write_ahead_log(sqlite_store: Store) -> None:
    with sqlite_store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_store_of_a_newer_version_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer version of contested .*9999.* Update contested"):
        open_store(str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database, just words\n" * 100, b"\x00\x01" * 900])
def test_a_file_that_is_no_database_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes.txt: the file is not a database. Name another file"):
        open_store(str(path))
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="holds other tables"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_locked_store_says_so_and_keeps_what_it_had(tmp_path: Path, document: Document, coding: Coding) -> None:
    path = tmp_path / "c.db"
    store = open_store(str(path), wait_s=0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"another program is writing to the store. Wait"):
        keep_coding(store, document, coding, who="ada")
    other.execute("ROLLBACK")
    other.close()
    assert list_sources(store) == []
    store.close()


def test_a_store_that_may_not_be_written_to_says_so(tmp_path: Path, document: Document, coding: Coding) -> None:
    path = tmp_path / "c.db"
    open_store(str(path)).close()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and str(folder) != "/" and "pytest" in str(folder):
            folder.chmod(0o755)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    before = path.read_bytes()
    with as_nobody(), pytest.raises(StoreError, match=r"may not be written to|cannot be opened"):
        keep_coding(open_store(str(path)), document, coding, who="ada")
    tmp_path.chmod(0o755)
    assert path.read_bytes() == before


def test_a_store_in_a_folder_that_may_not_be_written_to_is_read(tmp_path: Path, document: Document, coding: Coding) -> None:
    path = tmp_path / "c.db"
    store = open_store(str(path))
    keep_coding(store, document, coding, who="ada")
    store.close()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and str(folder) != "/" and "pytest" in str(folder):
            folder.chmod(0o755)
    tmp_path.chmod(0o555)
    told: list[str] = []
    with as_nobody():
        store = open_store(str(path), create=False)
        assert [s.name for s in list_sources(store)] == ["oakford.txt"]
        with recorded_export(store, "ada", "csv", lambda: told.append("not in the log")):
            told.append("written")
        with pytest.raises(ReadOnlyStoreError, match=r"may not be written to. Make the file and its folder writable"):
            keep_coding(store, document, coding.model_copy(update={"coder": "rules 2"}), who="ada")
        store.close()
    tmp_path.chmod(0o755)
    assert told == ["not in the log", "written"]


def test_a_full_disk_says_so_and_keeps_what_was_finished(sqlite_store: Store, document: Document, coding: Coding) -> None:
    keep_coding(sqlite_store, document, coding, who="ada")

    def fill(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(sqlite_store.engine, "connect", fill)
    sqlite_store.close()
    big = Document("doc2", "big.txt", "word " * 100_000, "b" * 64)
    with pytest.raises(StoreError, match=r"the disk is full. Free some space"):
        keep_coding(sqlite_store, big, Coding(document="big.txt", sha256="b" * 64, coder="rules 1"), who="ada")
    assert [s.name for s in list_sources(sqlite_store)] == ["oakford.txt"]


def test_a_folder_or_a_missing_store_or_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="it is a folder"):
        open_store(str(tmp_path))
    with pytest.raises(StoreError, match=r"there is no store. Code a report first"):
        open_store(str(tmp_path / "none.db"), create=False)
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(StoreError, match="no such kind of database"):
        open_store("nosuch://host/name")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / "no" / "folder.db"))

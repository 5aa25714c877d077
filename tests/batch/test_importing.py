"""Imports into a store: once, again, edited, dry, and beside what is there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from contested.batch.importing import Change, Imported, ImportOptions, import_files
from contested.batch.reports import CodeOptions
from contested.errors import InputError, NoStoreError
from contested.model.documents import Sensitivity
from contested.store.ask import all_readings, find_document
from contested.store.database import Store, log_lines, open_store
from contested.store.schema import metadata

HEADER = "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,latitude,longitude,fatalities,notes\n"
ROW = "MLI900,2023-05-04,Battles,Armed clash,Harrow Front,Mali,Kayes,14.45,-11.44,7,Harrow Front fought soldiers.\n"


@pytest.fixture
def options(tmp_path: Path, store_address: str) -> ImportOptions:
    (tmp_path / "held.csv").write_text(HEADER + ROW)
    return ImportOptions(CodeOptions(store_address), coder="ours")


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    opened = open_store(store_address)
    yield opened
    opened.close()


def everything(store: Store) -> dict[str, list[dict[str, object]]]:
    with store.reading() as connection:
        return {name: [dict(row) for row in connection.execute(table.select()).mappings()] for name, table in metadata.tables.items()}


def test_the_same_file_again_changes_nothing(options: ImportOptions, store: Store, tmp_path: Path) -> None:
    assert list(import_files([tmp_path / "held.csv"], options)) == [Imported("acled:MLI900", Change.ADDED, 1)]
    assert list(import_files([tmp_path / "held.csv"], options)) == [Imported("acled:MLI900", Change.UNCHANGED, 1)]
    ((document, coding),) = all_readings(store)
    assert (document.licensed, coding.coder, coding.events[0].casualties[0].low) == ("acled", "ours", 7)


def test_an_edited_row_takes_the_place_of_the_old(options: ImportOptions, store: Store, tmp_path: Path) -> None:
    list(import_files([tmp_path / "held.csv"], options))
    (tmp_path / "held.csv").write_text(HEADER + ROW.replace(",7,Harrow", ",9,Again Harrow"))
    (result,) = import_files([tmp_path / "held.csv"], options)
    assert isinstance(result, Imported)
    assert result.change is Change.REPLACED
    assert "event MLI900: killed_smallest 7 → 9" in result.differences
    document = find_document(store, "acled:MLI900")
    assert document is not None
    assert document.text == "Again Harrow Front fought soldiers."


def test_a_dry_run_makes_no_store(new_address: Callable[[], str], tmp_path: Path) -> None:
    (tmp_path / "held.csv").write_text(HEADER + ROW)
    address = new_address()
    (result,) = import_files([tmp_path / "held.csv"], ImportOptions(CodeOptions(address), coder="ours", dry_run=True))
    assert result == Imported("acled:MLI900", Change.ADDED, 1)
    with pytest.raises(NoStoreError):
        open_store(address, create=False)


def test_a_dry_run_shows_the_difference_and_changes_nothing(options: ImportOptions, store: Store, tmp_path: Path) -> None:
    list(import_files([tmp_path / "held.csv"], options))
    before = everything(store)
    (tmp_path / "held.csv").write_text(HEADER + ROW.replace("Kayes,14.45", "Kita,13.05"))
    (result,) = import_files([tmp_path / "held.csv"], replace(options, dry_run=True))
    assert isinstance(result, Imported)
    assert "event MLI900: place_name Kayes → Kita" in result.differences
    assert everything(store) == before


def test_documents_of_a_dry_run_are_only_named(options: ImportOptions, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text('{"id": "d1", "text": "Gunmen raided Upper Vale on 4 May 2023."}\n')
    assert list(import_files([tmp_path / "docs.jsonl"], replace(options, dry_run=True))) == [Imported("docs.jsonl#d1", Change.ADDED, None)]


def test_imports_are_logged_and_keep_their_sensitivity(options: ImportOptions, store: Store, tmp_path: Path) -> None:
    list(import_files([tmp_path / "held.csv"], replace(options, sensitivity=Sensitivity.INTERNAL)))
    assert log_lines(store)[-1][2:] == ("import", None, "held.csv: 1 added, 0 replaced, 0 unchanged")
    assert next(iter(all_readings(store)))[0].sensitivity is Sensitivity.INTERNAL


def test_a_file_that_cannot_be_read_costs_the_others_nothing(options: ImportOptions, tmp_path: Path) -> None:
    missing, added = import_files([tmp_path / "none.csv", tmp_path / "held.csv"], options)
    assert isinstance(missing, InputError)
    assert added == Imported("acled:MLI900", Change.ADDED, 1)


def test_the_log_of_each_row_names_the_file_it_came_from(options: ImportOptions, store: Store, tmp_path: Path) -> None:
    list(import_files([tmp_path / "held.csv"], options))
    assert [line[2:] for line in log_lines(store)][1] == ("coding added", "acled:MLI900", "read by ours from held.csv")

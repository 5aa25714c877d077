import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from contested.errors import OutputError
from contested.mentions.places import Gazetteer
from contested.mentions.places.building import write_index
from contested.mentions.places.divisions import division_names
from contested.mentions.places.entries import SETTLEMENT, Entry, NamedEntry

_ENTRY = NamedEntry(Entry(1, "Old Example", SETTLEMENT, "SY", None, 35.0, 36.0, 10, "test"), ("Old Example", "OEX", "حمص", "Пример"))


def test_codes_and_other_scripts_are_left_out(tmp_path: Path) -> None:
    write_index(tmp_path / "i.sqlite", [_ENTRY])
    gazetteer = Gazetteer([tmp_path / "i.sqlite"])
    assert [len(gazetteer.find(n)) for n in ("Old Example", "حمص", "OEX", "Пример")] == [1, 1, 0, 0]


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[NamedEntry]:
        yield _ENTRY
        raise sqlite3.OperationalError("disk full")

    with pytest.raises(OutputError, match="CONTESTED_CACHE"):
        write_index(tmp_path / "i.sqlite", broken())
    assert list(tmp_path.iterdir()) == []


def test_two_builds_at_once_leave_one_whole_index(tmp_path: Path) -> None:
    path = tmp_path / "i.sqlite"
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: write_index(path, [_ENTRY] * 50), range(2)))
    assert [f.name for f in tmp_path.iterdir()] == ["i.sqlite"]
    assert len(Gazetteer([path]).find("Old Example")) == 1


@pytest.mark.parametrize(
    ("name", "aliases", "usual"),
    [
        ("Al Lādhiqīyah", ("Latakia", "Latakia Governorate"), "Latakia"), ("Junín", (), "Junín"), ("Rīf Dimashq", (), "Rif Dimashq"),
        ("Kharkivska oblast", ("Kharkiv", "Kharkiv Oblast"), "Kharkiv"), ("Borno", ("Borno State",), "Borno"),
    ],
)
def test_divisions_have_their_usual_english_names(name: str, aliases: tuple[str, ...], usual: str) -> None:
    assert division_names(name, aliases)[0] == usual

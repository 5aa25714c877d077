"""Tables of actors: what they hold, and how a user's additions are checked."""

from datetime import date
from pathlib import Path

import pytest

from contested.errors import TableError
from contested.mentions.actors import ActorTables, check_tables, show
from contested.mentions.actors.tables import ACTOR_COLUMNS

HEADER = ",".join(ACTOR_COLUMNS) + "\n"


def test_an_abbreviation_shows_the_row(tables: ActorTables) -> None:
    assert [a.name for a in show("JNIM", tables)] == ["Jama'at Nasr al-Islam wal-Muslimin"]


@pytest.mark.parametrize(
    ("day", "name"), [(date(2024, 1, 1), "Syrian Arab Army"), (date(2025, 3, 1), "Syrian Armed Forces")]
)
def test_a_force_bears_the_name_of_its_time(tables: ActorTables, day: date, name: str) -> None:
    force = tables.force("SY", "military", day)
    assert force is not None
    assert force.name == name


def test_accents_apostrophes_and_hyphens_do_not_matter(tables: ActorTables) -> None:
    assert show("Hayat Tahrir al Sham", tables) == show("Hay’at Tahrīr al-Shām", tables) != ()


def test_every_country_has_a_police_and_every_code_is_known(tables: ActorTables) -> None:
    assert not [iso for iso in tables.countries if not tables.force(iso, "police", None)]
    assert not [a.where for a in tables.actors if a.country and a.country not in tables.countries]


def test_a_user_adds_a_group(tmp_path: Path) -> None:
    (tmp_path / "actors-groups.csv").write_text(HEADER + "River Watch Front,group,,SD,,RWF,,2021,,field notes\n")
    tables = ActorTables.load((tmp_path,))
    assert [a.name for a in show("RWF", tables)] == ["River Watch Front"]
    assert check_tables(tmp_path) == []


@pytest.mark.parametrize(
    ("row", "line", "what"),
    [
        ("A Front,gruop,,SD,,,,,,notes", 2, "unknown kind 'gruop'"),
        ("A Front,group,,SD,,,,20211,,notes", 2, "'20211' is no date"),
        ("A Front,group,,SD,,,,2022,2021,notes", 2, "the row ends before it begins"),
        (",group,,SD,,,,,,notes", 2, "the name is empty"),
    ],
)
def test_a_bad_row_is_told_with_file_and_line(tmp_path: Path, row: str, line: int, what: str) -> None:
    path = tmp_path / "actors-groups.csv"
    path.write_text(HEADER + row + "\n")
    with pytest.raises(TableError, match=r"actors-groups\.csv:2"):
        ActorTables.load((tmp_path,))
    assert [(p.where, p.what) for p in check_tables(tmp_path)] == [(f"{path}:{line}", what)]


def test_all_doubtful_rows_are_told(tmp_path: Path) -> None:
    rows = "A Front,group,,QQ,,,,,,notes\nB Front,group,,SD,,,Nobody At All,,,notes\nC Front,group,,SD,,,,,,\n"
    (tmp_path / "actors-groups.csv").write_text(HEADER + rows)
    whats = [p.what for p in check_tables(tmp_path)]
    assert whats == ["unknown country 'QQ'", "the parent 'Nobody At All' is no actor", "the row names no source"]


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    assert [p.what for p in check_tables(tmp_path)] == ["no actor table in this folder"]

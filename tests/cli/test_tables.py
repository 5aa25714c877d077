"""``contested tables``."""

from __future__ import annotations

from pathlib import Path

from cli_program import Contested

HEADER = "name,kind,branch,country,aliases,abbreviations,parent,from,to,source\n"


def test_a_good_folder_of_tables_passes(contested: Contested, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/actors.csv").write_text(HEADER + "Larch Guard,group,,GB,Larchers,LG,,,,own\n", encoding="utf-8")
    ran = contested("tables", "check", "mine")
    assert (ran.code, ran.err) == (0, "1 tables, 1 rows, 0 problems\n")
    assert "mine/actors.csv:2\n  name: Larch Guard\n" in contested("tables", "show", "larchers", "--tables", "mine").out


def test_each_bad_table_is_told_with_file_and_line(contested: Contested, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/actors.csv").write_text(HEADER + "\nLarch Guard,group\n", encoding="utf-8")
    (tmp_path / "mine/weapon.csv").write_text("name\n", encoding="utf-8")
    ran = contested("tables", "check", "mine")
    assert ran.code == 2
    assert "contested: mine/actors.csv:3: 2 values where the header has 10" in ran.err
    assert "contested: mine/weapon.csv: there is no table of this name. Did you mean weapons.csv?" in ran.err


def test_a_value_that_is_not_allowed_is_told(contested: Contested, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/actors.csv").write_text(HEADER + "Larch Guard,club,,GB,,,,,,own\n", encoding="utf-8")
    ran = contested("tables", "check", "mine")
    assert ran.code == 2
    assert "mine/actors.csv:2" in ran.err


def test_what_no_table_knows_is_told(contested: Contested) -> None:
    ran = contested("tables", "show", "Qwertzuiop League")
    assert (ran.code, ran.out) == (0, "")
    assert "no table knows 'Qwertzuiop League'" in ran.err


def test_a_folder_without_tables_is_refused(contested: Contested) -> None:
    ran = contested("tables", "check", ".")
    assert (ran.code, ran.err) == (2, "contested: .: there is no table (*.csv) in the folder. Check the path.\n")

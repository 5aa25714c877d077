"""``contested import`` prints what it does."""

from pathlib import Path

import pytest

from contested.cli.app import run

FILE = (
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,latitude,longitude,fatalities,notes,extra\n"
    "MLI900,2023-05-04,Battles,Armed clash,Harrow Front,Mali,Kayes,14.45,-11.44,7,Harrow Front fought soldiers.,x\n"
)


def test_import_tells_changes_remarks_and_the_sum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "held.csv").write_text(FILE)
    arguments = ["import", str(tmp_path / "held.csv"), "--store", str(tmp_path / "s.db")]
    assert run([*arguments, "--dry-run"]) == 0
    out, err = capsys.readouterr()
    assert out == "added: acled:MLI900, 1 events\n"
    assert err.endswith("held.csv:1: the column 'extra' is not in this layout and was left away\n1 would be added, 0 would be replaced, 0 unchanged\n")
    assert run(arguments) == 0
    assert capsys.readouterr().err.endswith("1 added, 0 replaced, 0 unchanged\n")


def test_import_faults_end_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "held.csv").write_text(FILE.replace("fatalities", "deaths"))
    assert run(["import", str(tmp_path / "held.csv"), "--store", str(tmp_path / "s.db")]) == 2
    assert "held.csv:1: the column 'fatalities' is missing" in capsys.readouterr().err
    assert run(["import", str(tmp_path / "held.csv"), "--as", "xls"]) == 2
    assert "--as cannot be 'xls'. Choose one of auto, acled" in capsys.readouterr().err

"""CSV bundle and GeoJSON: rows, cells, precision."""

import csv
import json
from pathlib import Path

import pytest

from contested.exchange.cells import cell_text
from contested.exchange.layouts import export
from contested.model.events import Coding
from exchange_readings import INTERNAL, bare


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_row_an_event(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    raid, vow = rows(tmp_path / "out" / "events.csv")
    assert (raid["date_start"], raid["place_name"], raid["latitude"]) == ("2023-05-04", "Upper Vale", "-6.25")
    assert (raid["killed_smallest"], raid["killed_largest"], raid["confidence"]) == ("2", "9", "0.812")
    assert raid["quotation"] == "On 4 May 2023 in Upper Vale"
    assert (vow["date_start"], vow["place_name"], vow["aggregate"]) == ("", "", "false")


def test_names_that_look_like_formulas_are_text(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    assert rows(tmp_path / "out" / "events.csv")[0]["targets"] == "'=Coast Guard; Côte Rangers"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_cells_that_a_spreadsheet_would_run_get_an_apostrophe(text: str) -> None:
    assert cell_text(text) == f"'{text}"


def test_claims_tolls_and_evidence_have_rows_of_their_own(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    claim = rows(tmp_path / "out" / "claims.csv")[0]
    assert (claim["event"], claim["party"], claim["stance"], claim["quotation"]) == (
        "raid", "Coast Guard", "denies", "denied",
    )  # fmt: skip
    assert [t["high"] for t in rows(tmp_path / "out" / "casualties.csv")] == ["9", ""]
    fields = [(e["field"], e["value"], e["start"], e["speaker"]) for e in rows(tmp_path / "out" / "evidence.csv")]
    assert ("killed", "9-9", "60", "Harrow Front") in fields
    assert ("date", "2023-05-04/2023-05-04", "3", "") in fields


def test_points_carry_their_precision(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "geojson", tmp_path / "out", INTERNAL)
    data = json.loads((tmp_path / "out" / "events.geojson").read_text(encoding="utf-8"))
    raid, vow = data["features"]
    assert raid["geometry"] == {"type": "Point", "coordinates": [39.5, -6.25]}
    assert (raid["properties"]["radius_km"], raid["properties"]["coarse"]) == (25, True)
    assert (vow["geometry"], vow["properties"]["radius_km"], vow["properties"]["coarse"]) == (None, None, False)


def test_no_codings_make_valid_empty_files(tmp_path: Path) -> None:
    export(bare([]), "geojson", tmp_path / "geo", INTERNAL)
    assert json.loads((tmp_path / "geo" / "events.geojson").read_text())["features"] == []
    export(bare([]), "csv", tmp_path / "csv", INTERNAL)
    assert rows(tmp_path / "csv" / "events.csv") == []

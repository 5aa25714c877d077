"""ACLED and UCDP GED column layouts."""

import csv
from pathlib import Path

import pytest

from contested.exchange.acled import COLUMNS as ACLED
from contested.exchange.acled import acled_row, disorder_type, inter_numbers
from contested.exchange.layouts import export
from contested.exchange.schemes import find_country, load_acts
from contested.exchange.ucdp import COLUMNS as UCDP
from contested.exchange.ucdp import grid_cell, ucdp_row
from contested.model.events import Casualty, Coding, EventPlace, Party
from contested.model.vocabulary import CasualtyKind, PlacePrecision
from exchange_readings import INTERNAL, bare, incident_of


@pytest.fixture
def raid(coding: Coding) -> Coding:
    place = EventPlace(
        text="near Kayes", name="Kayes", admin1="Kayes", country="ML", latitude=14.45, longitude=-11.44,
        precision=PlacePrecision.TOWN,
    )  # fmt: skip
    parties = {
        "perpetrators": (Party(name="Harrow Front", text="Front", kind="group"),),
        "targets": (Party(name="Malian Armed Forces", text="soldiers", kind="force"),),
    }
    tolls = (
        Casualty(kind=CasualtyKind.KILLED, low=5, high=5, of="Malian Armed Forces"),
        Casualty(kind=CasualtyKind.KILLED, low=2, high=2, of="Harrow Front"),
        Casualty(kind=CasualtyKind.KILLED, low=30, high=30, asserted_by="Harrow Front"),
    )
    event = coding.events[0].model_copy(update={"place": place, "casualties": tolls, **parties})
    return coding.model_copy(update={"events": (event, coding.events[1])})


def test_acled_columns(raid: Coding) -> None:
    row = dict(zip(ACLED, acled_row(incident_of(raid, raid.events[0])), strict=True))
    assert len(ACLED) == 31
    assert (row["event_type"], row["sub_event_type"], row["disorder_type"]) == (
        "Battles", "Armed clash", "Political violence",
    )  # fmt: skip
    assert (row["iso"], row["country"], row["region"], row["geo_precision"]) == (466, "Mali", "Western Africa", 2)
    assert (row["inter1"], row["inter2"], row["interaction"]) == (
        "Rebel group", "State forces", "State forces-Rebel group",
    )  # fmt: skip
    assert (row["fatalities"], row["time_precision"], row["tags"]) == (
        7, 1, "status=disputed; policy=acled/1; killed=own voice (in reports/vale.txt): 7 | Harrow Front (in reports/vale.txt): 30",
    )  # fmt: skip


def test_civilian_targets_change_the_type(raid: Coding) -> None:
    event = raid.events[0].model_copy(update={"targets": (Party(name="civilians", text="villagers"),)})
    row = dict(zip(ACLED, acled_row(incident_of(raid, event)), strict=True))
    assert (row["event_type"], row["civilian_targeting"]) == ("Violence against civilians", "Civilian targeting")
    assert (row["actor2"], row["assoc_actor_2"], row["inter2"]) == ("Civilians (Mali)", None, "Civilians")
    assert ucdp_row(incident_of(raid, event))["type_of_violence"] == 3


def test_every_action_has_a_type_and_a_disorder_type(raid: Coding) -> None:
    for action in load_acts():
        row = dict(zip(ACLED, acled_row(incident_of(raid, raid.events[0].model_copy(update={"action": action}))), strict=True))
        assert row["sub_event_type"]
    assert disorder_type("Riots", "Mob violence") == "Political violence"
    assert disorder_type("Protests", "Excessive force against protesters") == "Political violence; Demonstrations"


def test_numbers_for_the_kinds_of_actors() -> None:
    assert inter_numbers("State forces", "Rebel group") == (1, 2, 12)
    assert inter_numbers("Civilians", "Rebel group") == (7, 2, 27)
    assert inter_numbers("State forces", None) == (1, None, 10)
    assert inter_numbers(None, None) == (None, None, None)


def test_evidence_names_the_column_that_it_stands_for(raid: Coding, tmp_path: Path) -> None:
    export(bare([raid]), "acled", tmp_path / "out", INTERNAL)
    with (tmp_path / "out" / "evidence.csv").open(encoding="utf-8", newline="") as file:
        told = {(r["column"], r["quotation"]) for r in csv.DictReader(file)}
    assert {("event_date", "4 May 2023"), ("tags", "denied")} <= told


def test_ucdp_columns(raid: Coding) -> None:
    row = ucdp_row(incident_of(raid, raid.events[0], "ucdp"))
    assert tuple(row) == UCDP
    assert len(UCDP) == 49
    assert (row["best"], row["low"], row["high"]) == (7, 7, 30)
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == (2, 5, 0, 0)
    assert (row["type_of_violence"], row["where_prec"], row["date_prec"], row["event_clarity"]) == (1, 2, 1, 1)
    assert (row["region"], row["geom_wkt"]) == ("Africa", "POINT (-11.44 14.45)")


def test_ucdp_holds_deadly_dated_violence_only(raid: Coding, tmp_path: Path) -> None:
    manifest = export(bare([raid]), "ucdp", tmp_path / "out", INTERNAL)
    assert (manifest.events, manifest.files[0].rows) == (1, 1)


def test_evidence_meets_the_rows_by_their_id(raid: Coding, tmp_path: Path) -> None:
    export(bare([raid]), "acled", tmp_path / "out", INTERNAL)
    tables = {}
    for name in ("events", "evidence"):
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    assert {r["row"] for r in tables["evidence"]} <= {r["event_id_cnty"] for r in tables["events"]}
    assert tables["events"][0]["event_id_cnty"].startswith("MLI")


def test_the_corners_of_the_grid() -> None:
    assert (grid_cell(-89.75, -179.75), grid_cell(-89.75, 179.75), grid_cell(89.75, 179.75)) == (1, 720, 259200)


def test_countries_outside_the_standard() -> None:
    kosovo = find_country("XK")
    assert kosovo is not None
    assert (kosovo.name, kosovo.number, kosovo.acled_region) == ("Kosovo", None, "Europe")
    assert find_country("QQ") is None
    assert find_country(None) is None

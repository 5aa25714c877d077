"""One row an incident: what several documents tell of it, as a named policy has it, the same in every layout."""

import csv
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from contested.assessing.policies.reading import read_policy
from contested.exchange.incidents import Grouping
from contested.exchange.layouts import export
from contested.exchange.readings import Reading
from contested.linking.across.records import Telling
from contested.model.documents import Document
from contested.model.events import Coding
from contested.model.vocabulary import Stance
from exchange_readings import INTERNAL, incidents_of
from tellings import telling

Figures = tuple[Any, ...]
OWN = telling("group", killed=20, speaker="Reed Company", claims=(("Reed Company", Stance.CLAIMS, "event"),))
TELLINGS = (OWN, telling("wire"), telling("paper", copy_of="wire"), telling("radio", killed=3, speaker="Vale Army", day=date(2021, 5, 4)))
ALONE = telling("later", day=date(2021, 6, 1), killed=2)
GROUPING = Grouping({t.ref: TELLINGS[0].ref for t in TELLINGS}, {"paper": "wire"})


def reading(told: Telling, day: int) -> Reading:
    name = told.ref.document
    coding = Coding(document=name, sha256=f"{day:064d}", coder="rules 1", events=(told.event,))
    return Document(id=name, name=name, text="", sha256=coding.sha256, publisher=f"{name} desk", published=date(2021, 5, day)), coding


READINGS = [reading(t, n) for n, t in enumerate((*TELLINGS, ALONE), 4)]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole(value: object) -> int | None:
    return None if value in (None, "") else int(str(value))


def of_record(r: Any) -> Figures:
    return str(r["date_start"]), r["place_name"], whole(r["killed_low"]), whole(r["killed_best"]), whole(r["killed_high"]), r["status"]


def from_sqlite(folder: Path) -> list[Figures]:
    connection = sqlite3.connect(folder / "contested.db")
    connection.row_factory = sqlite3.Row
    found = [of_record(r) for r in connection.execute("SELECT * FROM incidents")]
    connection.close()
    return found


def from_parquet(folder: Path) -> list[Figures]:
    with duckdb.connect() as connection:
        result = connection.execute("SELECT * FROM read_parquet(?)", [str(folder / "incidents.parquet")])
        names = [d[0] for d in result.description or ()]
        return [of_record(dict(zip(names, r, strict=True))) for r in result.fetchall()]


def from_json_lines(folder: Path) -> list[Figures]:
    return [of_record(json.loads(line)) for line in (folder / "incidents.jsonl").read_text().splitlines()]


def from_geojson(folder: Path) -> list[Figures]:
    return [of_record(f["properties"]) for f in json.loads((folder / "events.geojson").read_text())["features"]]


def from_csv(folder: Path) -> list[Figures]:
    return [of_record(r) for r in rows(folder / "incidents.csv")]


READERS: dict[str, Callable[[Path], list[Figures]]] = {
    "csv": from_csv, "croissant": from_csv, "sqlite": from_sqlite, "parquet": from_parquet, "json": from_json_lines,
    "jsonl": from_json_lines, "geojson": from_geojson,
}  # fmt: skip


@pytest.mark.parametrize("layout", sorted(READERS))
@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("acled", ("2021-05-03", "Oakford", 3, 3, 3, "claimed")), ("ucdp", ("2021-05-03", "Oakford", 3, 7, 20, "claimed")),
        ("by_source", ("2021-05-03", "Oakford", 3, None, 20, "claimed")), ("independent_only", ("2021-05-03", "Oakford", 3, 3, 7, "reported")),
    ],
)
def test_the_policy_decides_the_same_in_every_layout(layout: str, policy: str, told: Figures, tmp_path: Path) -> None:
    manifest = export(READINGS, layout, tmp_path / "out", INTERNAL, read_policy(policy), GROUPING)
    assert READERS[layout](tmp_path / "out")[0] == told
    assert (manifest.policy, manifest.documents, manifest.events, manifest.incidents) == (f"{policy}/1", 5, 5, 2)


def test_flat_layouts_have_a_row_an_incident_and_evidence_from_every_document(tmp_path: Path) -> None:
    export(READINGS, "acled", tmp_path / "out", INTERNAL, None, GROUPING)
    together, alone = rows(tmp_path / "out" / "events.csv")
    assert (together["fatalities"], alone["fatalities"]) == ("3", "2")
    assert together["source"] == "group desk; wire desk; paper desk; radio desk"
    assert "policy=acled/1" in together["tags"]
    evidence = [e for e in rows(tmp_path / "out" / "evidence.csv") if e["row"] == together["event_id_cnty"]]
    assert {e["document"] for e in evidence} == {"group", "wire", "paper", "radio"}


def test_evidence_says_which_value_the_cell_holds(tmp_path: Path) -> None:
    tolls = [t.model_copy(update={"evidence": OWN.event.evidence}) for t in OWN.event.casualties]
    spoken = replace(OWN, event=OWN.event.model_copy(update={"casualties": tuple(tolls)}))
    export([reading(spoken, 4), *READINGS[1:]], "ucdp", tmp_path / "out", INTERNAL, None, GROUPING)
    used = {(e["document"], e["field"]): e["use"] for e in rows(tmp_path / "out" / "evidence.csv")}
    assert (used["group", "killed"], used["group", "event"]) == ("other", "")


def test_copied_texts_are_one_source(tmp_path: Path) -> None:
    export(READINGS, "ucdp", tmp_path / "out", INTERNAL, None, GROUPING)
    together = rows(tmp_path / "out" / "events.csv")[0]
    assert (together["number_of_sources"], together["best"], together["deaths_b"]) == ("3", "7", "7")


def test_an_incident_is_told_by_the_names_that_most_sources_give() -> None:
    renamed = replace(TELLINGS[3], event=telling("radio", authors=("gunmen",), targets=("Vale Army", "civilians"), action="armed_attack").event)
    incident = incidents_of([*READINGS[:3], reading(renamed, 9)], "ucdp", GROUPING)[0]
    assert ([p.name for p in incident.event.perpetrators], [t.name for t in incident.event.targets]) == (["Reed Company"], ["Vale Army"])
    assert incident.event.action == "ambush"


def test_a_policy_that_chooses_no_number_leaves_the_cell_empty(tmp_path: Path) -> None:
    export(READINGS, "acled", tmp_path / "out", INTERNAL, read_policy("by_source"), GROUPING)
    together = rows(tmp_path / "out" / "events.csv")[0]
    assert together["fatalities"] == ""
    assert "killed=Reed Company (in group): 20 | own voice (in wire): 7" in together["tags"]

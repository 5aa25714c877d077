"""Layouts that other libraries read: FollowTheMoney, Frictionless, CSVW, Croissant, Parquet, SQLite, PLOVER."""

import csv
import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import duckdb

from contested.exchange.follow_the_money import DATASET, PROP_TYPES, STATEMENT_COLUMNS
from contested.exchange.layouts import export
from contested.exchange.plover import QUADS
from contested.exchange.schemes import load_acts
from contested.exchange.tables import TABLES
from contested.model.events import Coding
from exchange_readings import INTERNAL, bare


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_plover_keeps_parties_as_lists_and_offsets(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "plover", tmp_path / "out", INTERNAL)
    raid, vow = lines(tmp_path / "out" / "events.jsonl")
    assert (raid["event_type"], raid["event_mode"], raid["quad_code"]) == ("ASSAULT", ["firearms"], 4)
    assert raid["recipient"] == ["=Coast Guard", "Côte Rangers"]
    actor = raid["attributes"]["ACTOR"][0]
    assert (actor["text"], actor["qa_start_char"], actor["qa_end_char"]) == ("the Front", 40, 49)
    assert raid["event_geolocation"]["lat"] == -6.25
    assert [(c["party"], c["stance"]) for c in raid["claims"]] == [("Coast Guard", "denies")]
    assert (vow["event_type"], vow["date"], vow["event_geolocation"]) == ("THREATEN", None, None)


def test_every_act_has_a_plover_category() -> None:
    assert {a.plover.partition("/")[0] for a in load_acts().values()} <= set(QUADS)


def test_ftm_entities_are_valid_in_that_model(coding: Coding, tmp_path: Path) -> None:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    export(bare([coding]), "ftm", tmp_path / "out", INTERNAL)
    read = [EntityProxy.from_dict(e, cleaned=False) for e in lines(tmp_path / "out" / "entities.ftm.json")]
    assert sorted(e.schema.name for e in read) == ["Document", "Event", "Event", "LegalEntity", *["LegalEntity"] * 2, *["UnknownLink"] * 3]
    raid = next(e for e in read if e.schema.name == "Event" and e.first("recordId") == "raid")
    assert (raid.first("startDate"), raid.first("location")) == ("2023-05-04", "Upper Vale")
    assert raid.get("notes") == ["Coast Guard denies (killed): denied", "killed: 2 to 9 (policy by_source/1)"]
    for entity in lines(tmp_path / "out" / "entities.ftm.json"):
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        assert {p: schema.get(p).type.name for p in entity["properties"]} == {p: PROP_TYPES[p] for p in entity["properties"]}


def test_ftm_statements_have_that_models_columns_and_ids(coding: Coding, tmp_path: Path) -> None:
    from followthemoney.statement.serialize import read_csv_statements

    export(bare([coding]), "ftm", tmp_path / "out", INTERNAL)
    rows = table(tmp_path / "out" / "statements.csv")
    assert tuple(rows[0]) == STATEMENT_COLUMNS
    place = next(r for r in rows if r["prop"] == "location")
    assert place["id"] == hashlib.sha1(f"{DATASET}.{place['entity_id']}.location.Upper Vale".encode()).hexdigest()
    with (tmp_path / "out" / "statements.csv").open("rb") as file:
        assert all(s.id == s.generate_key() for s in read_csv_statements(file) if not s.value.startswith("'"))


def test_frictionless_and_csvw_name_every_column_of_every_file(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    web = json.loads((tmp_path / "out" / "csv-metadata.json").read_text())
    assert [r["path"] for r in package["resources"]] == [t["url"] for t in web["tables"]] == [f"{t.name}.csv" for t in TABLES]
    for resource, described in zip(package["resources"], web["tables"], strict=True):
        raw = (tmp_path / "out" / resource["path"]).read_bytes()
        header = raw.decode().splitlines()[0].split(",")
        assert [f["name"] for f in resource["schema"]["fields"]] == header == [c["name"] for c in described["tableSchema"]["columns"]]
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_croissant_extracts_columns_that_exist(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "croissant", tmp_path / "out", INTERNAL)
    card = json.loads((tmp_path / "out" / "croissant.json").read_text())
    files = {f["@id"]: f["sha256"] for f in card["distribution"]}
    for record in card["recordSet"]:
        name = f"{record['@id']}.csv"
        raw = (tmp_path / "out" / name).read_bytes()
        assert files[name] == hashlib.sha256(raw).hexdigest()
        assert [f["source"]["extract"]["column"] for f in record["field"]] == raw.decode().splitlines()[0].split(",")


def test_parquet_keeps_types_and_nulls(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "parquet", tmp_path / "out", INTERNAL)
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT e.date_start::VARCHAR, typeof(e.date_start), e.latitude, e.targets, d.events FROM read_parquet(?) e JOIN read_parquet(?) d ON d.id = e.document_id ORDER BY 1",
            [str(tmp_path / "out" / "events.parquet"), str(tmp_path / "out" / "documents.parquet")],
        ).fetchall()
    assert rows == [("2023-05-04", "DATE", -6.25, "=Coast Guard; Côte Rangers", 2), (None, "DATE", None, "", 2)]


def test_sqlite_has_keys_that_hold_and_a_search(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding, coding.model_copy(update={"document": "other.txt"})]), "sqlite", tmp_path / "out", INTERNAL)
    connection = sqlite3.connect(tmp_path / "out" / "contested.db")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = connection.execute("SELECT e.event, e.killed_largest FROM events e JOIN events_fts f ON f.rowid = e.rowid WHERE events_fts MATCH 'vale' AND e.document = 'other.txt'")
    assert found.fetchall() == [("raid", 9)]
    connection.close()

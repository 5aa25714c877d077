"""Annotations by people, and own exports read back."""

import json
from pathlib import Path
from typing import Any

import pytest

from contested.errors import InputError
from contested.exchange.incoming.detect import read_import
from contested.exchange.incoming.record import Incoming
from contested.exchange.incoming.stating import with_statements
from contested.exchange.layouts import export
from contested.model.events import Coding
from contested.model.vocabulary import Property
from exchange_readings import INTERNAL, bare

TEXT = "😀 On 4 May 2023 rebels ambushed a patrol near Kayes, and 7 soldiers died."


def at(words: str) -> tuple[int, int]:
    """Give offsets as browsers count them: the first character of the text counts twice."""
    start = TEXT.index(words) + 1
    return start, start + len(words)


def codings(path: Path, coder: str | None = None) -> list[Coding]:
    return [f.coding for f in read_import(path, coder=coder) if isinstance(f, Incoming) and f.coding]


def test_label_studio_tasks_are_codings_by_their_annotators(tmp_path: Path) -> None:
    labelled = [("e", "ambushed", "ambush"), ("d", "4 May 2023", "Date"), ("p", "rebels", "Perpetrator"), ("l", "Kayes", "Place"), ("k", "7", "Killed")]
    result: list[dict[str, Any]] = [
        {"id": i, "type": "labels", "value": {"start": at(w)[0], "end": at(w)[1], "text": w, "labels": [label]}} for i, w, label in labelled
    ]
    result.append({"type": "relation", "from_id": "e", "to_id": "p"})
    task = {"id": 3, "data": {"text": TEXT}, "annotations": [{"completed_by": {"email": "anna@vale.example"}, "result": result}]}
    (tmp_path / "tasks.json").write_text(json.dumps([task]))
    (coding,) = codings(tmp_path / "tasks.json")
    (event,) = coding.events
    assert (coding.coder, event.action, str(event.date.start)) == ("anna@vale.example", "ambush", "2023-05-04")
    assert (event.perpetrators[0].name, event.casualties[0].low) == ("rebels", 7)
    assert event.place is not None
    assert (event.place.name, TEXT[event.place.evidence[0].start : event.place.evidence[0].end]) == ("Kayes", "Kayes")


@pytest.mark.parametrize(("words", "people"), [("four", (4, 4)), ("at least 1,200", (1200, None)), ("some", (2, None)), ("soldiers", (None, None))])
def test_numbers_may_be_words(words: str, people: tuple[int | None, int | None], tmp_path: Path) -> None:
    text = f"Rebels ambushed a patrol and {words} soldiers died."
    spans = [("e", "ambushed", "ambush"), ("k", words, "killed")]
    result = [
        {"id": i, "type": "labels", "value": {"start": text.index(w), "end": text.index(w) + len(w), "text": w, "labels": [label]}} for i, w, label in spans
    ]
    (tmp_path / "tasks.json").write_text(json.dumps([{"id": 1, "data": {"text": text}, "annotations": [{"completed_by": 2, "result": result}]}]))
    (toll,) = codings(tmp_path / "tasks.json")[0].events[0].casualties
    assert (toll.low, toll.high) == people


def test_the_mail_of_an_annotator_is_not_told_to_the_public(tmp_path: Path) -> None:
    task = {"id": 3, "data": {"text": TEXT}, "annotations": [{"completed_by": {"email": "anna@vale.example"}, "result": []}]}
    (tmp_path / "tasks.json").write_text(json.dumps([task]))
    found = [(f.document, f.coding) for f in read_import(tmp_path / "tasks.json") if isinstance(f, Incoming) and f.coding]
    export(found, "csv", tmp_path / "out")
    assert "anna" not in (tmp_path / "out" / "documents.csv").read_text()


def test_inception_spans_and_relations(tmp_path: Path) -> None:
    def span(n: int, words: str, label: str) -> dict[str, Any]:
        return {"%ID": n, "%TYPE": "webanno.custom.Claim", "begin": at(words)[0], "end": at(words)[1], "label": label}

    structures = [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": TEXT}, span(2, "ambushed", "event"), span(3, "died", "event"),
        span(4, "rebels", "actor"), span(5, "soldiers", "target"), {"%ID": 6, "%TYPE": "webanno.custom.Has", "@Governor": 2, "@Dependent": 4},
    ]  # fmt: skip
    (tmp_path / "cas.json").write_text(json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": structures}))
    (coding,) = codings(tmp_path / "cas.json", "bea")
    assert [e.perpetrators[0].name if e.perpetrators else None for e in coding.events] == ["rebels", None]
    assert coding.coder == "bea"
    assert coding.notes == (f"'soldiers' (target, {TEXT.index('soldiers')}-{TEXT.index('soldiers') + 8}) is joined to no event",)


@pytest.mark.parametrize("layout", ["json", "jsonl"])
def test_own_exports_read_back_whole(layout: str, coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), layout, tmp_path / "out", INTERNAL)
    assert codings(tmp_path / "out") == [coding]


@pytest.mark.parametrize("layout", ["csv", "croissant", "sqlite", "parquet"])
def test_own_tables_read_back_to_the_same_tables(layout: str, coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), layout, tmp_path / "out", INTERNAL)
    export(bare([coding]), "csv", tmp_path / "first", INTERNAL)
    again = [(f.document, f.coding) for f in read_import(tmp_path / "out") if isinstance(f, Incoming) and f.coding]
    export(again, "csv", tmp_path / "again", INTERNAL)
    for name in ("documents", "incidents", "events", "claims", "casualties", "evidence"):
        assert (tmp_path / "again" / f"{name}.csv").read_text() == (tmp_path / "first" / f"{name}.csv").read_text()


@pytest.mark.parametrize("layout", ["acled", "acled-numeric"])
def test_own_rows_in_the_columns_of_others_read_back(layout: str, coding: Coding, tmp_path: Path) -> None:
    export(bare([coding.model_copy(update={"events": coding.events[:1]})]), layout, tmp_path / "out", INTERNAL)
    (again,) = codings(tmp_path / "out")
    (event,) = again.events
    assert (str(event.date.start), event.casualties[0].low, event.place and event.place.name) == ("2023-05-04", 2, "Upper Vale")


def test_damaged_or_flat_exports_are_refused(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "geojson", tmp_path / "flat", INTERNAL)
    with pytest.raises(InputError, match="layout geojson cannot be read back"):
        codings(tmp_path / "flat")
    export(bare([coding]), "jsonl", tmp_path / "out", INTERNAL)
    (tmp_path / "out" / "codings.jsonl").write_text("")
    with pytest.raises(InputError, match="has changed since the export"):
        codings(tmp_path / "out")


def test_imported_values_become_statements_with_their_speakers(coding: Coding) -> None:
    document, told = bare([coding])[0]
    said = with_statements(document, told).statements
    assert {s.coder for s in said} == {"rules 1"}
    assert [s.speaker for s in said if s.property is Property.CASUALTY] == ["Harrow Front", "Coast Guard"]
    assert len({s.id for s in said}) == len(said)

"""Gold, codings and documents in folders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contested.errors import InputError
from contested.evaluation.evaluation import evaluate, to_json
from contested.evaluation.folders import coded_in, compare_all, read_gold
from contested.evaluation.text import to_text
from judged_events import TEXT, event


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    (tmp_path / "documents").mkdir()
    folder.mkdir()
    (tmp_path / "documents/larch.txt").write_text(TEXT, encoding="utf-8")
    (folder / "larch.json").write_text(json.dumps({"document": "larch.txt", "events": [event()]}), encoding="utf-8")
    return folder


def test_a_document_without_a_coding_counts_as_coded_with_nothing(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "coded").mkdir()
    (comparison,) = compare_all(read_gold(gold), coded_in(tmp_path / "coded"))
    assert [e.id for e in comparison.missed] == ["larch"]


def test_text_and_json_tell_the_same_numbers(gold: Path) -> None:
    found = evaluate(compare_all(read_gold(gold), coded_in(gold)))
    assert to_json(found)["documents"]["larch"]["event_f1"] == 1.0
    assert "event              1.000   1.000  1.000      1      1      1" in to_text(found)


def test_missing_parts_are_named(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no right answers"):
        read_gold(tmp_path / "nowhere")
    with pytest.raises(InputError, match="no such folder of codings"):
        coded_in(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"larch\.txt: the document is not there"):
        read_gold(gold, tmp_path)


def test_a_file_that_is_no_coding_is_refused(gold: Path) -> None:
    (gold / "larch.json").write_text('{"document": "larch.txt"}', encoding="utf-8")
    with pytest.raises(InputError, match="this is no coding"):
        read_gold(gold)

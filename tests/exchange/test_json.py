"""JSON and JSON lines read back equal."""

from pathlib import Path

import pytest

from contested.errors import InputError
from contested.exchange.json_files import file_stem, read_json
from contested.exchange.json_lines import read_jsonl
from contested.exchange.layouts import export
from contested.model.events import Coding
from exchange_readings import INTERNAL, bare


def test_json_reads_back_equal(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "json", tmp_path / "out", INTERNAL)
    assert read_json(tmp_path / "out") == (coding,)


def test_json_lines_read_back_equal(coding: Coding, tmp_path: Path) -> None:
    other = coding.model_copy(update={"document": "другой.txt"})
    export(bare([coding, other]), "jsonl", tmp_path / "out", INTERNAL)
    assert list(read_jsonl(tmp_path / "out")) == [coding, other]


def test_documents_of_one_name_get_files_of_their_own(coding: Coding, tmp_path: Path) -> None:
    manifest = export(bare([coding, coding]), "json", tmp_path / "out", INTERNAL)
    assert [(f.name, f.rows) for f in manifest.files] == [("vale.json", 2), ("vale-2.json", 2), ("incidents.jsonl", 4)]


@pytest.mark.parametrize(
    ("document", "stem"),
    [("a/July 3.txt", "July_3"), ("../../etc/passwd", "passwd"), ("..", "document"), ("المقاومة.txt", "المقاومة")],
)
def test_file_names_are_safe(document: str, stem: str) -> None:
    assert file_stem(document) == stem


def test_a_broken_line_is_named(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "jsonl", tmp_path / "out", INTERNAL)
    path = tmp_path / "out" / "codings.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + '{"document": "x"', encoding="utf-8")
    with pytest.raises(InputError, match=r"codings\.jsonl:2: the line is no coding"):
        list(read_jsonl(path))

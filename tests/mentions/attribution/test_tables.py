"""The tables of cues and what is wrong with a bad row."""

from __future__ import annotations

from pathlib import Path

import pytest

from contested.errors import TableError
from contested.mentions.attribution import AttributionTables


def test_a_user_row_is_added_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "attribution_verbs.csv").write_text(
        "cue,stance,negated,content,speaker,about\nwhisper,reports,,clause,subject,\n"
    )
    (row,) = AttributionTables.load([tmp_path]).verbs["whisper"]
    assert row.where == f"{tmp_path / 'attribution_verbs.csv'}:2"


def test_an_unknown_stance_names_file_line_and_the_allowed_ones(tmp_path: Path) -> None:
    (tmp_path / "attribution_phrases.csv").write_text("phrase,stance,content\nso says,agrees,clause\n")
    with pytest.raises(TableError, match=r"attribution_phrases.csv:2: unknown stance 'agrees'. Write one of claims"):
        AttributionTables.load([tmp_path])


def test_longer_cues_come_first() -> None:
    lengths = [len(row.rest) for row in AttributionTables.load().verbs["deny"]]
    assert lengths == sorted(lengths, reverse=True)

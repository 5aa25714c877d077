"""Parties that an event leaves to what was told before."""

from __future__ import annotations

from datetime import date

import pytest

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.model.documents import Document
from contested.reading.structure import find_blocks


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize(
    ("text", "action", "perpetrators"),
    [
        (
            "On 3 May 2021 the Karo Front and the Red Column signed a ceasefire in Kidal.\n\nOn 9 May the parties agreed on a second ceasefire in Gao.\n",
            "ceasefire",
            ["Karo Front", "Red Column"],
        ),
        (
            "On 3 May 2021 the Karo Front abducted four teachers in Kidal.\n\nThe four teachers were freed on 9 May in Gao.\n",
            "prisoner_release",
            ["Karo Front"],
        ),
    ],
)
def test_doers_told_before(pipeline: Pipeline, text: str, action: str, perpetrators: list[str]) -> None:
    document = Document(id="d", name="d.txt", text=text, sha256="", blocks=find_blocks(text))
    events = [e for e in pipeline.code(document).events if e.action == action and e.date.start == date(2021, 5, 9)]
    assert [[p.name for p in e.perpetrators] for e in events] == [perpetrators]

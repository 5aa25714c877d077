"""Which armed body a person belongs to."""

from __future__ import annotations

import pytest

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.coding.affiliations import sides_of_persons
from contested.model.documents import Document
from contested.reading.structure import find_blocks


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Yahya Noor, the spokesman of the Karo Front, claimed the blast.", {"Yahya Noor": "Karo Front"}),
        ("Ali Tal, who handles prisoners for the Karo Front, spoke of a deal.", {"Ali Tal": "Karo Front"}),
        ("The Karo Front fled. Omar Sall, the leader of the Karo Front, denied it.", {"Omar Sall": "Karo Front"}),
        ("A Karo Front spokeswoman, Sara Tal, denied it.", {"Sara Tal": "Karo Front"}),
        ("Ali Tal left the army in June and founded the Red Column.", {"Ali Tal": "Red Column"}),
        ("Omar Sall of the Karo Front denied it.", {"Omar Sall": "Karo Front"}),
        ("Ali Tal, a teacher, spoke of the Karo Front.", {}),
    ],
)
def test_sides_of_persons(pipeline: Pipeline, text: str, sides: dict[str, str]) -> None:
    document = Document(id="d", name="d.txt", text=text, sha256="", blocks=find_blocks(text))
    analysis = pipeline.analyse(document)
    mentions, _ = pipeline.mentions(analysis)
    assert {name: body.name for name, body in sides_of_persons(analysis, mentions).items()} == sides


def test_the_men_of_a_leader_are_his_body(pipeline: Pipeline) -> None:
    text = "In June 2021 Ali Tal founded the Red Column. On 11 August 2021 his men ambushed a Malian army truck near Gao and killed four soldiers.\n"
    document = Document(id="d", name="d.txt", text=text, sha256="", blocks=find_blocks(text))
    assert [[p.name for p in e.perpetrators] for e in pipeline.code(document).events if e.action == "ambush"] == [["Red Column"]]

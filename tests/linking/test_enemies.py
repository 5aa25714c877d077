"""The other side of a fight, by the rest of the document."""

from __future__ import annotations

import pytest

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.model.documents import Document
from contested.reading.structure import find_blocks

FOUGHT = "On 3 May 2021 the Karo Front attacked the Malian army in Kidal, killing four soldiers.\n\nOn 5 May 2021 Malian soldiers attacked the Karo Front near Gao.\n\n"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize(
    ("text", "action", "targets"),
    [
        (FOUGHT + "On 9 May 2021 Malian soldiers shot down two drones over Gao.\n", "weapons_disrupted", ["Karo Front"]),
        (FOUGHT + "On 9 May 2021 the Karo Front fired mortars at a checkpoint near Gao.\n", "shelling", ["Malian Armed Forces"]),
        (FOUGHT + "On 9 May 2021 Malian soldiers found and defused a bomb in Gao.\n", "weapons_disrupted", []),
    ],
)
def test_the_other_side_is_filled_in(pipeline: Pipeline, text: str, action: str, targets: list[str]) -> None:
    document = Document(id="d", name="d.txt", text=text, sha256="", blocks=find_blocks(text))
    events = [e for e in pipeline.code(document).events if e.action == action]
    assert [[t.name for t in e.targets] for e in events] == [targets]


def test_every_filled_side_points_at_words(pipeline: Pipeline) -> None:
    text = FOUGHT + "On 9 May 2021 Malian soldiers shot down two drones over Gao.\n"
    document = Document(id="d", name="d.txt", text=text, sha256="", blocks=find_blocks(text))
    target = next(e for e in pipeline.code(document).events if e.action == "weapons_disrupted").targets[0]
    assert [text[e.start : e.end] for e in target.evidence] == ["Karo Front"]

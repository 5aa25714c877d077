"""The sample reports and their gold: words of the codebook, quotes that stand in the text, statuses that follow."""

import json
import re
from datetime import date
from typing import Any

import pytest

from contested.assessing.status import derive_status
from contested.model.events import Claim
from contested.model.vocabulary import CasualtyKind, DatePrecision, PlacePrecision, Stance
from contested.resources import read_table
from contested.samples import gold_folder, sample_documents

NAMES = [path.stem for path in sample_documents()]


def gold(name: str) -> dict[str, Any]:
    return dict(json.loads((gold_folder() / f"{name}.json").read_text(encoding="utf-8")))


def text(name: str) -> str:
    (path,) = [p for p in sample_documents() if p.stem == name]
    return re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))


def test_there_are_four_genres() -> None:
    assert len({gold(name)["genre"] for name in NAMES}) == 4


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_in_the_document(name: str) -> None:
    assert [e["id"] for e in gold(name)["events"] if e["quote"] not in text(name)] == []


@pytest.mark.parametrize("name", NAMES)
def test_values_are_words_of_the_codebook(name: str) -> None:
    events = gold(name)["events"]
    assert len({e["id"] for e in events}) == len(events)
    for event in events:
        assert date.fromisoformat(event["date"]["start"]) <= date.fromisoformat(event["date"]["end"])
        assert DatePrecision(event["date"]["precision"])
        assert event["place"] is None or PlacePrecision(event["place"]["precision"])
        assert all(CasualtyKind(c["kind"]) for c in event["casualties"])
        assert all(Stance(c["stance"]) for c in event["claims"])


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_rows_of_the_table(name: str) -> None:
    header = ("action", "family", "acled_armed_target", "acled_civilian_target", "plover", "gtd", "definition")
    known = {row["action"] for row in read_table("actions.csv", header)}
    assert {e["action"] for e in gold(name)["events"]} <= known


@pytest.mark.parametrize("name", NAMES)
def test_statuses_follow_from_the_claims(name: str) -> None:
    for event in gold(name)["events"]:
        claims = [Claim.model_validate(c) for c in event["claims"]]
        attributed = [c.party for c in claims if c.about == "event"]
        status, _ = derive_status(claims, event["perpetrators"], event["targets"], own_voice=not attributed)
        assert (event["id"], status) == (event["id"], event["status"])

"""Any text gives valid records or a clear error, never a crash."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coded_texts import misplaced
from contested.batch.pipeline import Pipeline
from contested.errors import InputError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.reading.formats import read_raw
from contested.reading.raw import Raw

PIECES = (
    "Gunmen", "the army", "said", "on 3 May 2024", "on Tuesday", "killed", "at least 12", "civilians", "near Bukavu", "denied", "(RLF)", "[12]", '"', "“", "”",
    "the group", "between", "and", ",", ".", "\n", "\n\n", "= Raid =", "== May ==", "- Leader: Amin", "* ", "1. ", "|", "\t", "MILITANTS ATTACKED A POST", "الجبهة",
    "Зареченск", "31 February 2023", "no", "of them", "two to three", "999999999999999999999999", "-", "—", "'s", "were", "by", "who", "in", "it", "its",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
ANYTHING = st.lists(st.one_of(st.text(max_size=30), PROSE), max_size=4).map("\n".join)
NAMES = st.sampled_from(("a.txt", "a.md", "a.html", "a.wiki", "a.jsonl", "a"))
FEW = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def check(pipeline: Pipeline, data: bytes, name: str) -> None:
    for found in read_raw(Raw(data, name, "a", name)):
        if isinstance(found, Document):
            coding = pipeline.code(found)
            assert misplaced(found, coding) == []
            assert Coding.model_validate(json.loads(coding.model_dump_json())) == coding.model_copy(update={"statements": ()})
        else:
            assert isinstance(found, InputError)
            assert str(found).startswith(name)
            assert "\n" not in str(found)


@FEW
@given(text=ANYTHING, name=NAMES)
def test_any_text(pipeline: Pipeline, text: str, name: str) -> None:
    check(pipeline, text.encode("utf-8", "surrogatepass"), name)


@FEW
@given(text=PROSE)
def test_words_of_reports_in_any_order(pipeline: Pipeline, text: str) -> None:
    check(pipeline, f"The report follows. {text}".encode(), "a.txt")


@settings(FEW, max_examples=100)
@given(data=st.binary(max_size=200), name=NAMES)
def test_any_bytes(pipeline: Pipeline, data: bytes, name: str) -> None:
    check(pipeline, data, name)

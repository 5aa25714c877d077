"""What a change of the text changes in the coding, and what it does not."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coded_texts import code, said
from contested.batch.pipeline import Pipeline

FEW = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
ACTOR, SHORT = "Mountain Liberation Front", "MLF"
PARAGRAPHS = (
    "On 3 May 2021, fighters of the Mountain Liberation Front (MLF) ambushed an army convoy near Bukavu, killing four soldiers and wounding nine.",
    "The army denied any losses. A spokesman for the MLF claimed responsibility for the ambush.",
    "The group bombed a police station in Goma on 17 June 2021. At least three officers were killed, according to the governor of North Kivu.",
    "On 9 August 2021, the MLF and the army clashed in Beni. Two rebels died, the army said.",
    "In October 2021, the Mountain Liberation Front abducted six aid workers from a clinic in Butembo.",
    "Four people were injured on 21 November 2021 when a roadside bomb struck a bus on the road to Uvira.",
)
REMARK = 1
"""The paragraph that only speaks of "the ambush" in the one before it: what stands between them may part them."""
UNRELATED = (
    "Coffee growers in the hills speak of a good harvest, and prices at the port have risen.",
    "The museum reopens its doors with a show of old maps and photographs.",
    "Engineers are mending the bridge over the river, and traffic is slow.",
    "The university has a new library; students praise its reading rooms.",
)


def report(paragraphs: tuple[str, ...] | list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def shifted(value: Any, years: int) -> Any:
    """Move every date in the dates of the events."""
    return json.loads(re.sub(r'"(start|end)": "(\d{4})', lambda m: f'"{m[1]}": "{int(m[2]) + years}', json.dumps(value)))


@pytest.fixture(scope="module")
def plain(pipeline: Pipeline) -> list[Any]:
    found = said(code(pipeline, report(PARAGRAPHS)))
    assert [e["action"] for e in found] == ["ambush", "bombing", "clash", "abduction", "bombing"]
    return found


@FEW
@given(where=st.sampled_from([n for n in range(len(PARAGRAPHS) + 1) if n != REMARK]), added=st.sampled_from(UNRELATED))
def test_an_unrelated_paragraph_changes_nothing(pipeline: Pipeline, plain: list[Any], where: int, added: str) -> None:
    assert said(code(pipeline, report([*PARAGRAPHS[:where], added, *PARAGRAPHS[where:]]))) == plain


@FEW
@given(
    name=st.sampled_from(
        [("Red Star Brigade", "RSB"), ("People's Army of the North", "PAN"), ("Ansar al-Wadi", "AW"), ("Frente Unido de la Sierra", "FUS"), ("Black Lion Movement", "BLM"), ("Jaysh al-Sahel", "JAS"), ("Salvation Council", "SC"), ("Vilela Group", "VG"), ("Hay'at Fajr", "HF")]
    )
)
def test_an_actor_renamed_is_renamed_throughout(pipeline: Pipeline, plain: list[Any], name: tuple[str, str]) -> None:
    def renamed(text: str) -> str:
        return text.replace(ACTOR, name[0]).replace(SHORT, name[1])

    assert said(code(pipeline, renamed(report(PARAGRAPHS)))) == json.loads(renamed(json.dumps(plain)))


@FEW
@given(years=st.integers(-21, 3))
def test_dates_shifted_by_years_shift_the_output(pipeline: Pipeline, plain: list[Any], years: int) -> None:
    text = report(PARAGRAPHS).replace("2021", str(2021 + years))
    assert said(code(pipeline, text)) == shifted(plain, years)

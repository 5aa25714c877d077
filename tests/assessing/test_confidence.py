"""Confidence by features, from the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contested.assessing.confidence import ConfidenceTable, weigh
from contested.assessing.features import features_of
from contested.coding.drafts import Draft
from contested.errors import TableError
from contested.model.mentions import ActMention, TimeMention
from contested.model.statements import Statement
from contested.model.values import ActionValue, DateValue, FlagValue
from contested.model.vocabulary import Basis, DatePrecision, Property

MAY = date(2023, 5, 4)
ACT = ActMention(0, 10, 18, "ambushed", 3, "acts.csv:9", "ambush", "active", 1.0)
TIME = TimeMention(0, 0, 8, "On 4 May", 1, "day", MAY, MAY, DatePrecision.DAY, "partial", "heading")
EVENT = Draft((ACT,), "ambush", (0,), time=TIME, own_time=True)
DAY = DateValue(start=MAY, end=MAY, precision=DatePrecision.DAY, basis=Basis.OCCURRENCE)
TABLE = ConfidenceTable({Property.DATE: {"always": 0.0, "own date": 2.0, "date from context": -2.0}}, {"ambush": "violence"})


def states(prop: Property, value: ActionValue | DateValue | FlagValue) -> Statement:
    return Statement(document="d", subject="e", property=prop, original="", value=value, confidence=0.33)


def test_features_name_how_the_value_was_found() -> None:
    found = features_of(states(Property.DATE, DAY), EVENT, "violence")
    assert {"family violence", "act active", "own date", "no place", "told 1", "date partial", "completed by heading"} <= set(found)


def test_the_same_value_is_less_sure_when_it_comes_from_the_context() -> None:
    own, inherited = (weigh([states(Property.DATE, DAY)], replace(EVENT, own_time=own), TABLE)[0].confidence for own in (True, False))
    assert (own, inherited) == (0.881, 0.119)


def test_a_property_that_the_table_does_not_know_keeps_its_confidence() -> None:
    assert weigh([states(Property.ACTION, ActionValue(action="ambush"))], EVENT, TABLE)[0].confidence == 0.33


def test_the_programs_own_table_knows_every_property_of_an_event() -> None:
    known = set(ConfidenceTable.load().weights)
    assert known == set(Property) - {Property.AGGREGATE}


def test_a_row_that_is_no_number_is_named(tmp_path: Path) -> None:
    (tmp_path / "confidence.csv").write_text("property,feature,log_odds,seen,right\ndate,always,high,1,1\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"confidence\.csv:2"):
        ConfidenceTable.load([tmp_path])

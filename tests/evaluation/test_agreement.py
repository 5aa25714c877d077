"""Krippendorff's alpha, by the worked example of two coders and by fields of events."""

from __future__ import annotations

import pytest

from contested.evaluation.agreement import field_agreement, nominal_alpha
from judged_events import TEXT, compared, event

A = "0100000010"
B = "1110010000"
TOLD = {"quote": "", "evidence": [{"start": 0, "end": len(TEXT)}]}


def test_alpha_of_binary_data_of_two_coders() -> None:
    assert nominal_alpha(list(zip(A, B, strict=True))) == pytest.approx(0.095, abs=0.001)


def test_alpha_is_one_in_full_agreement_and_undefined_without_variation() -> None:
    assert nominal_alpha([("a", "a"), ("b", "b")]) == 1.0
    assert nominal_alpha([("a", "a"), ("a", "a")]) is None
    assert nominal_alpha([]) is None


def test_another_spelling_is_the_same_value() -> None:
    second = event(id="hazel", quote="The army denied it", date={"start": "2023-06-01", "end": "2023-06-01"}, perpetrators=["Elm Front"])
    told = [event(**TOLD, perpetrators=["The Reed Company"]), {**second, "quote": "", "evidence": [{"start": 98, "end": 117}]}]
    fields = {f.field: f for f in field_agreement([compared([event(), second], told)])}
    assert (fields["perpetrators"].alpha, fields["perpetrators"].units) == (1.0, 2)
    assert (fields["status"].alpha, fields["status"].equal) == (None, 1.0)

"""What a feature tells, learnt from judged statements."""

from __future__ import annotations

import pytest

from contested.evaluation.fitting import Example, fit, leave_documents_out, predict
from contested.evaluation.reliability import Judged


def examples(document: str, feature: str, right: int, wrong: int) -> list[Example]:
    judged = [Judged("place", "e", 0, 0.0, n < right) for n in range(right + wrong)]
    return [Example(document, j, (feature,)) for j in judged]


def test_a_feature_that_goes_with_being_right_adds_to_the_odds() -> None:
    weights = fit(examples("a", "own place", 180, 20) + examples("a", "context", 80, 120))
    odds = {(w.property, w.feature): w.log_odds for w in weights}
    assert predict(examples("b", "own place", 1, 0)[0], odds) == pytest.approx(0.9, abs=0.03)
    assert predict(examples("b", "context", 1, 0)[0], odds) == pytest.approx(0.4, abs=0.03)


def test_rare_features_are_left_out_and_counted_ones_told() -> None:
    weights = fit(examples("a", "own place", 9, 3) + examples("a", "rare", 1, 1))
    assert [(w.feature, w.seen, w.right) for w in weights] == [("always", 14, 0.714), ("own place", 12, 0.75)]


def test_a_document_is_judged_by_what_the_others_taught() -> None:
    judged = leave_documents_out(examples("a", "own place", 100, 0) + examples("b", "own place", 0, 100))
    assert all(j.right == (j.confidence < 0.5) for j in judged)

"""All that is measured of a set of codings against gold, or against another coder's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from contested.evaluation.agreement import FieldAgreement, field_agreement
from contested.evaluation.faults import FaultCount, count_faults, find_faults
from contested.evaluation.reliability import Reliability, judge, measure
from contested.evaluation.scoring import MEASURES, Comparison, Counts, Scores, all_slots, total


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The comparisons of the documents and what follows from them; ``reliability`` is empty where nothing tells how sure it is."""

    comparisons: tuple[Comparison, ...]
    scores: Scores
    faults: tuple[FaultCount, ...]
    agreement: tuple[FieldAgreement, ...]
    reliability: tuple[Reliability, ...]


def evaluate(comparisons: Iterable[Comparison]) -> Evaluation:
    """Sum up comparisons: counts by slot, kinds of error, agreement of the coders, reliability of the confidences."""
    found = tuple(comparisons)
    judged = [j for c in found for j in judge(c)]
    return Evaluation(
        found, total(c.scores for c in found), count_faults(f for c in found for f in find_faults(c)), field_agreement(found),
        measure(judged) if judged else (),
    )


def to_json(evaluation: Evaluation) -> dict[str, Any]:
    """Give an evaluation as JSON: the numbers of every measure, each document, each kind of error."""
    return {
        "slot_f1": _counts(all_slots(evaluation.scores)),
        **{m: _counts(evaluation.scores[m]) for m in MEASURES},
        "documents": {
            c.name: {"event_f1": c.scores["event"].f1, "slot_f1": all_slots(c.scores).f1, **{m: _counts(c.scores[m]) for m in MEASURES}}
            for c in evaluation.comparisons
        },
        "errors": [
            {"kind": f.kind, "count": f.count, "examples": [
                {"document": e.document, "event": e.event, "gold": e.gold, "coded": e.coded, "words": e.words} for e in f.examples]}
            for f in evaluation.faults
        ],
        "agreement": [{"field": a.field, "alpha": a.alpha, "units": a.units, "equal": a.equal} for a in evaluation.agreement],
        "reliability": [
            {"property": r.property, "count": r.count, "expected_calibration_error": r.error, "bins": [
                {"low": b.low, "high": b.high, "count": b.count, "confidence": b.confidence, "right": b.right} for b in r.bins if b.count]}
            for r in evaluation.reliability
        ],
    }  # fmt: skip


def _counts(counts: Counts) -> dict[str, float]:
    return {
        "precision": counts.precision, "recall": counts.recall, "f1": counts.f1,
        "right": counts.right, "gold": counts.gold, "coded": counts.coded,
    }

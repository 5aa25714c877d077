"""An evaluation as plain text: the tables that a terminal or a build log shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.evaluation.agreement import FieldAgreement
from contested.evaluation.evaluation import Evaluation
from contested.evaluation.faults import Fault
from contested.evaluation.reliability import Reliability
from contested.evaluation.scoring import MEASURES, Counts, all_slots

_SHOWN = 100


def to_text(evaluation: Evaluation) -> str:
    """Write the tables by slot and by document, the kinds of error with examples, the agreement and the reliability."""
    sections = (_by_slot, _by_document, _errors, _agreement, _reliability)
    return "\n".join("\n".join(section(evaluation)) + "\n" for section in sections if any(section(evaluation)))


def _by_slot(evaluation: Evaluation) -> Iterator[str]:
    yield f"{'':14}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'gold':>7}{'coded':>7}"
    for name in MEASURES:
        yield _row(name, evaluation.scores[name])
    yield _row("all slots", all_slots(evaluation.scores))


def _row(name: str, counts: Counts) -> str:
    return f"{name:14}{counts.precision:10.3f}{counts.recall:8.3f}{counts.f1:7.3f}{counts.right:7}{counts.gold:7}{counts.coded:7}"


def _by_document(evaluation: Evaluation) -> Iterator[str]:
    width = max((len(c.name) for c in evaluation.comparisons), default=0)
    yield f"{'document':{width}}  event F1  all slots F1  gold  coded"
    for c in evaluation.comparisons:
        event = c.scores["event"]
        yield f"{c.name:{width}}{event.f1:10.3f}{all_slots(c.scores).f1:14.3f}{event.gold:6}{event.coded:7}"


def _errors(evaluation: Evaluation) -> Iterator[str]:
    if not evaluation.faults:
        return
    yield "errors by kind"
    for found in evaluation.faults:
        yield f"{found.count:5}  {found.kind}"
        for example in found.examples:
            yield f"         {_example(example)}"


def _example(fault: Fault) -> str:
    sides = [f"{who} {value}" for who, value in (("gold:", fault.gold), ("coded:", fault.coded)) if value]
    words = fault.words if len(fault.words) <= _SHOWN else fault.words[: _SHOWN - 1] + "…"
    return f"{fault.document}, {fault.event}: {'; '.join(sides)} — “{words}”"


def _agreement(evaluation: Evaluation) -> Iterator[str]:
    yield "agreement on events that both have     alpha  equal  events"
    for field in evaluation.agreement:
        yield f"{field.field:36}{_alpha(field):>8}{field.equal:7.2f}{field.units:8}"


def _alpha(field: FieldAgreement) -> str:
    return "-" if field.alpha is None else f"{field.alpha:.3f}"


def _reliability(evaluation: Evaluation) -> Iterator[str]:
    yield from reliability_lines(evaluation.reliability)


def reliability_lines(tables: Sequence[Reliability]) -> Iterator[str]:
    """Write how often what is so sure was right, and the expected calibration error of all and of each property."""
    if not tables:
        return
    yield "how sure, and how often right"
    yield from _bins(tables[0])
    yield "expected calibration error"
    for table in tables:
        yield f"  {table.property:14}{table.error:7.3f}  of {table.count}"


def _bins(table: Reliability) -> Iterator[str]:
    yield "  confidence    number   mean  right"
    for b in table.bins:
        if b.count:
            yield f"  {b.low:.1f} to {b.high:.1f}{b.count:10}{b.confidence:7.2f}{b.right:7.2f}"

"""An explanation as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contested.report.why.records import Chosen, Explanation, Told

DOUBTFUL_BELOW = 0.5
LEGEND = (
    "NAME.csv:LINE is the row of a table that made a value. `contested tables show WORD` prints rows; put rows of your own into a\n"
    "folder, in a file of the same name, and name the folder with --tables. Numbers are confidences from 0 to 1."
)


def to_text(explanations: Iterable[Explanation]) -> str:
    """Write explanations one after the other, then what the names of rows mean."""
    parts = ["\n".join(_lines(e)) for e in explanations]
    return "\n\n".join([*parts, LEGEND]) + "\n"


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"{explanation.document}, line {explanation.line}"
    yield f"  “{explanation.text}”"
    if explanation.nothing:
        yield f"  Nothing was coded here because {explanation.nothing}."
    for told in explanation.told:
        yield from _event(told)
    if explanation.lost:
        yield "  Not taken:"
        yield from (f"    {x.kind} “{x.text}”: {x.why}{_by(x.rule)}" for x in explanation.lost)
    if explanation.found:
        yield "  Found in the words:"
        yield from (f"    {f.kind} “{f.text}”: {f.meaning}{_by(f.rule)}" for f in explanation.found)


def _event(told: Told) -> Iterator[str]:
    yield f"  Event {told.event} ({told.part}), {_sure(told.confidence)}"
    yield from (f"    {_value(value)}" for value in told.values)


def _value(value: Chosen) -> str:
    words = f" from “{value.text}” on line {value.line}" if value.line is not None else ""
    return f"{value.field} {value.value}, {_sure(value.confidence)}{words}: {value.how}{_by(value.rule)}"


def _by(rule: str) -> str:
    return f" [{rule}]" if rule else ""


def _sure(confidence: float) -> str:
    return f"{confidence:.2f}" + (" ?" if confidence < DOUBTFUL_BELOW else "")

"""What was left out of a coding, in words that a researcher understands."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.passages import Passage
from contested.linking.within import Linked
from contested.model.events import LeftOut
from contested.model.mentions import ActMention
from contested.model.syntax import Analysis


def explain_refusals(analysis: Analysis, passages: Sequence[Passage], linked: Linked) -> tuple[LeftOut, ...]:
    """List the acts that made no event, each with the reason, in the order of the text."""
    found = [_left_out(analysis, act, str(act.refusal)) for passage in passages for act in passage.refused]
    found.extend(_left_out(analysis, draft.acts[0], str(reason)) for draft, reason in linked.refused)
    return tuple(sorted(found, key=lambda x: (x.start, x.end)))


def _left_out(analysis: Analysis, act: ActMention, why: str) -> LeftOut:
    return LeftOut(text=analysis.document.text[act.start : act.end], start=act.start, end=act.end, why=why, detail=f"{act.action} by {act.rule}")

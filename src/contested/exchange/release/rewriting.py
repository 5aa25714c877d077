"""Change the texts of a coding: names, words and quotations, but no code, number or date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from contested.exchange.release.cutting import CutText
from contested.model.events import Coding, Event, LeftOut, Profile

_CODES = frozenset(
    {"action", "precision", "basis", "kind", "stance", "status", "country", "coder", "sha256", "why", "start", "end"}
)  # fmt: skip
Change = Callable[[str], str]


def rewrite_coding(coding: Coding, change: Change, cut: CutText | None = None) -> Coding:
    """Give the coding with every text changed; with a cut text, its quotations are the words at their places in that."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            made = {k: v if k in _CODES else changed(v) for k, v in value.items()}
            found = cut and {"start", "end", "text"} <= value.keys() and cut.holds(value["start"], value["end"], value["text"])
            return made | _at(value, cut) if cut and found else made
        if isinstance(value, (list, tuple)):
            return tuple(changed(v) for v in value)
        return change(value) if type(value) is str else value

    update: dict[str, Any] = {
        "document": change(coding.document),
        "coder": change(coding.coder),
        "events": tuple(Event.model_validate(changed(e.model_dump())) for e in coding.events),
        "left_out": tuple(LeftOut.model_validate(changed(o.model_dump())) for o in coding.left_out),
        "notes": tuple(change(n) for n in coding.notes),
        "statements": (),
    }
    if coding.profile is not None:
        update["profile"] = Profile.model_validate(changed(coding.profile.model_dump()))
    return coding.model_copy(update=update)


def _at(quotation: dict[str, Any], cut: CutText) -> dict[str, Any]:
    start, end = cut.moved(quotation["start"], quotation["end"])
    return {"start": start, "end": end, "text": cut.text[start:end]}

"""Change the texts of a coding: names, words and quotations, but no code, number or date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from contested.model.events import Coding, Event, LeftOut, Profile

_CODES = frozenset(
    {"action", "precision", "basis", "kind", "stance", "status", "country", "coder", "sha256", "why", "start", "end"}
)  # fmt: skip


def rewrite_coding(coding: Coding, change: Callable[[str], str]) -> Coding:
    """Give the coding with every text changed."""
    update: dict[str, Any] = {
        "document": change(coding.document),
        "events": tuple(Event.model_validate(_changed(e.model_dump(), change)) for e in coding.events),
        "left_out": tuple(LeftOut.model_validate(_changed(o.model_dump(), change)) for o in coding.left_out),
        "notes": tuple(change(n) for n in coding.notes),
        "statements": (),
    }
    if coding.profile is not None:
        update["profile"] = Profile.model_validate(_changed(coding.profile.model_dump(), change))
    return coding.model_copy(update=update)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {k: v if k in _CODES else _changed(v, change) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(_changed(v, change) for v in value)
    return change(value) if type(value) is str else value

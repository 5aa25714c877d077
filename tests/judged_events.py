"""Short ways to write codings in the shape of gold."""

from __future__ import annotations

from typing import Any

from contested.evaluation.pairing import ActionKinds
from contested.evaluation.records import coding_of
from contested.evaluation.scoring import Comparison, compare

TEXT = "On 4 May 2023 rebels of the Reed Company ambushed an army convoy near Larch, killing 12 soldiers. The army denied it.\n"


def event(**values: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": "larch", "action": "ambush", "date": {"start": "2023-05-04", "end": "2023-05-04"},
        "place": {"text": "Larch", "precision": "town"}, "perpetrators": ["Reed Company"], "targets": ["National Army"],
        "casualties": [{"kind": "killed", "low": 12, "high": 12, "asserted_by": None}],
        "claims": [{"party": "National Army", "stance": "denies", "about": "event"}], "status": "disputed",
        "quote": "ambushed an army convoy",
    }  # fmt: skip
    return {**base, **values}


def compared(gold: list[dict[str, Any]], coded: list[dict[str, Any]], text: str = TEXT) -> Comparison:
    return compare("report", text, coding_of({"events": gold}), coding_of({"events": coded}), ActionKinds.load())

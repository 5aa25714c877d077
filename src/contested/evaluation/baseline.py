"""Accuracy recorded earlier: a change may not take it down unnoticed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from contested.errors import InputError
from contested.evaluation.evaluation import Evaluation
from contested.evaluation.scoring import MEASURES, all_slots
from contested.exchange.folder import write_atomically

TOLERANCE = 0.02
Recorded = Mapping[str, float]


def accuracy(evaluation: Evaluation) -> dict[str, float]:
    """Give what is recorded: F1 of each measure that gold has values for, and of all slots, to four places."""
    found = {m: evaluation.scores[m].f1 for m in MEASURES if evaluation.scores[m].gold}
    return {name: round(f1, 4) for name, f1 in (*found.items(), ("all slots", all_slots(evaluation.scores).f1))}


def fallen(now: Recorded, recorded: Recorded, tolerance: float = TOLERANCE) -> tuple[str, ...]:
    """List the measures that are lower than recorded by more than the tolerance, each with both numbers."""
    return tuple(
        f"{name} fell from {was:.3f} to {now.get(name, 0.0):.3f}"
        for name, was in recorded.items()
        if now.get(name, 0.0) < was - tolerance
    )


def read_baseline(path: Path, collection: str) -> Recorded:
    """Read the numbers recorded for a collection of documents.

    Raises: InputError: the file is missing or malformed, or has no such collection; names those that it has.
    """
    recorded = _read(path)
    if collection not in recorded:
        raise InputError(
            f"nothing is recorded for '{collection}'", where=str(path), fix=f"It has {', '.join(recorded) or 'nothing'}; --record adds one."
        )
    return recorded[collection]


def record_baseline(path: Path, collection: str, now: Recorded) -> None:
    """Write the numbers of a collection into the file, the other collections untouched.

    Raises: InputError: the file is there but malformed. OutputError: it cannot be written.
    """
    recorded = {**(_read(path) if path.is_file() else {}), collection: dict(now)}
    write_atomically(path, json.dumps(dict(sorted(recorded.items())), indent=1) + "\n")


def _read(path: Path) -> dict[str, Recorded]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(k): {str(m): float(v) for m, v in numbers.items()} for k, numbers in found.items()}
    except (OSError, ValueError, AttributeError, TypeError) as err:
        raise InputError("the recorded accuracy cannot be read", where=str(path), fix="Write it anew with --record.") from err

"""An evaluation, printed or written into a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from contested.cli.show.output import tell
from contested.evaluation.baseline import accuracy, fallen, read_baseline
from contested.evaluation.evaluation import Evaluation, to_json
from contested.evaluation.text import to_text
from contested.exchange.folder import write_atomically


def show_evaluation(evaluation: Evaluation, format: str, out: Path | None, *, gold: str, coded: str) -> None:
    """Write an evaluation as "text", "json" or "html"; ``gold`` and ``coded`` name the two coders.

    Raises: OutputError: the file cannot be written.
    """
    written = _written(evaluation, format, gold, coded)
    if out is None:
        sys.stdout.write(written)
    else:
        write_atomically(out, written)


def _written(evaluation: Evaluation, format: str, gold: str, coded: str) -> str:
    if format == "json":
        return json.dumps(to_json(evaluation), ensure_ascii=False, indent=1) + "\n"
    if format == "html":
        from contested.evaluation.page import render_page

        return render_page(evaluation, gold=gold, coded=coded)
    return to_text(evaluation)


def hold_against(evaluation: Evaluation, baseline: Path, collection: str) -> bool:
    """Say which measures fell below those recorded; true if any did.

    Raises: InputError: the file of recorded accuracy cannot be read.
    """
    worse = fallen(accuracy(evaluation), read_baseline(baseline, collection))
    for one in worse:
        tell(f"contested: {one} ({baseline})")
    return bool(worse)

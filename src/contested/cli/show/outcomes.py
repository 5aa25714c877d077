"""What ``contested code`` prints of each report, as it is done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from contested.batch.runner import Coded, Failed, Outcome
from contested.cli.options import Format
from contested.cli.show.out_folder import OutFolder
from contested.cli.show.output import tell
from contested.cli.show.printers import Printer, printer_for
from contested.cli.show.progress import Progress
from contested.model.events import Coding

FAILED = 2


def show_outcomes(outcomes: Iterable[Outcome], reports: int, format: Format, out: Path | None, min_confidence: float) -> int:
    """Print outcomes as they come, write them into a folder if one is wanted, and give the exit code."""
    folder = OutFolder(out) if out else None
    printer = printer_for(format, several=reports > 1)
    failed = False
    try:
        with Progress(reports) as progress:
            for outcome in outcomes:
                with progress.aside():
                    failed |= isinstance(outcome, Failed)
                    _show(outcome, printer, folder, min_confidence)
                progress.advance()
    finally:
        printer.finish()
    return FAILED if failed else 0


def _show(outcome: Outcome, printer: Printer, folder: OutFolder | None, min_confidence: float) -> None:
    if isinstance(outcome, Failed):
        _tell_failure(outcome)
        return
    coding = _sure_enough(outcome.coding, min_confidence)
    printer.show(Coded(outcome.document, coding, outcome.kept))
    if folder:
        folder.write(coding)


def _tell_failure(failed: Failed) -> None:
    if failed.trace:
        tell(failed.trace)
    tell(f"contested: {failed.error}")


def _sure_enough(coding: Coding, least: float) -> Coding:
    if not least:
        return coding
    return coding.model_copy(update={"events": tuple(e for e in coding.events if e.confidence >= least)})

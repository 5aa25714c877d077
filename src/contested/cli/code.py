"""``contested code``: documents to events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, ConfidenceOption, Format, FormatOption, StoreOption, TablesOption

Reports = Annotated[
    list[str], typer.Argument(metavar="REPORT...", help="Files, http(s) addresses, wikipedia:TITLE, or - for standard input.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Also write NAME.json for each document into this folder.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print: open and change no store.")]
Gazetteer = Annotated[Path | None, typer.Option("--gazetteer", metavar="DIR", help="The folder of added places, if not the usual one.")]
Processes = Annotated[int, typer.Option("--processes", min=0, help="Processes that code at the same time; 0 decides by the number of reports.")]


def code(
    reports: Reports,
    store: StoreOption = DEFAULT_STORE,
    out: Out = None,
    format: FormatOption = Format.TABLE,
    dry_run: DryRun = False,
    tables: TablesOption = None,
    gazetteer: Gazetteer = None,
    min_confidence: ConfidenceOption = 0.0,
    processes: Processes = 0,
) -> int:
    """Code reports: print their events, and keep them in the store.

    Every report that cannot be read is told on one line; the others are coded all the same, and the exit code is 2.
    """
    from contested.batch.reports import CodeOptions, code_reports
    from contested.cli.show.outcomes import show_outcomes
    from contested.cli.show.output import tell_building, tell_changed

    options = CodeOptions(None if dry_run else store, tuple(tables or ()), gazetteer, processes, tell_building, tell_changed)
    return show_outcomes(code_reports(reports, options), len(reports), format, out, min_confidence)

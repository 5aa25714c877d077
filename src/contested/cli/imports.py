"""``contested import``: what others hold, into the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption, TablesOption

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="ACLED or UCDP GED files, Telegram exports, feeds, auto-archiver's CSV, annotations, JSON lines of documents, exported folders.",
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--as", help="auto, acled, ucdp, telegram, feed, auto-archiver, label-studio, inception, documents or own."
    ),
]
CoderOption = Annotated[str | None, typer.Option("--coder", help="The name under which codings of others are kept, if not the file's own.")]
SensitivityOption = Annotated[str, typer.Option("--sensitivity", help="The widest audience for these documents: public, partner or internal.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would be added or changed.")]
Gazetteer = Annotated[Path | None, typer.Option("--gazetteer", metavar="DIR", help="The folder of added places, if not the usual one.")]


def import_(
    files: Files, store: StoreOption = DEFAULT_STORE, format: FormatOption = "auto", coder: CoderOption = None,
    sensitivity: SensitivityOption = "public", dry_run: DryRun = False, tables: TablesOption = None, gazetteer: Gazetteer = None,
) -> int:
    """Import files: codings of others are kept under their coder's name, documents are coded.

    The same file again changes nothing. What cannot be read is told on one line, and the exit code is 2.
    """
    from contested.batch.importing import ImportOptions, import_files
    from contested.batch.reports import CodeOptions
    from contested.cli.show.imports import chosen, show_imports
    from contested.exchange.incoming.detect import ImportFormat
    from contested.model.documents import Sensitivity

    coding = CodeOptions(store, tuple(tables or ()), gazetteer)
    options = ImportOptions(
        coding, chosen(ImportFormat, format, "--as"), coder, chosen(Sensitivity, sensitivity, "--sensitivity"), dry_run
    )
    return show_imports(import_files(files, options), dry_run=dry_run)

"""``contested explain``: why this was coded, or not."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption, TablesOption


class ExplanationFormat(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


Target = Annotated[str, typer.Argument(metavar="TARGET", help="A report (file or address), FILE:LINE for one line of it, or the id of an event in the store.")]
FormatOption = Annotated[ExplanationFormat, typer.Option("--format", help="How to print the explanation.")]
Gazetteer = Annotated[Path | None, typer.Option("--gazetteer", metavar="DIR", help="The folder of added places, if not the usual one.")]


def explain(
    target: Target, store: StoreOption = DEFAULT_STORE, format: FormatOption = ExplanationFormat.TEXT,
    tables: TablesOption = None, gazetteer: Gazetteer = None,
) -> None:
    """Say for each sentence what was found in its words, which events were made of it by which rule or table row,
    what lost and why, and why nothing was coded where nothing was."""
    import json
    from dataclasses import asdict

    from contested.batch.explaining import ExplainOptions, explain_target
    from contested.report.why.text import to_text

    found = explain_target(target, ExplainOptions(store, tuple(tables or ()), gazetteer))
    as_json = format is ExplanationFormat.JSON
    typer.echo(json.dumps([asdict(e) for e in found], ensure_ascii=False, indent=1) if as_json else to_text(found).rstrip("\n"))

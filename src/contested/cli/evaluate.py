"""``contested evaluate``: agreement with gold, and between coders."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from contested.cli.options import TablesOption

FELL = 1


class EvaluationFormat(StrEnum):
    """How an evaluation is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


Gold = Annotated[Path, typer.Option("--gold", metavar="DIR", help="The folder with NAME.json, the right answers or the first coder's coding.")]
CodedOption = Annotated[
    Path | None, typer.Option("--coded", metavar="DIR", help="The folder with the codings to compare, NAME.json; without it the documents are coded now.")
]
Documents = Annotated[Path | None, typer.Option("--documents", metavar="DIR", help="The folder of the documents, if not 'documents' beside the gold.")]
FormatOption = Annotated[EvaluationFormat, typer.Option("--format", help="How to write the result; html shows both codings on the text.")]
Out = Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Write into this file instead of printing.")]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Accuracy recorded earlier: exit code 1 when a slot is more than 0.02 below it.")
]
Collection = Annotated[str, typer.Option("--collection", help="The name under which the file of --baseline holds these documents.")]
Record = Annotated[bool, typer.Option("--record", help="Write the accuracy into the file of --baseline instead of comparing.")]


def evaluate(
    gold: Gold,
    coded: CodedOption = None,
    documents: Documents = None,
    format: FormatOption = EvaluationFormat.TEXT,
    out: Out = None,
    baseline: Baseline = None,
    collection: Collection = "gold",
    record: Record = False,
    tables: TablesOption = None,
) -> int:
    """Measure codings against right answers, or two coders against each other: by slot and document, errors by kind,
    agreement beyond chance, and how well the stated confidence is borne out."""
    from contested.batch.evaluating import evaluate_folder
    from contested.cli.show.evaluation import hold_against, show_evaluation
    from contested.evaluation.baseline import accuracy, record_baseline

    evaluation = evaluate_folder(gold, coded, documents, tuple(tables or ()))
    show_evaluation(evaluation, format.value, out, gold=gold.name, coded=coded.name if coded else "contested")
    if baseline is None:
        return 0
    if record:
        record_baseline(baseline, collection, accuracy(evaluation))
        return 0
    return FELL if hold_against(evaluation, baseline, collection) else 0

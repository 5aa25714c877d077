"""Code the documents of a gold folder, and hold the codings against it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from contested.batch.reports import CodeOptions, code_reports
from contested.batch.runner import Failed
from contested.evaluation.evaluation import Evaluation, evaluate
from contested.evaluation.folders import GoldFile, coded_in, compare_all, read_gold
from contested.evaluation.records import JudgedCoding, coding_of


def evaluate_folder(gold: Path, coded: Path | None, documents: Path | None, tables: Sequence[Path] = ()) -> Evaluation:
    """Compare codings with gold; without a folder of codings the documents are coded now.

    Raises: ContestedError: a folder, a file, or a document cannot be read; the pipeline cannot be loaded.
    """
    files = read_gold(gold, documents)
    if coded is not None:
        return evaluate(compare_all(files, coded_in(coded)))
    made = code_gold(files, tables)
    return evaluate(compare_all(files, lambda one: made[one.document]))


def code_gold(files: Sequence[GoldFile], tables: Sequence[Path] = ()) -> dict[Path, JudgedCoding]:
    """Code the documents of gold with the program's own coder.

    Raises: ContestedError: what made a document fail.
    """
    made: dict[Path, JudgedCoding] = {}
    paths = list(dict.fromkeys(one.document for one in files))
    for path, outcome in zip(paths, code_reports([str(p) for p in paths], CodeOptions(None, tuple(tables))), strict=True):
        if isinstance(outcome, Failed):
            raise outcome.error
        made[path] = coding_of(outcome.coding.to_gold())
    return made

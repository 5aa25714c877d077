"""The same document gives the same bytes, in any order and with any number of processes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.batch.runner import Coded, Run, code_documents
from contested.model.documents import Document
from contested.reading.sources import read_documents
from contested.samples import sample_documents

DOCUMENTS = tuple(d for path in sample_documents() for d in read_documents(str(path)))


def written(pipeline: Pipeline, documents: tuple[Document, ...]) -> dict[str, str]:
    return {d.name: pipeline.code(d).model_dump_json() for d in documents}


@pytest.fixture(scope="module")
def once(pipeline: Pipeline) -> dict[str, str]:
    return written(pipeline, DOCUMENTS)


def test_order_does_not_matter(pipeline: Pipeline, once: dict[str, str]) -> None:
    assert written(pipeline, DOCUMENTS[::-1]) == once


def test_the_number_of_processes_does_not_matter(once: dict[str, str]) -> None:
    outcomes = list(code_documents(DOCUMENTS, Run(load_pipeline, processes=2)))
    assert {o.document.name: o.coding.model_dump_json() for o in outcomes if isinstance(o, Coded)} == once


@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_order_of_hashes_does_not_matter(once: dict[str, str], seed: str) -> None:
    script = (
        "import sys; from contested.batch.pipeline import load_pipeline; from contested.reading.sources import read_documents\n"
        "p = load_pipeline()\n"
        "for f in sys.argv[1:]: print(p.code(next(read_documents(f))).model_dump_json())"
    )
    command = [sys.executable, "-c", script, *map(str, sample_documents())]
    done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == list(once.values())

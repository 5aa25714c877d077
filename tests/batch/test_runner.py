"""Coding many documents."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from contested.batch.runner import Coded, Failed, Outcome, Run, code_documents
from contested.errors import ContestedError, InputError, TableError
from contested.model.documents import Document
from contested.model.events import Coding
from fakes import CountingCoder, die, made, refuse

INPUTS: tuple[Document | Failed, ...] = (
    made("a", "one two"),
    Failed(InputError("no such file", where="b")),
    made("c", ""),
    made("d", "a bug here"),
    made("e", "one two three"),
)


def told(outcome: Outcome) -> str:
    return outcome.coding.notes[0] if isinstance(outcome, Coded) else str(outcome.error)


EXPECTED = [
    "2", "b: no such file.", "c: the document is empty.",
    "d: the program failed on this document. Please report this fault.", "3",
]


@pytest.mark.parametrize("processes", [1, 2])
def test_outcomes_come_in_order_and_failures_cost_the_others_nothing(processes: int) -> None:
    outcomes = list(code_documents(INPUTS, Run(CountingCoder, processes)))
    assert [told(o) for o in outcomes] == EXPECTED
    assert "ZeroDivisionError" in (outcomes[3].trace if isinstance(outcomes[3], Failed) else "")


@pytest.mark.parametrize("processes", [1, 2])
def test_each_document_is_kept_once(processes: int) -> None:
    kept: list[str] = []

    def keep(document: Document, _coding: Coding) -> str:
        kept.append(document.name)
        return "added"

    outcomes = list(code_documents(INPUTS, Run(CountingCoder, processes, keep=keep)))
    assert sorted(kept) == ["a", "e"]
    assert [o.kept for o in outcomes if isinstance(o, Coded)] == ["added", "added"]


def test_known_documents_are_not_coded_again_and_no_pipeline_is_loaded() -> None:
    coding = Coding(document="a", sha256="0" * 64, coder="count 1")

    def load() -> CountingCoder:
        raise AssertionError("loaded")

    (outcome,) = code_documents([made("a", "one")], Run(load, known=lambda _document: coding))
    assert outcome == Coded(made("a", "one"), coding, "unchanged")


def test_documents_are_read_as_they_are_needed() -> None:
    read: list[int] = []

    def endless() -> Iterator[Document]:
        for n in range(1000):
            read.append(n)
            yield made(str(n), "word")

    outcomes = code_documents(endless(), Run(CountingCoder))
    next(outcomes)
    assert read == [0]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_pipeline_that_cannot_be_loaded_ends_the_run_with_its_own_words(processes: int) -> None:
    with pytest.raises(TableError, match=r"^acts.csv:3: a bad row. Mend it.$"):
        list(code_documents([made("a", "one"), made("b", "two")], Run(refuse, processes)))


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(ContestedError, match=r"died.*--processes 1"):
        list(code_documents([made("a", "one")], Run(die, 2)))

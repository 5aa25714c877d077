"""Code reports named by the user, and keep them in a store."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from contested.batch.fingerprint import coding_fingerprint
from contested.batch.runner import Coder, Failed, Outcome, Run, code_documents
from contested.errors import InputError
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.ask import find_coding
from contested.store.changes import changes_since, last_line
from contested.store.database import Store, open_store
from contested.store.keep import keep_coding, tell_apart, with_own_id

_REPORTS_PER_PROCESS = 8


@dataclass(frozen=True, slots=True)
class CodeOptions:
    """How reports are coded. ``store`` is None where nothing is kept; ``processes`` 0 decides by the number of reports.

    ``building`` is told the number of places done where the gazetteer must first be built, once on each machine;
    ``changed`` at the end each document that is read otherwise under a person's decision, and what is different.
    """

    store: str | None
    tables: tuple[Path, ...] = ()
    gazetteer: Path | None = None
    processes: int = 0
    building: Callable[[int], None] | None = None
    changed: Callable[[str, str], None] | None = None


def code_reports(reports: Sequence[str], options: CodeOptions) -> Iterator[Outcome]:
    """Read, code and keep reports; give an outcome for each document and each input that failed, in order.

    A document that this very coder has read before is taken from the store.

    Raises: ContestedError: the store, the tables or the language model cannot be used.
    """
    yield from code_inputs(_inputs(reports), options, reports=len(reports))


def code_inputs(inputs: Iterable[Document | Failed], options: CodeOptions, *, reports: int) -> Iterator[Outcome]:
    """Code and keep documents that were read already; ``reports`` is about how many there are.

    Raises: ContestedError: the store, the tables or the language model cannot be used.
    """
    check_folders(options.tables)
    processes = options.processes or _processes_for(reports)
    load = partial(_load_pipeline, options.tables, options.gazetteer)
    _build_gazetteer(options)
    if options.store is None:
        yield from code_documents(inputs, Run(load, processes))
        return
    store = open_store(options.store)
    try:
        before = last_line(store)
        yield from code_documents(_apart(store, inputs), _run_with(store, load, processes, options))
        if options.changed:
            for document, told in changes_since(store, before):
                options.changed(document, told)
    finally:
        store.close()


def _apart(store: Store, inputs: Iterable[Document | Failed]) -> Iterator[Document | Failed]:
    """Give documents of one name ids of their own, those in the store and those of this batch that are not there yet."""
    texts: dict[str, int] = {}
    for item in inputs:
        if isinstance(item, Failed):
            yield item
            continue
        try:
            document = tell_apart(store, item)
        except InputError as err:
            yield Failed(err)
            continue
        if texts.setdefault(document.id, hash(document.text)) != hash(document.text):
            document = with_own_id(document)
        yield document


def _run_with(store: Store, load: Callable[[], Coder], processes: int, options: CodeOptions) -> Run:
    fingerprint, who = _fingerprint(options), getpass.getuser()

    def known(document: Document) -> Coding | None:
        return find_coding(store, document.id, fingerprint)

    def keep(document: Document, coding: Coding) -> str:
        return keep_coding(store, document, coding, who=who, fingerprint=fingerprint)

    return Run(load, processes, known, keep)


def _fingerprint(options: CodeOptions) -> str:
    from contested.mentions.places.keeping import gazetteer_folder

    return coding_fingerprint(options.tables, options.gazetteer or gazetteer_folder())


def _load_pipeline(tables: tuple[Path, ...], gazetteer: Path | None) -> Coder:
    from contested.batch.pipeline import load_pipeline

    return load_pipeline(tables=tables, gazetteer=gazetteer)


def _build_gazetteer(options: CodeOptions) -> None:
    """Build the gazetteer before several processes would each do it."""
    from contested.mentions.places.keeping import open_gazetteer

    open_gazetteer(options.gazetteer, options.building)


def check_folders(tables: Sequence[Path]) -> None:
    """Raise InputError where a folder of tables is not there."""
    for folder in tables:
        if not folder.is_dir():
            raise InputError("there is no such folder of tables", where=str(folder), fix="Check the path after --tables.")


def _processes_for(reports: int) -> int:
    return max(1, min(os.cpu_count() or 1, reports // _REPORTS_PER_PROCESS))


def _inputs(reports: Sequence[str]) -> Iterator[Document | Failed]:
    from contested.reading.sources import read_all

    for item in read_all(reports, stdin=sys.stdin.buffer):
        yield item if isinstance(item, Document) else Failed(item)

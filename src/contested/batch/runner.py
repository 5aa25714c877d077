"""Code many documents: in order, on one or several processes, each kept as soon as it is done."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Protocol

from contested.errors import ContestedError
from contested.model.documents import Document
from contested.model.events import Coding

_AHEAD = 4


class Coder(Protocol):
    """What the runner needs of a pipeline."""

    def code(self, document: Document) -> Coding: ...


@dataclass(frozen=True, slots=True)
class Coded:
    """A document and its coding; ``kept`` says what keeping it changed: "added", "replaced", "unchanged" or ""."""

    document: Document
    coding: Coding
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that gave no coding. ``trace`` is set where the program itself is at fault."""

    error: ContestedError
    trace: str = ""


Outcome = Coded | Failed
Keep = Callable[[Document, Coding], str]
Known = Callable[[Document], Coding | None]


def _keep_nothing(_document: Document, _coding: Coding) -> str:
    return ""


def _know_nothing(_document: Document) -> Coding | None:
    return None


@dataclass(frozen=True, slots=True)
class Run:
    """How a batch is coded.

    ``load`` makes the pipeline (called once in each process that codes; it must be picklable where there are
    several); ``known`` gives the coding of a document that this coder has read before, ``keep`` keeps a new one.
    """

    load: Callable[[], Coder]
    processes: int = 1
    known: Known = _know_nothing
    keep: Keep = _keep_nothing


def code_documents(inputs: Iterable[Document | Failed], run: Run) -> Iterator[Outcome]:
    """Give an outcome for each input, in the order of the inputs; one input's failure costs the others nothing.

    Raises: ContestedError: the pipeline cannot be loaded, the store cannot be used, or a worker process died.
    """
    return _in_one_process(inputs, run) if run.processes <= 1 else _in_processes(inputs, run)


def _in_one_process(inputs: Iterable[Document | Failed], run: Run) -> Iterator[Outcome]:
    coder: Coder | None = None
    for item in inputs:
        if isinstance(item, Failed):
            yield item
        elif known := _known(item, run):
            yield known
        else:
            coder = coder or run.load()
            yield _kept(_code(coder, item), run)


def _known(document: Document, run: Run) -> Coded | None:
    coding = run.known(document)
    return None if coding is None else Coded(document, coding, "unchanged")


def _code(coder: Coder, document: Document) -> Outcome:
    try:
        return Coded(document, coder.code(document))
    except ContestedError as err:
        return Failed(err)
    except Exception:
        error = ContestedError("the program failed on this document", where=document.name, fix="Please report this fault.")
        return Failed(error, traceback.format_exc())


def _kept(outcome: Outcome, run: Run) -> Outcome:
    if isinstance(outcome, Failed):
        return outcome
    return replace(outcome, kept=run.keep(outcome.document, outcome.coding))


def _in_processes(inputs: Iterable[Document | Failed], run: Run) -> Iterator[Outcome]:
    waiting: deque[Future[Outcome] | Outcome] = deque()
    pool = ProcessPoolExecutor(run.processes, get_context("spawn"), _start_worker, (run.load,))
    try:
        for item in inputs:
            if isinstance(item, Failed):
                waiting.append(item)
            else:
                waiting.append(_known(item, run) or pool.submit(_work, item))
            while len(waiting) >= run.processes * _AHEAD:
                _keep_finished(waiting, run)
                yield from _leading(waiting)
        while waiting:
            _keep_finished(waiting, run)
            yield from _leading(waiting)
    except BrokenProcessPool as err:
        raise ContestedError(
            "a process that was coding died, perhaps for want of memory", fix="Run again with --processes 1: what was finished is kept."
        ) from err
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _keep_finished(waiting: deque[Future[Outcome] | Outcome], run: Run) -> None:
    """Wait for a coding unless the first is there already, then keep all that are done, in order or not."""
    running = [w for w in waiting if isinstance(w, Future)]
    if running and isinstance(waiting[0], Future):
        wait(running, return_when=FIRST_COMPLETED)
    for n, slot in enumerate(waiting):
        if isinstance(slot, Future) and slot.done():
            waiting[n] = _kept(slot.result(), run)


def _leading(waiting: deque[Future[Outcome] | Outcome]) -> Iterator[Outcome]:
    while waiting and not isinstance(waiting[0], Future):
        first = waiting.popleft()
        if not isinstance(first, Future):
            yield first


_loading: list[Callable[[], Coder]] = []
_loaded: list[Coder] = []


def _start_worker(load: Callable[[], Coder]) -> None:
    """Note how the pipeline is made; an error while making it is told by the first document, not by a dead process."""
    _loading[:] = [load]


def _work(document: Document) -> Outcome:
    if not _loaded:
        _loaded.append(_loading[0]())
    return _code(_loaded[0], document)

"""Add documents: files, pasted text or an address are coded one after the other in a process of their own."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from queue import Queue

from contested.batch.runner import Coded, Coder, Failed, Outcome, code_documents
from contested.batch.runner import Run as BatchRun
from contested.errors import ContestedError, InputError, UsageError
from contested.model.documents import Document
from contested.store.database import Store
from contested.store.keep import keep_coding, tell_apart
from contested.web.aside import Aside

MOST_WAITING = 200
_UNFIT = re.compile(r"[^\w.\- ]+")


class State(StrEnum):
    """How far an added document is."""

    WAITING = "waiting"
    CODING = "coding"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Job:
    """One added document. ``told`` says what was refused and why, ``coded`` counts events by status, ``left`` what was left out by why."""

    number: int
    name: str
    state: State = State.WAITING
    told: str = ""
    document: str | None = None
    events: int = 0
    left_out: int = 0
    coded: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)
    who: str = ""


Reader = Callable[[], Iterator[Document | InputError]]


@dataclass
class Adding:
    """The queue of added documents. ``load`` makes the pipeline, in the coding process and only when it is needed.

    ``fetching`` says whether addresses may be fetched.
    """

    store: Store
    who: str
    load: Callable[[], Coder]
    fingerprint: Callable[[], str] = lambda: ""
    in_process: bool = False
    fetching: bool = True
    _jobs: dict[int, Job] = field(default_factory=dict)
    _readers: Queue[tuple[int, Reader] | None] = field(default_factory=Queue)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _worker: threading.Thread | None = None
    _aside: Aside = field(default_factory=Aside)

    def add(self, name: str, reader: Reader, who: str = "") -> Job:
        """Put a document at the end of the queue, added by ``who`` or else by whoever runs the server.

        Raises: UsageError: too many wait already.
        """
        with self._lock:
            if sum(j.state is State.WAITING for j in self._jobs.values()) >= MOST_WAITING:
                raise UsageError(f"{MOST_WAITING} documents wait to be coded already", fix="Add more when these are done.")
            job = Job(max(self._jobs, default=0) + 1, name, who=who or self.who)
            self._jobs[job.number] = job
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="coding", daemon=True)
                self._worker.start()
        self._readers.put((job.number, reader))
        return job

    def jobs(self) -> list[Job]:
        """Give all that was added since the server started, the latest first."""
        with self._lock:
            return sorted(self._jobs.values(), key=lambda j: -j.number)

    def close(self) -> None:
        """Stop: what waits is left, what is being coded is given up. Nothing kept is lost."""
        self._readers.put(None)
        self._aside.close()

    def _work(self) -> None:
        while (item := self._readers.get()) is not None:
            number, reader = item
            self._set(number, state=State.CODING)
            try:
                self._code(number, reader)
            except ContestedError as err:
                self._set(number, state=State.REFUSED, told=str(err))
            except Exception:
                self._set(number, state=State.REFUSED, told="The program failed on this document. Please report this fault.")

    def _code(self, number: int, reader: Reader) -> None:
        told: list[str] = []
        for item in reader():
            outcome = Failed(item) if isinstance(item, InputError) else self._outcome(tell_apart(self.store, item))
            if isinstance(outcome, Failed):
                told.append(str(outcome.error))
                self._set(number, told=" ".join(told))
                continue
            kept = keep_coding(self.store, outcome.document, outcome.coding, who=self._jobs[number].who, fingerprint=self.fingerprint())
            told.extend(outcome.coding.notes)
            before = self._jobs[number]
            coded = Counter(before.coded) + Counter(e.status.value for e in outcome.coding.events)
            left = Counter(before.left) + Counter(o.why for o in outcome.coding.left_out)
            self._set(
                number, document=outcome.document.id, events=coded.total(), left_out=left.total(), coded=dict(coded), left=dict(left.most_common()), told=" ".join([*told, "It was coded before; nothing changed."] if kept == "unchanged" else told),
            )  # fmt: skip
        self._set(number, state=State.DONE if self._jobs[number].document else State.REFUSED)

    def _outcome(self, document: Document) -> Outcome:
        if self.in_process:
            return _code_one(self.load, document)
        try:
            return self._aside.run(partial(_code_one, self.load, document))
        except BrokenProcessPool:
            return Failed(ContestedError("the process that was coding died, perhaps for want of memory", where=document.name, fix="Add it again."))

    def _set(self, number: int, **changes: object) -> None:
        with self._lock:
            self._jobs[number] = replace(self._jobs[number], **changes)  # type: ignore[arg-type]


_loaded: dict[str, Coder] = {}


def _code_one(load: Callable[[], Coder], document: Document) -> Outcome:
    """Code one document with the pipeline of this process, loaded once."""

    def loaded() -> Coder:
        return _loaded.setdefault("coder", load()) if "coder" not in _loaded else _loaded["coder"]

    (outcome,) = code_documents([document], BatchRun(loaded))
    return outcome if isinstance(outcome, Coded | Failed) else Failed(ContestedError("nothing was coded", where=document.name))


def safe_name(name: str) -> str:
    """Make the name of a file that a browser sent into a plain one: no folders, no signs that mean something elsewhere."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return _UNFIT.sub("_", last).strip(" .")[:120] or "document"

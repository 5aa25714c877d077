"""Compare all events and names of a store anew, beside the requests: one run at a time, with how far it is and how it ended."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from contested.errors import ContestedError, UsageError
from contested.linking.across.link import LinkResources
from contested.linking.actors.comparing import ActorWeights
from contested.model.moments import UtcMoment
from contested.store.actor_linking import LinkedActors, link_all
from contested.store.database import Store, open_store
from contested.store.linking import Linked
from contested.web.aside import Aside

Found = tuple[Linked, LinkedActors]


class Stage(StrEnum):
    """How far a comparison is."""

    NEVER = "never"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Comparing:
    """The last comparison since the server started: for whom, since when (UTC), and what it found; ``told`` is why it failed."""

    stage: Stage = Stage.NEVER
    who: str = ""
    since: UtcMoment | None = None
    until: UtcMoment | None = None
    told: str = ""
    events: Linked | None = None
    actors: LinkedActors | None = None


def link_here(store: Store) -> Found:
    """Link a store with the program's own tables."""
    return link_all(store, LinkResources.load(), ActorWeights.load())


def link_at(address: str) -> Found:
    """Link the store at an address, opened for this alone."""
    with closing(open_store(address, create=False)) as store:
        return link_here(store)


@dataclass
class Comparisons:
    """Runs comparisons of a store, in a process of its own where the ``address`` by which that can open it is given."""

    store: Store
    address: str = ""
    work: Callable[[], Found] | None = None
    _last: Comparing = Comparing()
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _aside: Aside = field(default_factory=Aside)

    def last(self) -> Comparing:
        """Give the comparison that runs, or the last one."""
        with self._lock:
            return self._last

    def start(self, who: str) -> Comparing:
        """Begin to compare, for a person, and come back at once.

        Raises: UsageError: a comparison is running.
        """
        with self._lock:
            last = self._last
            if last.stage is Stage.RUNNING:
                since = f"{last.since:%H:%M} UTC" if last.since else "a moment"
                raise UsageError(f"all events are being compared already, since {since} for {last.who}", fix="Wait until that is done.")
            self._last = begun = Comparing(Stage.RUNNING, who, self.store.now())
        threading.Thread(target=self._run, name="comparing", daemon=True).start()
        return begun

    def close(self) -> None:
        """Give up what runs; what it had not kept is not kept."""
        self._aside.close()

    def _run(self) -> None:
        try:
            events, actors = self._link()
        except BrokenProcessPool:
            self._end(Stage.FAILED, told="The process that was comparing died, perhaps for want of memory. Nothing more was kept.")
        except ContestedError as err:
            self._end(Stage.FAILED, told=str(err))
        except Exception:
            self._end(Stage.FAILED, told="The program failed while it compared. Please report this fault.")
        else:
            self._end(Stage.DONE, events=events, actors=actors)

    def _link(self) -> Found:
        if self.work is not None:
            return self.work()
        return self._aside.run(partial(link_at, self.address)) if self.address else link_here(self.store)

    def _end(self, stage: Stage, told: str = "", events: Linked | None = None, actors: LinkedActors | None = None) -> None:
        with self._lock:
            self._last = replace(self._last, stage=stage, until=self.store.now(), told=told, events=events, actors=actors)

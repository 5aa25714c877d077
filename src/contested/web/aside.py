"""Long work in a process of its own, so that pages are answered meanwhile."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
_LOOK_S = 1.0


def _end_with(parent: int) -> None:
    """Let this process end soon after the one it works for, however that was stopped."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK_S)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class Aside:
    """One process, begun with the first work and kept for the next."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._number: int | None = None

    def run(self, work: Callable[[], T]) -> T:
        """Do some work there and wait for it.

        Raises: BrokenProcessPool: the process died; the next work has a new one. Whatever the work raises.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_end_with, initargs=(os.getpid(),))
        try:
            self._number = self._number or self._pool.submit(os.getpid).result()
            return self._pool.submit(work).result()
        except BrokenProcessPool:
            self._pool = self._number = None
            raise

    def close(self) -> None:
        """Give up what is being done: a server that is stopped waits for none of it."""
        pool, number = self._pool, self._number
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
        if number is not None:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGTERM)

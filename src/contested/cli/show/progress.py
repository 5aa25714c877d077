"""A progress bar on standard error, for work of more than a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_AFTER_S = 1.0


class Progress:
    """Counts reports done; the bar appears after a second, and only where a person sees it."""

    def __init__(self, total: int) -> None:
        self._done, self._total = 0, total
        self._bar: Bar | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(_AFTER_S, self._begin)
        self._timer.daemon = True

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            if self._bar:
                self._bar.stop()

    def advance(self) -> None:
        """Count one more report."""
        with self._lock:
            self._done += 1
            self._total = max(self._total, self._done)
            if self._bar:
                self._bar.update(self._bar.task_ids[0], completed=self._done, total=self._total)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar off the screen while something else is printed."""
        with self._lock:
            if self._bar:
                self._bar.stop()
            yield
            if self._bar:
                self._bar.start()

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        bar = Bar(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
        bar.add_task("coding", total=self._total, completed=self._done)
        with self._lock:
            bar.start()
            self._bar = bar

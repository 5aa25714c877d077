"""Run ``contested serve`` as people do, in a process of its own that can be killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx


@dataclass(frozen=True)
class Program:
    """A running server, and the address that lets a browser in."""

    process: subprocess.Popen[str]
    opening: str

    @property
    def base(self) -> str:
        parts = urlsplit(self.opening)
        return f"{parts.scheme}://{parts.netloc}"

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """Lend a client that was let in, with a session of its own."""
        with httpx.Client(base_url=self.base, headers={"origin": self.base}, timeout=60) as made:
            assert made.get(self.opening).status_code == 200
            yield made


@contextmanager
def serving(store: Path) -> Iterator[Program]:
    """Serve a store until the end of the block."""
    command = [sys.executable, "-m", "contested.cli", "serve", "--store", str(store), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield Program(process, process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait(10)
        assert process.stdout is not None
        process.stdout.close()

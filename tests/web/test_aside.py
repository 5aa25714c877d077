"""Work in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

SERVER = "import os, time; from contested.web.aside import Aside; print(Aside().run(os.getpid), flush=True); time.sleep(60)"


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not state.exists() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def test_the_process_ends_with_the_one_that_it_works_for() -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    worker = int(server.stdout.readline())
    assert _lives(worker)
    server.kill()
    server.wait()
    for _ in range(100):
        if not _lives(worker):
            return
        time.sleep(0.2)
    raise AssertionError(f"process {worker} outlived its server")

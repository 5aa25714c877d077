"""A run that is killed loses no finished document, and the next run goes on where it was."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from contested.store.ask import all_readings
from contested.store.database import open_store

SCRIPT = """
import sys, time
from fakes import CountingCoder, made
from contested.batch.runner import Run, code_documents
from contested.store.ask import find_coding
from contested.store.database import open_store
from contested.store.keep import keep_coding

store = open_store(sys.argv[1])
class Slow(CountingCoder):
    def code(self, document):
        print("coding", document.name, flush=True)
        time.sleep(float(sys.argv[2]))
        return super().code(document)
run = Run(Slow, known=lambda d: find_coding(store, d.id), keep=lambda d, c: keep_coding(store, d, c, who="ada"))
for outcome in code_documents([made(f"d{n}", "word " * 2000) for n in range(12)], run): pass
"""


def test_a_killed_run_is_continued(tmp_path: Path) -> None:
    path, fakes = tmp_path / "c.db", Path(__file__).parents[1]
    first = subprocess.Popen([sys.executable, "-c", SCRIPT, str(path), "0.05"], cwd=fakes, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    for line in first.stdout:
        if "d4" in line:
            time.sleep(0.02)
            first.send_signal(signal.SIGKILL)
            break
    first.communicate()
    store = open_store(str(path))
    assert [d.name for d, _ in all_readings(store)] == ["d0", "d1", "d2", "d3"]
    again = subprocess.run([sys.executable, "-c", SCRIPT, str(path), "0"], cwd=fakes, capture_output=True, text=True, check=True)
    assert again.stdout.split("\n")[0] == "coding d4"
    assert len(list(all_readings(store))) == 12
    store.close()

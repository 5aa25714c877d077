"""A disk that fills up within each of the works: one clear line, nothing half written, and the next run completes."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
from pathlib import Path

import pytest
from kills import WORKS, Work, check_after_kill, run_in_process, state

from contested.errors import ContestedError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")


def run_with_room(work: Work, folder: Path, room: int) -> tuple[str, list[str]]:
    """Do a work in a process whose files may not grow beyond some bytes; give what it told and what it reported."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            work.do(folder, lambda done: os.write(writing, f"{done}\n".encode()) and None)
            told = "done"
        except ContestedError as err:
            told = str(err)
        except BaseException as err:
            told = repr(err)
        os.write(writing, f"told {told}\n".encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        lines = pipe.read().split("\n")[:-1]
    return lines[-1].removeprefix("told "), lines[:-1]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_a_disk_that_fills_up_is_told_and_nothing_is_half_written(work: Work, tmp_path: Path) -> None:
    start, undisturbed = tmp_path / "start", tmp_path / "undisturbed"
    start.mkdir()
    work.prepare(start)
    shutil.copytree(start, undisturbed)
    run_in_process(work, undisturbed, None)
    expected = state(undisturbed)
    most = max(f.stat().st_size for f in undisturbed.rglob("*") if f.is_file())
    told = []
    for n in range(3):
        folder = tmp_path / f"full{n}"
        shutil.copytree(start, folder)
        said, reported = run_with_room(work, folder, random.Random(n).randrange(2000, most))
        told.append(said)
        check_after_kill(work, folder, reported)
        run_in_process(work, folder, None)
        assert state(folder) == expected
    failures = [t for t in told if t != "done"]
    assert failures
    for failure in failures:
        assert any(words in failure for words in ("the disk is full", "the disk gave an error", "file too large")), failure

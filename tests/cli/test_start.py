"""How quickly the program answers, and what it loads for that."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

HEAVY = ("spacy", "sqlalchemy", "pydantic", "alembic", "trafilatura", "numpy", "httpx")


def _loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("code", ["import contested", "import contested.cli.app", "from contested.cli.app import run; run(['--help'])"])
def test_help_loads_nothing_heavy(code: str) -> None:
    assert _loaded_by(code).isdisjoint(HEAVY)


def test_help_is_there_within_three_tenths_of_a_second() -> None:
    def wall_s() -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "contested.cli", "--help"], capture_output=True, check=True)
        return time.perf_counter() - begin

    assert min(wall_s() for _ in range(5)) < 0.3

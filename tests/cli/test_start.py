"""What the program loads to answer."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "sqlalchemy", "pydantic", "alembic", "trafilatura", "numpy", "httpx")


def _loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("code", ["import contested", "import contested.cli.app", "from contested.cli.app import run; run(['--help'])"])
def test_help_loads_nothing_heavy(code: str) -> None:
    assert _loaded_by(code).isdisjoint(HEAVY)

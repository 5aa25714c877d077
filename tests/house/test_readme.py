"""What the README says can be done, can be done; what it says was measured, was measured."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_accuracy_is_the_recorded_one() -> None:
    done = subprocess.run([sys.executable, "tools/accuracy_table.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_target_of_make_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", README, re.MULTILINE))
    assert {"demo", "test", "bench"} <= named <= targets


def test_every_command_and_option_exists() -> None:
    documented = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    uses = re.findall(r"^    contested ([a-z]+)(.*?)(?:#.*)?$", README, re.MULTILINE)
    assert len(uses) > 8
    for command, rest in uses:
        assert f"contested {command}" in documented
        assert all(option in documented for option in re.findall(r"--[a-z-]+", rest))


def test_every_link_leads_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))]
    assert [link for page, link in links if not (page.parent / link).exists()] == []

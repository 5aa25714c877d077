"""``contested accounts``: passwords come from standard input, never from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

GOOD = "four green lamps sing"


def accounts(store: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "contested.cli", "accounts", *arguments, "--store", str(store)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False, timeout=60)


def test_accounts_are_made_listed_changed_and_removed(tmp_path: Path) -> None:
    store = tmp_path / "c.db"
    assert accounts(store, "add", "ada", "--role", "lead", typed=f"{GOOD}\n").returncode == 0
    assert accounts(store, "role", "ada", "reader").returncode == 0
    listed = json.loads(accounts(store, "list", "--format", "json").stdout)
    assert [(a["name"], a["role"], a["sessions"]) for a in listed] == [("ada", "reader", 0)]
    assert accounts(store, "password", "ada", typed="seven blue doors hum\n").returncode == 0
    assert "0 sessions of ada ended" in accounts(store, "revoke", "ada").stderr
    assert accounts(store, "remove", "ada").returncode == 0
    assert "there are no accounts" in accounts(store, "list").stderr


def test_what_is_wrong_is_told_in_a_line(tmp_path: Path) -> None:
    store = tmp_path / "c.db"
    for arguments, typed, told in (
        (("add", "ada"), "", "no password was given"), (("add", "ada"), "short\n", "5 signs"), (("role", "bo", "lead"), "", "no account bo"),
    ):  # fmt: skip
        ran = accounts(store, *arguments, typed=typed)
        assert ran.returncode == 2
        assert told in ran.stderr

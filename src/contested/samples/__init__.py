"""Sample reports of four genres, all invented, with their right answers: for demonstrations and tests."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def sample_documents() -> tuple[Path, ...]:
    """Give the sample reports (plain text), by name."""
    return tuple(sorted((_FOLDER / "documents").glob("*.txt")))


def gold_folder() -> Path:
    """Give the folder with NAME.json, the right answers, for each sample report NAME.txt."""
    return _FOLDER / "gold"

"""Hold that the newest wheel in a folder has every file of the package that is no Python cache.

Usage: python tools/check_wheel.py DIST
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"


def missing(wheel: Path) -> list[str]:
    """List the package's files that the wheel lacks."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = (f.relative_to(SOURCE).as_posix() for f in (SOURCE / "contested").rglob("*") if f.is_file())
    return sorted(f for f in files if "__pycache__" not in f and f not in packed)


def main() -> None:
    """Check, and end with the list of what is missing."""
    wheel = max(Path(sys.argv[1]).glob("contested-*.whl"), key=lambda w: w.stat().st_mtime)
    lacking = missing(wheel)
    sys.exit(f"{wheel.name} lacks {lacking}" if lacking else None)


if __name__ == "__main__":
    main()

"""Write the recorded accuracy into the README, between its two marks.

Usage: python tools/accuracy_table.py [--check]     (--check writes nothing; exit code 1 when the table is another)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
README, BASELINE = ROOT / "README.md", ROOT / "evaluation/baseline.json"
BEGIN, END = "<!-- accuracy: written by make docs -->\n", "<!-- end of accuracy -->"


def table(recorded: Mapping[str, Mapping[str, float]]) -> str:
    """Make a Markdown table: a row a measure, a column a collection of documents."""
    measures = list(dict.fromkeys(m for numbers in recorded.values() for m in numbers))
    rows = [("F1", *recorded), ("---", *("---:" for _ in recorded))]
    rows += [(m, *(f"{numbers[m]:.2f}" if m in numbers else "" for numbers in recorded.values())) for m in measures]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def with_table(readme: str, made: str) -> str:
    """Put the table between the marks.

    Raises: ValueError: a mark is missing.
    """
    begin = readme.index(BEGIN) + len(BEGIN)
    return readme[:begin] + made + readme[readme.index(END, begin) :]


def main() -> None:
    """Write or check."""
    readme = README.read_text(encoding="utf-8")
    wanted = with_table(readme, table(json.loads(BASELINE.read_text(encoding="utf-8"))))
    if "--check" not in sys.argv:
        README.write_text(wanted, encoding="utf-8")
    elif readme != wanted:
        sys.exit("the accuracy in README.md is not that of evaluation/baseline.json: run make docs")


if __name__ == "__main__":
    main()

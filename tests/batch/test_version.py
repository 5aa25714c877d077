"""The name of the coder."""

from __future__ import annotations

import re
from pathlib import Path

from contested.batch.version import coder_version


def test_the_name_changes_with_the_users_tables_and_places(tmp_path: Path) -> None:
    plain = coder_version()
    assert re.fullmatch(r"contested \d+\.\d+\.\d+\+[0-9a-f]{8}", plain)
    assert coder_version([tmp_path]) == plain
    (tmp_path / "acts.csv").write_text("words\n", encoding="utf-8")
    with_table = coder_version([tmp_path])
    assert with_table != plain
    (tmp_path / "acts.csv").write_text("other\n", encoding="utf-8")
    assert coder_version([tmp_path]) not in (plain, with_table)
    assert coder_version(gazetteer=tmp_path) != plain

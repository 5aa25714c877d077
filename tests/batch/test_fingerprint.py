"""The fingerprint of a coder."""

from __future__ import annotations

import re
from pathlib import Path

from contested.batch.fingerprint import coding_fingerprint


def test_it_changes_with_the_users_tables_and_places(tmp_path: Path) -> None:
    plain = coding_fingerprint()
    assert re.fullmatch(r"[0-9a-f]{16}", plain)
    assert coding_fingerprint([tmp_path]) == plain
    (tmp_path / "acts.csv").write_text("words\n", encoding="utf-8")
    with_table = coding_fingerprint([tmp_path])
    assert with_table != plain
    (tmp_path / "acts.csv").write_text("other\n", encoding="utf-8")
    assert coding_fingerprint([tmp_path]) not in (plain, with_table)
    (tmp_path / "added").mkdir()
    assert coding_fingerprint(gazetteer=tmp_path) == plain
    (tmp_path / "added/SY.txt").write_text("place\n", encoding="utf-8")
    assert coding_fingerprint(gazetteer=tmp_path) != plain

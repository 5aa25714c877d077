"""The tables of tolls say what is wrong with a row, and take rows of a user's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from contested.errors import TableError
from contested.mentions.counts import CountTables
from contested.mentions.counts.quantities import find_quantities


def test_unknown_kind_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "counts_harm.csv").write_text("words,shape,kind,strength\nzap/zaps,object,zapped,strong\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"counts_harm\.csv:2"):
        CountTables.load([tmp_path])


def test_a_user_adds_a_number_word(tmp_path: Path) -> None:
    (tmp_path / "counts.csv").write_text("words,role,value\na lakh,exact,100000\n", encoding="utf-8")
    (quantity,) = find_quantities(["over", "a", "lakh"], CountTables.load([tmp_path]))
    assert (quantity.low, quantity.high) == (100000, None)


@pytest.mark.parametrize("text", ["on 14 may", "in 2014 ,", "at 0920", "12 % of"])
def test_dates_times_and_shares_are_no_quantities(text: str) -> None:
    assert find_quantities(text.split(), CountTables.load()) == ()

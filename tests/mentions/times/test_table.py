"""The table of words that dates are made of."""

import pytest

from contested.errors import TableError
from contested.mentions.times import TimeWords


def write(folder, row):
    (folder / "times_words.csv").write_text(f"words,kind,value\n{row}\n", encoding="utf-8")
    return (folder,)


def test_folder_of_the_user_adds_a_holiday(tmp_path):
    words = TimeWords.load(write(tmp_path, "republic day,holiday,07-25"))
    assert [entry[1].value for entry in words.phrases["republic"]] == ["07-25"]


@pytest.mark.parametrize(("row", "message"), [("dusk,moment,1", "unknown kind"), ("octobre,month,ten", "no number")])
def test_bad_row_is_named_with_its_line(tmp_path, row, message):
    with pytest.raises(TableError, match=message) as caught:
        TimeWords.load(write(tmp_path, row))
    assert "times_words.csv:2" in str(caught.value)

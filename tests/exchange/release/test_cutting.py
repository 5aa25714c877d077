"""Texts cut down to what is quoted, with words replaced."""

import pytest

from contested.exchange.release.cutting import CutText, Edit, cut

TEXT = "Before. Omar fled to Kaya. After."


@pytest.mark.parametrize(
    ("stretch", "words"),
    [("Omar fled", "[x] fled"), ("Omar", "[x]"), ("mar", "[x]"), ("Om", "[x]"), ("fled to", "fled to"), ("to Kaya.", "to [y]."), (TEXT, "Before. [x] fled to [y]. After.")],
)
def test_quoted_words_are_found_again(stretch: str, words: str) -> None:
    made = CutText(TEXT, [Edit(21, 25, "[y]"), Edit(8, 12, "[x]")])
    start = TEXT.index(stretch)
    assert made.text == "Before. [x] fled to [y]. After."
    assert made.text[slice(*made.moved(start, start + len(stretch)))] == words


def test_only_what_is_quoted_is_left_and_no_part_of_a_replaced_word() -> None:
    made = cut(TEXT, [(9, 17), (13, 20)], [Edit(8, 12, "[x]"), Edit(21, 25, "[y]")])
    assert made.text == "\n[x] fled to\n"
    assert made.text[slice(*made.moved(13, 17))] == "fled"


def test_nothing_quoted_leaves_nothing() -> None:
    assert cut(TEXT, [], []).text == "\n"
    assert cut("", [], []).text == ""

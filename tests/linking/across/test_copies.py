"""Texts that repeat others."""

from __future__ import annotations

from datetime import date

from contested.linking.across.copies import Copy, Text, find_copies

STORY = "Seven soldiers were killed when fighters ambushed a fuel convoy on the road to Oakford on Monday, officials said. Four others were hurt."


def test_a_story_printed_again_is_a_copy_of_the_one_published_first() -> None:
    texts = [Text("paper", f"From our desk. {STORY}", date(2021, 5, 5)), Text("wire", STORY, date(2021, 5, 4)), Text("blog", STORY[:-24])]
    assert find_copies(texts) == (Copy("blog", "wire", 1.0), Copy("paper", "wire", 1.0))


def test_another_account_of_the_same_day_is_no_copy() -> None:
    other = "On Monday a column carrying fuel came under fire near Oakford; the army put its dead at five, residents spoke of nine bodies."
    assert find_copies([Text("a", STORY), Text("b", other)]) == ()

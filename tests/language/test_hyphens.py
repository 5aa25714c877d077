"""Words that the end of a line broke."""

from __future__ import annotations

import pytest

from contested.language.hyphens import hyphens_at_line_ends, offsets_before, without

COMMON = frozenset({"car", "bomb", "passengers", "pass", "gun", "men", "the"})


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("four pas-\nsengers died", "four passengers died"),
        ("a car-\nbomb", "a car-bomb"),
        ("gun-\r\n  men fled", "gunmen fled"),
        ("near Kad-\nugli", "near Kadugli"),
        ("a well-known man\nfled", "a well-known man\nfled"),
        ("2020-\n2021", "2020-\n2021"),
    ],
)
def test_a_broken_word_is_whole_again(text: str, whole: str) -> None:
    assert without(text, hyphens_at_line_ends(text, COMMON.__contains__)) == whole


def test_every_character_keeps_its_offset() -> None:
    text = "gun-\nmen and pas-\n sengers fled"
    cuts = hyphens_at_line_ends(text)
    whole, at = without(text, cuts), offsets_before(cuts)
    assert whole == "gunmen and passengers fled"
    assert [text[at(n)] for n in range(len(whole))] == list(whole)

"""Brackets that the parser does not get."""

from __future__ import annotations

import pytest

from contested.language.glosses import glosses


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Liwa al-Saqr (Arabic: لواء الصقر, lit. 'Brigade of the Falcon') was formed.", "Liwa al-Saqr was formed."),
        ("Red Hills Front (RHF) fighters fled (see below).", "Red Hills Front fighters fled (see below)."),
        ("Two men (aged 20 and 30) died in Kyiv (Київ).", "Two men (aged 20 and 30) died in Kyiv."),
    ],
)
def test_a_name_in_another_tongue_is_left_out(text: str, left: str) -> None:
    for start, end in reversed(glosses(text)):
        text = text[:start] + text[end:]
    assert text == left


def test_most_of_them_is_left_out() -> None:
    text = "On 6 May some 30 people, most of them women, were killed."
    ((start, end),) = glosses(text)
    assert text[start:end] == ", most of them women,"

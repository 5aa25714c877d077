"""Sentences that define an armed group."""

from __future__ import annotations

import pytest

from contested.mentions.actors.defining import definitions
from contested.model.documents import Document
from contested.reading.structure import find_blocks


def defined(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(d.name, d.aliases, d.opens) for d in definitions(Document("a", "a", text, "0" * 64, blocks=find_blocks(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Red Hills Front (RHF) is a rebel group in the north. It fights on.", [("Red Hills Front", (), True)]),
        ("Liwa al-Saqr, also known as the Falcon Men, was a Salafi-jihadist armed group.", [("Liwa al-Saqr", ("Falcon Men",), True)]),
        ("The Alto Sur Bloc was one of several paramilitary groups.", [("Alto Sur Bloc", (), True)]),
        ("It rained. The Kesho Movement is a coalition of rebel factions.", [("Kesho Movement", (), False)]),
        ("Musa Keller was a commander of an armed group.", []),
        ("It was an armed group of some size, and there was a militia in each town.", []),
        ("The Green Party is a political party in the capital.", []),
        ("Kisumba was an army base.", []),
        ("The Lena Bridge attack was a militant group's first.", []),
    ],
)
def test_a_sentence_defines_an_armed_group(text: str, expected: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert defined(text) == expected

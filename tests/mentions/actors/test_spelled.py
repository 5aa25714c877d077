"""Names by how a text introduces them."""

from __future__ import annotations

import pytest

from contested.mentions.actors.spelled import spelled_name, told_aliases


@pytest.mark.parametrize(
    ("before", "abbreviation", "name"),
    [
        ("talks with the Union des forces de la Lagune ", "UFL", "Union des forces de la Lagune"),
        ("men of the Alliance pour le développement du Bas-Uélé ", "ADBU", "Alliance pour le développement du Bas-Uélé"),
        ("the Coopérative rurale du Nord ", "CORUNO", "Coopérative rurale du Nord"),
        ("a man from the town of Pala ", "UFL", ""),
        ("the Union, des forces de la Lagune ", "UFL", ""),
    ],
)
def test_letters_spell_the_name_before_them(before: str, abbreviation: str, name: str) -> None:
    assert spelled_name(before, abbreviation) == name


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Jund al-Barr, a small militia known as the Barr Brigades, said it fired.", [("Jund al-Barr", "Barr Brigades")]),
        ("the Popular Front for Hope, better known as Red Column, attacked", [("Popular Front for Hope", "Red Column")]),
        ("the death of Rami Saleh, known as Abu Turab, on Tuesday", []),
    ],
)
def test_a_body_is_told_by_another_name(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(told_aliases(text)) == pairs

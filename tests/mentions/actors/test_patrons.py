"""Fighters told of by whom they are tied to: "Hill Front-linked gunmen"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.model.mentions import ActorMention

Reader = Callable[..., tuple[ActorMention, ...]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Al-Qaeda-linked militants attacked Mopti in Mali.", "Al-Qaeda-linked militants"),
        ("Islamic State-affiliated fighters killed ten men in Mali.", "Islamic State-affiliated fighters"),
        ("Fighters of the al-Qaeda-linked JNIM attacked Gao in Mali.", "JNIM"),
        ("Fighters of the al-Qaeda-linked Group of the Dune (GOD) attacked Gao in Mali.", "Group of the Dune"),
    ],
)
def test_a_tie_is_part_of_the_description(read: Reader, text: str, name: str) -> None:
    assert name in [m.name for m in read(text)]


def test_dead_belongs_to_the_verb(read: Reader) -> None:
    assert [m.name for m in read("Rebels shot dead two traders in Mali.")][-1] == "traders"

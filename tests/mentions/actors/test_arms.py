"""Countries before weapons and strikes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.model.mentions import ActorMention

Reader = Callable[..., tuple[ActorMention, ...]]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("An Israeli drone strike on a car killed two people.", ["Israel Defense Forces"]),
        ("Russian missiles hit the clinic.", ["Russian Armed Forces"]),
        ("Three rockets hit the clinic.", []),
        ("Iranian-made drones hit the clinic.", []),
        ("A Turkish-backed strike hit the clinic.", []),
        ("The Israeli press wrote of it.", []),
    ],
)
def test_arms_of_a_country_stand_for_its_armed_forces(read: Reader, sentence: str, names: list[str]) -> None:
    assert [a.name for a in read(sentence) if a.rule == "a country's weapons"] == names

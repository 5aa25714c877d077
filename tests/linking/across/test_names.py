"""Names across documents."""

from __future__ import annotations

import pytest

from contested.linking.across.names import ActorNames, alike_places, same_actor


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [("Afgooye", "Afgoye", True), ("Loikaw", "Loi-kaw", True), ("Taiz", "Ta'izz", True), ("Ad Durayhimi", "Durayhimi", True),
     ("Beni", "Bunia", False), ("Gwoza", "Pulka", False), ("Mahagi", "Makiivka", False)],
)  # fmt: skip
def test_spellings_of_one_place_are_alike(left: str, right: str, alike: bool) -> None:
    assert alike_places(left, right) is alike


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("Reed Liberation Army", "Reed Liberation Army fighters", True), ("Reed Liberation Army", "RLA", True),
     ("Reed Liberation Army", "Vale Liberation Army", False), ("army", "Vale Army", False)],
)  # fmt: skip
def test_names_of_one_body_are_the_same(left: str, right: str, same: bool) -> None:
    assert same_actor(left, right) is same


def test_a_wing_is_kin_of_the_body_above_it() -> None:
    names = ActorNames({}, {"Reed Wing": ("Reed Front",), "Reed Cell": ("Reed Front",)})
    assert names.kin("Reed Wing", "Reed Front")
    assert names.kin("Reed Wing", "Reed Cell")
    assert not names.kin("Reed Wing", "Vale Front")


def test_units_of_other_numbers_are_others() -> None:
    assert not same_actor("12th Vale Brigade", "13th Vale Brigade")
    assert same_actor("13th Vale Brigade", "Vale Brigade")

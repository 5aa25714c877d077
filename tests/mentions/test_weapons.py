"""Weapons are found by their longest words and carry the act that they make."""

from __future__ import annotations

from pathlib import Path

import pytest

from contested.mentions.weapons import WeaponTables, find_weapons
from contested.model.documents import Document
from contested.model.syntax import Analysis, Sentence, Token


def analysis(text: str) -> Analysis:
    tokens, at = [], 0
    for i, word in enumerate(text.split()):
        at = text.index(word, at)
        tokens.append(Token(i, word, word, "NOUN", "NN", "dep", 0, at, at + len(word)))
        at += len(word)
    return Analysis(Document("x", "x.txt", text, ""), (Sentence(0, 0, len(text), text, tuple(tokens), 0),))


@pytest.mark.parametrize(
    ("text", "name", "action"),
    [
        ("two Car Bombs went off", "car bomb", "bombing"),
        ("mortar rounds fell", "mortar", "shelling"),
        ("he wore a suicide vest", "suicide vest", "suicide_bombing"),
        ("attacked with machetes", "knife", "stabbing"),
        ("with knives", "knife", "stabbing"),
        ("a drone hit the depot", "drone", "drone_strike"),
        ("stepped on a landmine", "landmine", "mine_explosion"),
        ("barrels of chlorine", "chemical weapon", "chemical_attack"),
    ],
)
def test_weapon_and_the_act_it_makes(text: str, name: str, action: str) -> None:
    (weapon,) = find_weapons(analysis(text))
    assert (weapon.name, weapon.action) == (name, action)
    assert text[weapon.start : weapon.end] == weapon.text


def test_a_user_adds_a_weapon(tmp_path: Path) -> None:
    (tmp_path / "weapons.csv").write_text("words,name,action\nbush pump gun,firearm,shooting\n", encoding="utf-8")
    (weapon,) = find_weapons(analysis("a bush pump gun"), WeaponTables.load([tmp_path]))
    assert weapon.text == "bush pump gun"

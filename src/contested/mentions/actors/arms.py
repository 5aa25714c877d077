"""Weapons and strikes named by a country, which stand for its armed forces: "an Israeli drone strike"."""

from __future__ import annotations

from collections.abc import Iterator

from contested.mentions.actors.naming import force_of
from contested.mentions.actors.owners import loyal_only
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.tables import CountryWord
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

BY_ARMS = "a country's weapons"
_ARMS = word_set(
    """
    aircraft airstrike air-strike airstrikes artillery attack barrage bombardment bombing bomb drone fire gunfire gunboat
    gunship helicopter incursion jet missile mortar offensive projectile quadcopter raid rocket salvo shell shelling strike
    tank uav warplane warship airraid
    """
)
_MODIFIES = frozenset({"amod", "compound", "nmod", "poss"})
_MADE = word_set("made built supplied designed style type era donated produced")


def forces_by_arms(scene: Scene) -> Iterator[Named]:
    """Name the armed forces of the country that stands before a weapon, an aircraft or a strike; never by the weapon alone."""
    tokens = scene.sentence.tokens
    for hit in scene.countries:
        last = tokens[hit.last]
        country = scene.chosen(hit)
        if country.word is CountryWord.CAPITAL or last.dep not in _MODIFIES or last.head <= hit.last:
            continue
        if (last.dep == "poss") != (country.word is CountryWord.NAME) or tokens[last.head].lemma.lower() not in _ARMS:
            continue
        between = {t.lower for t in tokens[hit.last + 1 : last.head]}
        if loyal_only(scene, hit.last) or between & _MADE or scene.actor_within(hit.first, last.head):
            continue
        row = force_of(scene.tables, country.country.iso, "military", scene.day)
        name = scene.shown.get(row.where, row.name)
        yield Named(hit.first, hit.last, hit.last, name, ActorKind.FORCE, "demonym", BY_ARMS, country.country.iso, plural=True)

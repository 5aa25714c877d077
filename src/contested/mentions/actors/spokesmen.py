"""The bodies for which spokesmen speak: "an army spokesman", "SAC spokesman Bo Kyaw"."""

from __future__ import annotations

from dataclasses import replace

from contested.mentions.actors.organisations import kind_of_name
from contested.mentions.actors.owners import Owner, find_owner, phrase_country
from contested.mentions.actors.phrases import Phrase
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.stand_in import as_owner
from contested.mentions.actors.tables import Role, RoleNoun
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

_PRESS = word_set("public relations press media information communications")


def body_of_spokesman(scene: Scene, phrase: Phrase) -> Named | None:
    """Give the body for which a named spokesman speaks: "an army spokesman, Colonel Jan Roe"; its words end before the noun."""
    role = scene.role(phrase.head)
    if role is None or phrase.first == phrase.head or scene.sentence.tokens[phrase.head - 1].dep != "compound":
        return None
    found = name_spokesman(scene, phrase, role, find_owner(scene, phrase))
    return replace(found, last=phrase.head - 1, head=phrase.head - 1) if found else None


def name_spokesman(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """A spokesman speaks for the body named beside him."""
    if not role.has(Role.SPEAKS):
        return None
    if owner:
        return as_owner(phrase, owner, "role", role.plural)
    iso = phrase_country(scene, phrase)
    words = [t.text.lower() for t in scene.sentence.tokens[phrase.first : phrase.head]]
    before = [t for t in scene.sentence.tokens[phrase.first : phrase.head] if t.pos == "PROPN" and t.text[0].isupper()]
    if before and not iso and before[-1].i == phrase.head - 1 and not scene.has_role(before[-1].i, Role.TITLE):
        name = scene.words(before[0].i, before[-1].i)
        return as_owner(phrase, Owner(name, kind_of_name(name), None, "body before a spokesman", "role"), "role", False)
    if iso and ("government" in words or len(words) < 3):
        return as_owner(
            phrase,
            Owner(
                f"{scene.tables.countries[iso].demonym} government",
                ActorKind.GOVERNMENT,
                iso,
                scene.tables.countries[iso].where,
            ),
            "role",
            False,
        )
    return None


def press_words(scene: Scene, phrase: Phrase) -> int | None:
    """Give the token before the words for the press in "the Police | Public Relations Officer", or None where there are none."""
    tokens = scene.sentence.tokens
    at = phrase.head - 1
    while at >= phrase.first and tokens[at].text.lower() in _PRESS:
        at -= 1
    return at if phrase.first <= at < phrase.head - 1 and tokens[at].pos in ("NOUN", "PROPN") else None

"""Soldiers, police and forces that stand for the force of their country."""

from __future__ import annotations

from dataclasses import replace

from contested.mentions.actors.naming import force_of, of_country
from contested.mentions.actors.owners import Owner, loyal_only, phrase_country, state_force
from contested.mentions.actors.persons import speaks
from contested.mentions.actors.phrases import Phrase, linked
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.stand_in import as_owner, as_spoken
from contested.mentions.actors.tables import Role, RoleNoun
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

_NOT_STATE = word_set(
    """
    former ex rebel opposition foreign allied insurgent separatist retired paramilitary guerrilla coalition
    enemy hostile tribal militia local terrorist private jihadist islamist pro
    """
)

_PLAIN = word_set(
    """
    the this that these those its their whole same own said armed islamist rebel militant insurgent
    """
)


_OFFICERS_REACH, _THE_OFFICERS_REACH = 2, 6
_SEVERAL, _WITHIN = 2, 6
_POLICES = frozenset(
    {"riot", "federal", "traffic", "border", "national", "provincial", "state", "secret", "religious", "judicial"}
)


def state_force_of(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Soldiers, police and forces stand for the force of their country."""
    tokens = scene.sentence.tokens
    before = {t.text.lower() for t in tokens[phrase.first : phrase.head]}
    noun = tokens[phrase.head].text.lower()
    if noun in ("forces", "force"):
        return _forces(scene, phrase, before)
    if noun == "side" and phrase_country(scene, phrase):
        found = state_force(scene, phrase, "military")
        return as_owner(phrase, found, "demonym") if found else None
    if noun == "officers":
        return _officers(scene, phrase)
    if not role.has(Role.MEMBER, Role.FORCE):
        return None
    if before & {"own", "our"} and scene.document.issuer:
        return as_owner(
            phrase, Owner(scene.document.issuer, ActorKind.FORCE, scene.near, "the document's issuer", "coreference")
        )
    if before & _NOT_STATE or any(
        phrase.first <= h.first and h.last < phrase.head and loyal_only(scene, h.last) for h in scene.countries
    ):
        return None
    if noun == "police" and (kinds := [t for t in tokens[phrase.first : phrase.head] if t.text.lower() in _POLICES]):
        iso = phrase_country(scene, phrase) or scene.near
        name = of_country(scene.tables, iso, scene.words(kinds[0].i, phrase.head))
        return Named(
            phrase.first,
            phrase.head,
            phrase.head,
            name,
            ActorKind.FORCE,
            "demonym",
            "a police of a country",
            iso,
            nouns=frozenset({noun}),
            plural=True,
        )
    branch = role.branch(Role.FORCE) or role.branch(Role.MEMBER)
    if role.has(Role.OBJECT) and not phrase_country(scene, phrase):
        return None
    if (
        before <= _PLAIN
        and not scene.country_fixed
        and not phrase_country(scene, phrase)
        and (spoken := scene.discourse.force(noun, scene.sentence.index))
    ):
        return as_spoken(scene, phrase, spoken)
    if branch == "peacekeepers":
        mission = scene.discourse.mission(scene.sentence.index)
        return as_spoken(scene, phrase, mission) if mission else None
    if not branch and not phrase_country(scene, phrase):
        return None
    found = state_force(scene, phrase, branch or "military")
    if not found:
        return None
    members = _of_several(scene, phrase, branch or "military")
    return replace(as_owner(phrase, found, "demonym", role.plural or role.has(Role.FORCE)), nouns=frozenset({noun}), members=members)


def _of_several(scene: Scene, phrase: Phrase, branch: str) -> tuple[str, ...]:
    """Name the forces of "Malian and French troops", one for each country; () where one country is named."""
    tokens = scene.sentence.tokens
    before = [h for h in scene.countries if phrase.head - _WITHIN <= h.first and h.last < phrase.head and not loyal_only(scene, h.last)]
    named = [scene.chosen(h).country for h in before if phrase.head in (tokens[h.last].head, tokens[tokens[h.last].head].head)]
    if len(named) < _SEVERAL or not any(t.dep == "cc" for t in tokens[before[0].last : phrase.head]):
        return ()
    rows = [force_of(scene.tables, c.iso, branch, scene.day) for c in named]
    return tuple(scene.shown.get(r.where, r.name) for r in rows)


def _officers(scene: Scene, phrase: Phrase) -> Named | None:
    """Officers who are told of after police are police: "a bomb under a police truck killed five officers"."""
    between = scene.sentence.tokens[phrase.first : phrase.head]
    force = next((r for t in between if (r := scene.role(t.i)) and r.has(Role.FORCE)), None)
    if force and not speaks(scene, phrase.head) and (own := state_force(scene, phrase, force.branch(Role.FORCE) or "military")):
        return as_owner(phrase, own, "demonym")
    if any(t.pos in ("NOUN", "PROPN") for t in between) or next(linked(scene.sentence, phrase.head, frozenset({"of", "from", "in"})), None) is not None:
        return None
    spoken = scene.discourse.force("police", scene.sentence.index)
    reach = _THE_OFFICERS_REACH if between and between[0].text.lower() == "the" else _OFFICERS_REACH
    return as_spoken(scene, phrase, spoken) if spoken and scene.sentence.index - spoken.sentence <= reach else None


def _forces(scene: Scene, phrase: Phrase, before: set[str]) -> Named | None:
    if before & _NOT_STATE or "rival" in before:
        return None
    iso = phrase_country(scene, phrase)
    if "security" in before:
        name = of_country(scene.tables, iso or scene.near, "security forces")
        return Named(
            phrase.first,
            phrase.head,
            phrase.head,
            name,
            ActorKind.FORCE,
            "demonym",
            "security forces of a country",
            iso or scene.near,
            plural=True,
        )
    branch = "air_force" if "air" in before else "police" if "police" in before else "military"
    if iso or before & {
        "government",
        "armed",
        "special",
        "regime",
        "state",
        "air",
        "police",
        "army",
        "military",
        "troops",
        "federal",
        "defence",
        "defense",
    }:
        found = state_force(scene, phrase, branch)
        return as_owner(phrase, found, "demonym") if found else None
    return None

"""Parties told of by a noun and not by name: "Malian soldiers", "the ministry", "gunmen", "a hospital official"."""

from __future__ import annotations

from contested.mentions.actors.owners import SEVERAL, UNNAMED, Owner, find_owner, phrase_country
from contested.mentions.actors.persons import find_person, speaks
from contested.mentions.actors.phrases import Phrase, function_of, left_edge, linked
from contested.mentions.actors.plain import bare_words, describe_plainly, extent_of
from contested.mentions.actors.polity import polity
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.spokesmen import name_spokesman
from contested.mentions.actors.stand_in import as_owner, as_spoken, said_to_be
from contested.mentions.actors.state import state_force_of
from contested.mentions.actors.tables import Role, RoleNoun
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

_HIDDEN = frozenset({"unidentified", "unknown", "masked", "hooded", "armed", "unnamed", "disguised"})

_GUISES = word_set(
    """
    camouflage uniform uniforms fatigues mask masks balaclavas black motorcycle motorcycles motorbike
    motorbikes arms guns rifles weapons
    """
)

_GUISED = frozenset({"dressed", "disguised", "posing", "posed", "masquerading", "pretending", "clad"})

_PLAIN = word_set(
    """
    the this that these those its their whole same own said armed islamist rebel militant insurgent
    """
)

BESIDE_A_NAME = "noun beside a name"

_OWNED = (Role.UNIT, Role.MEMBER, Role.FIGHTER, Role.SPEAKS, Role.FORCE, Role.UNKNOWN)

_PEOPLE = frozenset({"men", "man", "persons", "people", "individuals", "person", "youths", "assailant", "assailants"})


_FIGHTERS = word_set("fighters insurgents militants rebels combatants guerrillas guerrilleros jihadists jihadis militiamen infiltrators")
_FIGHTER_WORDS = word_set(
    """
    the some about around suspected several dozens hundreds of infiltrated armed islamist jihadist rebel heavily more than over
    """
)


def describe(scene: Scene, phrase: Phrase) -> Named | None:
    """Decide what a phrase with a noun for people, bodies or things denotes; None if it is no party."""
    role = scene.role(phrase.head)
    if role is None:
        return None
    if _in_guise(scene, phrase):
        name = scene.words(phrase.first, phrase.head)
        return Named(phrase.first, phrase.head, phrase.head, name, ActorKind.UNKNOWN, "role", "men in a guise", plural=role.plural)
    owner = find_owner(scene, phrase)
    if found := _person_beside(scene, phrase, role) or (said_to_be(scene, phrase) if role.has(Role.GROUP) else None):
        return found
    for decide in (_office_of, name_spokesman, _owned, _hidden, state_force_of, _object, _anaphor, _fighters_of_main, polity):
        if found := decide(scene, phrase, role, owner):
            return found
    return describe_plainly(scene, phrase, role)


def _person_beside(scene: Scene, phrase: Phrase, role: RoleNoun) -> Named | None:
    """Name the person that stands beside a noun: "the interior minister, Ana Lopes," """
    if role.plural or not role.has(Role.OFFICE, Role.CIVILIANS, Role.SOURCE, Role.UNIT, Role.SPEAKS, Role.FIGHTER):
        return None
    for child in scene.sentence.children[phrase.head]:
        token = scene.sentence.tokens[child]
        if token.dep == "appos" and token.pos == "PROPN" and child > phrase.head:
            beside = Phrase(left_edge(scene.sentence, child), child, child)
            person = find_person(scene, beside)
            if person and not scene.actor_at(child):
                nouns = person.nouns | {scene.sentence.tokens[phrase.head].text.lower()}
                return Named(
                    phrase.first,
                    phrase.head,
                    phrase.head,
                    scene.words(person.first, person.last),
                    ActorKind.PERSON,
                    "role",
                    BESIDE_A_NAME,
                    nouns=nouns,
                )
    return None


def _office_of(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """The office of an official is a body: "the Prosecutor's Office"."""
    tokens = scene.sentence.tokens
    if tokens[phrase.head].text.lower() != "office":
        return None
    for child in scene.sentence.children[phrase.head]:
        if tokens[child].dep == "poss" and tokens[child].pos != "PRON" and not scene.has_role(child, Role.GROUP):
            first = phrase.first + (tokens[phrase.first].dep == "det")
            return Named(
                first,
                phrase.head,
                phrase.head,
                scene.words(first, phrase.head),
                ActorKind.GOVERNMENT,
                "syntax",
                "office of an official",
                nouns=frozenset({"office"}),
            )
    return None


_LEFT_OVER = word_set(
    """
    remnant remnants loyalist loyalists supporter supporters opponent opponents defector defectors deserter deserters
    """
)


def _owned(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """People or parts of a party stand for the party."""
    if scene.sentence.tokens[phrase.head].text.lower() in _LEFT_OVER and owner and owner.kind is ActorKind.GOVERNMENT:
        return None
    if not owner or (role.has(Role.OBJECT) and not role.has(Role.UNIT)) or not role.has(*_OWNED, Role.GROUP):
        return None
    if (role.has(Role.OFFICE, Role.CIVILIANS) and not role.has(Role.UNIT)) or role.has(Role.GOVERNMENT):
        return None
    if scene.sentence.tokens[phrase.head].text.lower() == "convoy" or (
        role.has(Role.FORCE) and owner.kind is ActorKind.FORCE and phrase_country(scene, phrase)
    ):
        return None
    return as_owner(phrase, owner)


def _hidden(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Perpetrators whom nobody can name."""
    words = {t.text.lower() for t in scene.sentence.tokens[phrase.first : phrase.head]}
    words &= (
        _HIDDEN | _PLAIN
        if scene.sentence.tokens[phrase.head].text.lower() in _PEOPLE
        else (_HIDDEN | _PLAIN) - {"armed"}
    )
    hidden = (words & _HIDDEN or _veiled(scene, phrase)) and role.has(
        Role.UNIT, Role.CIVILIANS, Role.UNKNOWN, Role.FIGHTER
    )
    if not hidden and not role.has(Role.UNKNOWN):
        return None
    if (
        not hidden
        and words <= _PLAIN
        and "the" in words
        and role.plural
        and (spoken := scene.discourse.group(scene.sentence.index))
        and scene.sentence.index - spoken.sentence <= 4
    ):
        return as_spoken(scene, phrase, spoken)
    return Named(
        phrase.first,
        phrase.head,
        phrase.head,
        bare_words(scene, phrase, phrase.head),
        ActorKind.UNKNOWN,
        "role",
        role.where(Role.UNKNOWN) or "armed men whom nobody names",
        plural=role.plural,
    )


def _in_guise(scene: Scene, phrase: Phrase) -> bool:
    """Do the words only tell what men looked like: "dressed as soldiers", "posing as policemen"?"""
    before = [t.text.lower() for t in scene.sentence.tokens[max(0, phrase.first - 2) : phrase.first]]
    return before[-1:] == ["as"] and before[0] in _GUISED


def _veiled(scene: Scene, phrase: Phrase) -> bool:
    """Are men told of only by what they wore or rode?"""
    if scene.sentence.tokens[phrase.head].text.lower() not in ("men", "man", "persons", "individuals"):
        return False
    return any(
        scene.sentence.tokens[j].text.lower() in _GUISES
        for j in linked(scene.sentence, phrase.head, frozenset({"in", "on", "with"}))
    )


def _object(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Things that are attacked; their owner goes along."""
    if role.has(Role.MEMBER) and owner and function_of(scene.sentence, phrase.head) == "nsubj":
        return as_owner(phrase, owner)
    if (
        not role.has(Role.OBJECT)
        or (role.has(Role.GOVERNMENT) and speaks(scene, phrase.head))
        or (role.has(Role.SOURCE) and speaks(scene, phrase.head))
    ):
        return None
    end = max(extent_of(scene, phrase, frozenset({"of", "at"}), True), extent_of(scene, phrase, frozenset({"for"}), False))
    members = (owner.name,) if owner else ()
    return Named(
        phrase.first,
        phrase.head,
        phrase.head,
        bare_words(scene, phrase, end),
        ActorKind.ORGANISATION,
        "syntax",
        "object",
        owner.country if owner else None,
        members,
        plural=role.plural,
    )


def _anaphor(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """ "The group", "the rebels", "the ministry", "the minister": who was named before."""
    tokens = scene.sentence.tokens
    before = [t.text.lower() for t in tokens[phrase.first : phrase.head]]
    noun, n = tokens[phrase.head].text, scene.sentence.index
    if noun.lower() in SEVERAL:
        return None
    if (
        noun[0].isupper()
        and phrase.head > phrase.first
        and role.has(Role.BODY)
        and role.plural
        and (spoken := scene.discourse.by_noun(noun, n))
    ):
        return as_spoken(scene, phrase, spoken)
    if not before or before[0] not in ("the", "this", "these", "that", "those", "both") or not set(before) <= _PLAIN:
        return None
    if (
        next(linked(scene.sentence, phrase.head, frozenset({"of", "from", "under", "around", "led"})), None) is not None
        and not noun[0].isupper()
    ):
        return None
    spoken = None
    if role.has(Role.GROUP, Role.FIGHTER) or noun.lower() in (
        "ministry",
        "council",
        "authority",
        "directorate",
        "commission",
        "committee",
        "agency",
    ):
        spoken = scene.discourse.by_noun(noun, n)
    if not spoken and role.has(Role.GROUP, Role.FIGHTER) and noun.lower() not in UNNAMED:
        spoken = scene.discourse.group(n)
    if not spoken and not role.plural and role.has(Role.OFFICE, Role.SOURCE, Role.CIVILIANS, Role.UNIT):
        spoken = scene.discourse.bearer(noun, n)
    return as_spoken(scene, phrase, spoken) if spoken else None


def _fighters_of_main(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Let nameless fighters who act stand for the armed group that the document is about: "Insurgents stormed ..."."""
    main = scene.discourse.main
    noun = scene.sentence.tokens[phrase.head].text.lower()
    if main is None or main.kind is not ActorKind.GROUP or noun not in _FIGHTERS or scene.heading:
        return None
    before = {t.text.lower() for t in scene.sentence.tokens[phrase.first : phrase.head] if not t.text[0].isdigit()}
    if before - _FIGHTER_WORDS or next(linked(scene.sentence, phrase.head, frozenset({"of", "from", "under", "led"})), None) is not None:
        return None
    return as_spoken(scene, phrase, main)

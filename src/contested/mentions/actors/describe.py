"""Parties told of by a noun and not by name: "Malian soldiers", "the ministry", "gunmen", "a hospital official"."""

from __future__ import annotations

from dataclasses import replace

from contested.mentions.actors.discourse import Spoken
from contested.mentions.actors.naming import of_country
from contested.mentions.actors.owners import Owner, find_owner, loyal_only, phrase_country, state_force
from contested.mentions.actors.persons import find_person, speaks
from contested.mentions.actors.phrases import Phrase, capital_span, function_of, left_edge, linked
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.tables import Role, RoleNoun
from contested.model.vocabulary import ActorKind

_ANY = frozenset({"people", "person", "persons", "victim", "victims", "civilian", "dead", "wounded", "injured"})
_HIDDEN = frozenset({"unidentified", "unknown", "masked", "hooded", "armed", "unnamed", "disguised"})
_GUISES = frozenset(
    {
        "camouflage",
        "uniform",
        "uniforms",
        "fatigues",
        "mask",
        "masks",
        "balaclavas",
        "black",
        "motorcycle",
        "motorcycles",
        "motorbike",
        "motorbikes",
        "arms",
        "guns",
        "rifles",
        "weapons",
    }
)
_NOT_STATE = frozenset(
    {
        "former",
        "ex",
        "rebel",
        "opposition",
        "foreign",
        "allied",
        "insurgent",
        "separatist",
        "retired",
        "paramilitary",
        "guerrilla",
        "coalition",
        "enemy",
        "hostile",
        "tribal",
        "militia",
        "local",
        "terrorist",
        "private",
        "jihadist",
        "islamist",
        "pro",
    }
)
_TRIM = frozenset(
    [
        "several",
        "many",
        "few",
        "some",
        "other",
        "another",
        "more",
        "most",
        "same",
        "new",
        "such",
        "own",
        "last",
        "first",
        "second",
        "third",
        "unnamed",
        "multiple",
        "numerous",
        "various",
        "certain",
        "additional",
        "further",
        "two",
        "three",
        "both",
        "all",
        "each",
        "every",
        "any",
        "no",
        "at",
        "least",
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "hundreds",
        "dozens",
        "tens",
        "scores",
        "thousands",
        "so-called",
        "previous",
        "only",
    ]
)
_PLAIN = frozenset(
    {
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "whole",
        "same",
        "own",
        "said",
        "armed",
        "islamist",
        "rebel",
        "militant",
        "insurgent",
    }
)
_OFFICE_LINKS = frozenset({"of", "in", "for", "at"})
_GROUP_LINKS = frozenset({"of", "from", "under", "in"})
_VAGUE = frozenset(
    {
        "front",
        "wing",
        "party",
        "network",
        "command",
        "army",
        "column",
        "clan",
        "umbrella",
        "outfit",
        "chair",
        "chief",
        "principal",
        "general",
        "major",
    }
)
_POLITY = frozenset(
    {
        "government",
        "authorities",
        "ministry",
        "regime",
        "presidency",
        "parliament",
        "junta",
        "cabinet",
        "judiciary",
        "prosecution",
    }
)
_SELDOM = frozenset(
    {
        "state",
        "opposition",
        "office",
        "media",
        "press",
        "administration",
        "mission",
        "delegation",
        "council",
        "court",
        "committee",
        "commission",
        "assembly",
    }
)
_OWNED = (Role.UNIT, Role.MEMBER, Role.FIGHTER, Role.SPEAKS, Role.FORCE, Role.UNKNOWN)
_PEOPLE = frozenset({"men", "man", "persons", "people", "individuals", "person", "youths", "assailant", "assailants"})


def describe(scene: Scene, phrase: Phrase) -> Named | None:
    """Decide what a phrase with a noun for people, bodies or things denotes; None if it is no party."""
    role = scene.role(phrase.head)
    if role is None:
        return None
    owner = find_owner(scene, phrase)
    if found := _person_beside(scene, phrase, role):
        return found
    for decide in (_office_of, _spokesman, _owned, _hidden, _state, _object, _anaphor, _polity):
        if found := decide(scene, phrase, role, owner):
            return found
    return _bare(scene, phrase, role)


def _as_owner(phrase: Phrase, owner: Owner, via: str | None = None, plural: bool = True) -> Named:
    return Named(
        phrase.first,
        phrase.head,
        phrase.head,
        owner.name,
        owner.kind,
        via or owner.via,
        owner.rule,
        owner.country,
        nouns=frozenset(),
        plural=plural,
    )


def _person_beside(scene: Scene, phrase: Phrase, role: RoleNoun) -> Named | None:
    """Name the person that stands beside a noun: "the interior minister, Ana Lopes," """
    if not role.has(Role.OFFICE, Role.CIVILIANS, Role.SOURCE, Role.UNIT, Role.SPEAKS, Role.FIGHTER):
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
                    "noun beside a name",
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


def _spokesman(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """A spokesman speaks for the body named beside him."""
    if not role.has(Role.SPEAKS):
        return None
    if owner:
        return _as_owner(phrase, owner, "role", role.plural)
    iso = phrase_country(scene, phrase)
    words = [t.text.lower() for t in scene.sentence.tokens[phrase.first : phrase.head]]
    if iso and ("government" in words or len(words) < 3):
        return _as_owner(
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


def _owned(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """People or parts of a party stand for the party."""
    if not owner or (role.has(Role.OBJECT) and not role.has(Role.UNIT)) or not role.has(*_OWNED, Role.GROUP):
        return None
    if (role.has(Role.OFFICE, Role.CIVILIANS) and not role.has(Role.UNIT)) or role.has(Role.GOVERNMENT):
        return None
    if scene.sentence.tokens[phrase.head].text.lower() == "convoy" or (
        role.has(Role.FORCE) and owner.kind is ActorKind.FORCE and phrase_country(scene, phrase)
    ):
        return None
    return _as_owner(phrase, owner)


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
        return _coreferent(scene, phrase, spoken)
    return Named(
        phrase.first,
        phrase.head,
        phrase.head,
        _words(scene, phrase, phrase.head),
        ActorKind.UNKNOWN,
        "role",
        role.where(Role.UNKNOWN) or "armed men whom nobody names",
        plural=role.plural,
    )


def _veiled(scene: Scene, phrase: Phrase) -> bool:
    """Are men told of only by what they wore or rode?"""
    if scene.sentence.tokens[phrase.head].text.lower() not in ("men", "man", "persons", "individuals"):
        return False
    return any(
        scene.sentence.tokens[j].text.lower() in _GUISES
        for j in linked(scene.sentence, phrase.head, frozenset({"in", "on", "with"}))
    )


def _state(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Soldiers, police and forces stand for the force of their country."""
    tokens = scene.sentence.tokens
    before = {t.text.lower() for t in tokens[phrase.first : phrase.head]}
    noun = tokens[phrase.head].text.lower()
    if noun in ("forces", "force"):
        return _forces(scene, phrase, before)
    if not role.has(Role.MEMBER, Role.FORCE):
        return None
    if before & {"own", "our"} and scene.document.issuer:
        return _as_owner(
            phrase, Owner(scene.document.issuer, ActorKind.FORCE, scene.near, "the document's issuer", "coreference")
        )
    if before & _NOT_STATE or any(
        phrase.first <= h.first and h.last < phrase.head and loyal_only(scene, h.last) for h in scene.countries
    ):
        return None
    branch = role.branch(Role.FORCE) or role.branch(Role.MEMBER)
    if role.has(Role.OBJECT) and not phrase_country(scene, phrase):
        return None
    if (
        before <= _PLAIN
        and not scene.country_fixed
        and not phrase_country(scene, phrase)
        and (spoken := scene.discourse.force(noun, scene.sentence.index))
    ):
        return _coreferent(scene, phrase, spoken)
    if branch == "peacekeepers" or (not branch and not phrase_country(scene, phrase)):
        return None
    found = state_force(scene, phrase, branch or "military")
    if not found:
        return None
    return replace(_as_owner(phrase, found, "demonym", role.plural or role.has(Role.FORCE)), nouns=frozenset({noun}))


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
        return _as_owner(phrase, found, "demonym") if found else None
    return None


def _object(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Things that are attacked; their owner goes along."""
    if role.has(Role.MEMBER) and owner and function_of(scene.sentence, phrase.head) == "nsubj":
        return _as_owner(phrase, owner)
    if (
        not role.has(Role.OBJECT)
        or (role.has(Role.GOVERNMENT) and speaks(scene, phrase.head))
        or (role.has(Role.SOURCE) and speaks(scene, phrase.head))
    ):
        return None
    end = _extent(scene, phrase, frozenset({"of", "at"}), True)
    members = (owner.name,) if owner else ()
    return Named(
        phrase.first,
        end,
        phrase.head,
        _words(scene, phrase, end),
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
    if (
        noun[0].isupper()
        and phrase.head > phrase.first
        and role.has(Role.BODY)
        and role.plural
        and (spoken := scene.discourse.by_noun(noun, n))
    ):
        return _coreferent(scene, phrase, spoken)
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
    if (
        not spoken
        and role.has(Role.GROUP, Role.FIGHTER)
        and noun.lower() not in ("terrorists", "alliance", "coalition", "party", "network", "clan")
    ):
        spoken = scene.discourse.group(n)
    if not spoken and not role.plural and role.has(Role.OFFICE, Role.SOURCE, Role.CIVILIANS, Role.UNIT):
        spoken = scene.discourse.bearer(noun, n)
    return _coreferent(scene, phrase, spoken) if spoken else None


def _coreferent(scene: Scene, phrase: Phrase, spoken: Spoken) -> Named:
    noun = scene.sentence.tokens[phrase.head].text.lower()
    return Named(
        phrase.first,
        phrase.head,
        phrase.head,
        spoken.name,
        spoken.kind,
        "coreference",
        f"'{noun}' named before",
        spoken.country,
        nouns=spoken.nouns,
        plural=spoken.plural,
    )


def _polity(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Governments, ministries and other bodies of a state."""
    if not role.has(Role.GOVERNMENT) or (role.has(Role.OBJECT) and not speaks(scene, phrase.head)):
        return None
    noun = scene.sentence.tokens[phrase.head].text.lower()
    if noun in _SELDOM and function_of(scene.sentence, phrase.head) not in ("nsubj", "nsubjpass", "pobj"):
        return None
    iso = phrase_country(scene, phrase) or (scene.near if noun in _POLITY else None)
    owned = any(t.dep == "poss" for t in scene.sentence.tokens[phrase.first : phrase.head])
    end = phrase.head if noun in _POLITY - {"ministry"} else _extent(scene, phrase, frozenset({"of"}), False)
    name = _words(scene, phrase, end)
    if noun in _POLITY and iso and not owned:
        name = of_country(scene.tables, iso, name)
    return Named(
        phrase.first,
        end,
        phrase.head,
        name,
        ActorKind.GOVERNMENT,
        "syntax",
        role.where(Role.GOVERNMENT),
        iso,
        nouns=frozenset(name.lower().split()),
        plural=role.plural,
    )


def _bare(scene: Scene, phrase: Phrase, role: RoleNoun) -> Named | None:
    """People and bodies that are only described keep the words of their description."""
    if scene.sentence.tokens[phrase.head].text.lower() in _VAGUE and not _telling(scene, phrase):
        return None
    kind = _kind(scene, phrase, role)
    if kind is None:
        return None
    noun = scene.sentence.tokens[phrase.head].text.lower()
    if noun in _ANY and phrase.head - phrase.first < 3 and kind is ActorKind.CIVILIANS and not _telling(scene, phrase):
        return Named(
            phrase.first,
            phrase.head,
            phrase.head,
            "civilians",
            kind,
            "role",
            role.where(Role.CIVILIANS),
            plural=role.plural,
        )
    links = _OFFICE_LINKS if kind in (ActorKind.OFFICE, ActorKind.SOURCE) else _GROUP_LINKS
    end = _extent(scene, phrase, links, kind is ActorKind.CIVILIANS)
    name = _words(scene, phrase, end)
    iso = phrase_country(scene, phrase)
    where = next((where for _, _, where in role.roles), "")
    return (
        Named(
            phrase.first,
            phrase.head,
            phrase.head,
            name,
            kind,
            "role",
            where,
            iso,
            nouns=frozenset({noun, *name.lower().split()}),
            plural=role.plural,
        )
        if name
        else None
    )


def _telling(scene: Scene, phrase: Phrase) -> bool:
    return any(
        t.pos in ("ADJ", "NOUN", "PROPN") and t.text.lower() not in _TRIM
        for t in scene.sentence.tokens[phrase.first : phrase.head]
    )


def _kind(scene: Scene, phrase: Phrase, role: RoleNoun) -> ActorKind | None:
    if role.has(Role.SOURCE) and speaks(scene, phrase.head):
        return ActorKind.SOURCE
    if role.has(Role.OFFICE):
        return ActorKind.OFFICE
    if role.has(Role.CIVILIANS):
        return ActorKind.CIVILIANS
    if role.has(Role.FIGHTER):
        return ActorKind.GROUP
    if role.has(Role.GROUP):
        return (
            ActorKind.GROUP
            if _telling(scene, phrase) or role.plural or _extent(scene, phrase, _GROUP_LINKS, False) > phrase.head
            else None
        )
    if role.has(Role.SOURCE):
        return ActorKind.SOURCE
    return ActorKind.FORCE if role.has(Role.MEMBER) else None


def _extent(scene: Scene, phrase: Phrase, links: frozenset[str], capital_only: bool) -> int:
    """Give the last token of "director of the hospital": the phrase with what hangs on it by one link."""
    for j in linked(scene.sentence, phrase.head, links):
        if (
            j - phrase.head <= 8
            and scene.sentence.tokens[phrase.head + 1].text.lower() in links
            and scene.sentence.tokens[j].pos in ("NOUN", "PROPN")
        ):
            if capital_only and not scene.sentence.tokens[j].text[0].isupper():
                continue
            return (
                max(j, capital_span(scene.sentence, j, scene.keys.upper)[1])
                if scene.sentence.tokens[j].text[0].isupper()
                else j
            )
    return phrase.head


def _words(scene: Scene, phrase: Phrase, end: int) -> str:
    """Give the words of a phrase without article, number and the like before it."""
    tokens = scene.sentence.tokens
    first = phrase.first
    while first < phrase.head and (
        tokens[first].dep in ("det", "nummod", "predet", "quantmod", "advmod", "punct", "case")
        or tokens[first].tag in ("PRP$", "CD", "DT", "WDT", "POS")
        or tokens[first].text.lower() in _TRIM
        or (tokens[first].dep == "poss" and not tokens[first].text[0].isupper())
    ):
        first += 1
    return scene.words(first, end).strip(" \"'“”")

"""People and things that are only described: their kind, and the words that stay of the description."""

from __future__ import annotations

from contested.mentions.actors.owners import phrase_country
from contested.mentions.actors.persons import speaks
from contested.mentions.actors.phrases import Phrase, capital_span, linked
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.tables import Role, RoleNoun
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

_ANY = frozenset({"people", "person", "persons", "victim", "victims", "civilian", "dead", "wounded", "injured"})

_TRIM = word_set(
    """
    several many few some other another more most same new such own last first second third unnamed multiple
    numerous various certain additional further two three both all each every any no at least about around
    nearly almost over fewer less than hundreds dozens tens scores thousands so-called previous only
    """
)

_OFFICE_LINKS = frozenset({"of", "in", "for", "at"})

_PEOPLE_LINKS = frozenset({"of", "from"})
_GROUP_LINKS = frozenset({"of", "from", "under", "in"})

_VAGUE = word_set(
    """
    front head leader wing party network command army column clan umbrella outfit chair chief principal
    general major
    """
)


def is_telling(scene: Scene, phrase: Phrase) -> bool:
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
    if role.has(Role.GROUP) and scene.sentence.tokens[phrase.head].text.lower() == "coalition":
        return ActorKind.GROUP
    if role.has(Role.GROUP):
        return (
            ActorKind.GROUP
            if is_telling(scene, phrase) or role.plural or extent_of(scene, phrase, _GROUP_LINKS, False) > phrase.head
            else None
        )
    if role.has(Role.SOURCE):
        return ActorKind.SOURCE
    return ActorKind.FORCE if role.has(Role.MEMBER) else None


def extent_of(scene: Scene, phrase: Phrase, links: frozenset[str], capital_only: bool) -> int:
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


def bare_words(scene: Scene, phrase: Phrase, end: int) -> str:
    """Give the words of a phrase without article, number and the like before it."""
    tokens = scene.sentence.tokens
    first = phrase.first
    while first < phrase.head and (
        tokens[first].dep in ("det", "nummod", "predet", "quantmod", "advmod", "punct", "case")
        or tokens[first].tag in ("PRP$", "CD", "DT", "WDT", "POS")
        or (tokens[first].text[0] in "x×" and tokens[first].text[1:].isdigit())
        or tokens[first].text.lower() in _TRIM
        or (tokens[first].dep == "poss" and not tokens[first].text[0].isupper())
    ):
        first += 1
    return scene.words(first, end).strip(" \"'“”")


def describe_plainly(scene: Scene, phrase: Phrase, role: RoleNoun) -> Named | None:
    """People and bodies that are only described keep the words of their description."""
    vague = scene.sentence.tokens[phrase.head].text.lower() in _VAGUE and not is_telling(scene, phrase)
    if vague and extent_of(scene, phrase, frozenset({"of"}), False) == phrase.head:
        return None
    kind = _kind(scene, phrase, role)
    if kind is None:
        return None
    noun = scene.sentence.tokens[phrase.head].text.lower()
    if (
        noun in _ANY
        and bare_words(scene, phrase, phrase.head).lower() == noun
        and kind is ActorKind.CIVILIANS
        and not is_telling(scene, phrase)
    ):
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
    links = _OFFICE_LINKS if kind in (ActorKind.OFFICE, ActorKind.SOURCE) else _PEOPLE_LINKS if kind is ActorKind.CIVILIANS else _GROUP_LINKS
    end = extent_of(scene, phrase, links, kind is ActorKind.CIVILIANS)
    name = bare_words(scene, phrase, end)
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

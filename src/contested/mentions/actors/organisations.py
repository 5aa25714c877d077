"""Bodies that no table knows, by the words of their name: "Budalin Relief Network", "Shwebo Tiger Cell"."""

from __future__ import annotations

from contested.mentions.actors.name_index import name_keys
from contested.mentions.actors.naming import of_country
from contested.mentions.actors.phrases import Phrase, capital_span
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.tables import Role
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

GROUP_WORDS = word_set(
    """
    front movement brigade brigades column cell guard guards alliance militia faction resistance command
    commandos battalion battalions companies liberation jihad ansar harakat jaysh jaish kataib liwa sons
    shield hawks lions coalition insurgent popular army party volunteers legion cartel company
    """
)
_STATE_WORDS = word_set(
    """
    ministry government parliament court tribunal department directorate council administration presidency
    municipality
    """
)


def find_organisation(scene: Scene, phrase: Phrase) -> Named | None:
    """Decide whether a phrase is the name of a body: capitalised words that end in, or hang on, a word for bodies."""
    token = scene.sentence.tokens[phrase.head]
    if not token.text[0].isupper() or not scene.has_role(phrase.head, Role.BODY, Role.GOVERNMENT):
        return None
    if scene.keys.upper:
        return None
    first, last = capital_span(scene.sentence, phrase.head, scene.keys.upper)
    if first == last:
        return _short(scene, phrase)
    if (phrase.head == 0 and (last == 0 or scene.has_role(0, Role.FIGHTER, Role.MEMBER))) or (
        scene.has_role(phrase.head, Role.TITLE) and not scene.has_role(phrase.head, Role.BODY)
    ):
        return None
    name = scene.words(first, last)
    kind = kind_of_name(name)
    iso = scene.country_within(first, last)
    country = iso.country.iso if iso else None
    if kind is ActorKind.GOVERNMENT and token.text.lower() == "ministry":
        name = of_country(scene.tables, country or scene.near, name)
    return Named(
        first, last, phrase.head, name, kind, "syntax", "name of a body by its last word", country, nouns=nouns_of(name)
    )


def kind_of_name(name: str) -> ActorKind:
    """Say what a body is by the words of its name."""
    keys = set(name_keys(name))
    if keys & _STATE_WORDS:
        return ActorKind.GOVERNMENT
    if keys & GROUP_WORDS:
        return ActorKind.GROUP
    return ActorKind.FORCE if keys & {"police", "gendarmerie", "forces", "force", "corps"} else ActorKind.ORGANISATION


def nouns_of(name: str) -> frozenset[str]:
    """Give the keys by which a name can be taken up again ("the Front", "the column")."""
    return frozenset(name_keys(name))


def _short(scene: Scene, phrase: Phrase) -> Named | None:
    """Take up a longer name by its one capitalised noun: "the Alliance"."""
    token = scene.sentence.tokens[phrase.head]
    if (
        scene.has_role(phrase.head, Role.FORCE)
        or phrase.first == phrase.head
        or scene.sentence.tokens[phrase.first].text.lower() not in ("the", "this")
    ):
        return None
    spoken = scene.discourse.by_noun(token.text, scene.sentence.index)
    if not spoken:
        return None
    return Named(
        phrase.first,
        phrase.head,
        phrase.head,
        spoken.name,
        spoken.kind,
        "coreference",
        f"'the {token.text}' named before",
        spoken.country,
        nouns=spoken.nouns,
    )

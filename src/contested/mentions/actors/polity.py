"""Governments, ministries and other bodies of a state, told of by a noun: "the ministry", "the regime"."""

from __future__ import annotations

from contested.mentions.actors.naming import of_country
from contested.mentions.actors.owners import Owner, phrase_country
from contested.mentions.actors.persons import speaks
from contested.mentions.actors.phrases import Phrase, function_of
from contested.mentions.actors.plain import bare_words, extent_of
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.stand_in import as_owner
from contested.mentions.actors.tables import Role, RoleNoun
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

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

_SELDOM = word_set(
    """
    state opposition office media press administration mission delegation council court committee commission
    assembly
    """
)

_QUOTES = frozenset({'"', "“", "'", "‘", "``"})


def _in_quotes(scene: Scene, phrase: Phrase) -> Owner | None:
    """A ministry in quotation marks is the body's before it: 'the DPR "ministry of defence"'."""
    tokens = scene.sentence.tokens
    marks = [t.i for t in tokens[max(0, phrase.first - 1) : phrase.head] if t.text in _QUOTES]
    hit = scene.actor_at(marks[-1] - 1) if marks and marks[-1] else None
    return Owner(hit.value.name, hit.value.kind, hit.value.country, hit.value.where) if hit and hit.value.kind is ActorKind.GROUP else None


def polity(scene: Scene, phrase: Phrase, role: RoleNoun, owner: Owner | None) -> Named | None:
    """Governments, ministries and other bodies of a state."""
    if not role.has(Role.GOVERNMENT) or (role.has(Role.OBJECT) and not speaks(scene, phrase.head)):
        return None
    noun = scene.sentence.tokens[phrase.head].text.lower()
    if body := _in_quotes(scene, phrase):
        return as_owner(phrase, body, "role", False)
    if noun in _SELDOM and function_of(scene.sentence, phrase.head) not in ("nsubj", "nsubjpass", "pobj"):
        return None
    iso = phrase_country(scene, phrase) or (scene.near if noun in _POLITY else None)
    if noun in ("service", "services", "intelligence") and not phrase_country(scene, phrase):
        return None
    owned = any(
        t.dep == "poss"
        or ((t.ent in ("NORP", "GPE", "LOC") or t.i in scene.place_tokens) and not scene.country_at(t.i))
        for t in scene.sentence.tokens[phrase.first : phrase.head]
    )
    end = phrase.head if noun in _POLITY - {"ministry"} else extent_of(scene, phrase, frozenset({"of"}), False)
    name = bare_words(scene, phrase, end)
    if noun in _POLITY and iso and not owned:
        name = of_country(scene.tables, iso, name)
    return Named(
        phrase.first,
        phrase.head,
        phrase.head,
        name,
        ActorKind.GOVERNMENT,
        "syntax",
        role.where(Role.GOVERNMENT),
        iso,
        nouns=frozenset(name.lower().split()),
        plural=role.plural,
    )

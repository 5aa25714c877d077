"""A phrase that stands for a party already known: its owner, or the one named before."""

from __future__ import annotations

from contested.mentions.actors.discourse import Spoken
from contested.mentions.actors.owners import Owner
from contested.mentions.actors.phrases import Phrase
from contested.mentions.actors.scene import Named, Scene

_SAYS_WHAT = frozenset({"be", "become", "remain"})


def as_owner(phrase: Phrase, owner: Owner, via: str | None = None, plural: bool = True) -> Named:
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


def as_spoken(scene: Scene, phrase: Phrase, spoken: Spoken) -> Named:
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


def said_to_be(scene: Scene, phrase: Phrase) -> Named | None:
    """What a named party is said to be is that party: "The Hill Front was an armed group ..."."""
    tokens = scene.sentence.tokens
    verb = tokens[phrase.head].head
    if tokens[phrase.head].dep != "attr" or tokens[verb].lemma not in _SAYS_WHAT:
        return None
    named = {h.value.name for c in scene.sentence.children[verb] if tokens[c].dep == "nsubj" and (h := scene.actor_at(c))}
    for spoken in reversed(scene.discourse.said):
        if spoken.sentence != scene.sentence.index:
            return None
        if spoken.name in named:
            return as_spoken(scene, phrase, spoken)
    return None

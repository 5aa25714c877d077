"""A phrase that stands for a party already known: its owner, or the one named before."""

from __future__ import annotations

from contested.mentions.actors.discourse import Spoken
from contested.mentions.actors.owners import Owner
from contested.mentions.actors.phrases import Phrase
from contested.mentions.actors.scene import Named, Scene


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

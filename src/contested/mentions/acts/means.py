"""Acts told by their means alone: "Rockets fell on the town", "Two bombs in the market"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.language.frames import frame_of
from contested.mentions.acts.modality import find_refusal
from contested.mentions.acts.table import MEANS_RULE, ActTable
from contested.model.mentions import ActMention, WeaponMention
from contested.model.syntax import Sentence

_EXPLOSIVE = frozenset({"bombing", "suicide_bombing", "grenade_attack", "shelling", "air_strike", "drone_strike", "mine_explosion"})
_NOT_USED = frozenset(
    {"find", "seize", "recover", "discover", "defuse", "store", "keep", "have", "be", "carry", "buy", "sell", "supply", "smuggle", "say",
     "intercept", "down", "neutralise", "neutralize", "deactivate", "dismantle", "use", "make", "remain", "need", "belong", "hide", "show",
     "surrender", "destroy", "exist", "contain", "confirm", "cost", "see", "hear", "aim", "head", "fail", "expect"}
)


def find_means(sentence: Sentence, weapons: Sequence[WeaponMention], acts: Sequence[ActMention], table: ActTable) -> Iterator[ActMention]:
    """Find the verbs whose subject is an explosive, and headlines that name nothing but one, where no row names an act."""
    named = {a.head for a in acts}
    for weapon in weapons:
        if weapon.action not in _EXPLOSIVE or weapon.head in named:
            continue
        token = sentence.tokens[weapon.head]
        verb = sentence.tokens[token.head]
        if token.dep in ("nsubj", "nsubjpass") and verb.pos == "VERB" and verb.lemma.lower() not in _NOT_USED and verb.i not in named:
            yield _mention(sentence, weapon, verb.i, table)
            named.add(verb.i)
        elif token.dep == "ROOT" and not named and len(frame_of(sentence, token.i).preps) > 0:
            yield _mention(sentence, weapon, token.i, table)
            named.add(token.i)


def _mention(sentence: Sentence, weapon: WeaponMention, head: int, table: ActTable) -> ActMention:
    token = sentence.tokens[head]
    refused = find_refusal(sentence, head, table.modality)
    form = "noun" if token.pos != "VERB" else "passive" if frame_of(sentence, head).passive else "active"
    return ActMention(
        sentence.index, token.start, token.end, sentence.text[token.start - sentence.start : token.end - sentence.start], head, MEANS_RULE,
        weapon.action, form, 0.8, refused[0] if refused else None,
    )

"""For which body the named spokesmen of a document speak: "army spokesman Jan Roe", and "Roe" later on."""

from __future__ import annotations

from collections.abc import Mapping

from contested.mentions.bundle import Mentions
from contested.model.mentions import ActorMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import ActorKind

_SPEAKERS = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT, ActorKind.ORGANISATION})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson", "spox"})
_OWNING = frozenset({"compound", "poss", "amod", "prep"})
_TITLES = 6
_HEARD = 6


def spokesmen_of(analysis: Analysis, mentions: Mentions) -> Mapping[str, ActorMention]:
    """Name the body for which each named spokesman speaks, in whatever words he is called later.

    It is the body named before him as the speaker ("army spokesman Jan Roe said"); of one called only "spokesman Jan
    Roe" it is the body that spoke last.
    """
    found: dict[str, ActorMention] = {}
    last: tuple[int, ActorMention] | None = None
    for sentence in analysis.sentences:
        actors = mentions.actors.get(sentence.index, ())
        persons = [a for a in actors if a.kind is ActorKind.PERSON and a.head >= 0]
        for mention in mentions.attributions.get(sentence.index, ()):
            body = next((a for a in actors if a.start < mention.speaker_end and mention.speaker_start < a.end and a.kind in _SPEAKERS), None)
            if body:
                last = (sentence.index, body)
                for person in persons:
                    if mention.speaker_end <= person.start and _is_title(sentence, mention.speaker_end, person.start):
                        found.setdefault(person.name, body)
        for person in persons:
            if last and sentence.index - last[0] <= _HEARD and _is_called_spokesman(sentence, person):
                found.setdefault(person.name, last[1])
    return found


def _is_title(sentence: Sentence, start: int, end: int) -> bool:
    """Do nothing but the words for an office stand between a body and a name: "army | spokesman, Colonel | Jan Roe"?"""
    between = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    return 0 < len(between) <= 2 * _TITLES and not any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ") for t in between)


def _is_called_spokesman(sentence: Sentence, person: ActorMention) -> bool:
    before = [t for t in sentence.tokens if t.end <= person.start][-_TITLES:]
    while before and before[-1].lower not in _SPEAKING and before[-1].pos in ("PROPN", "PUNCT"):
        before.pop()
    return bool(before) and before[-1].lower in _SPEAKING and not any(sentence.tokens[k].dep in _OWNING for k in sentence.children[before[-1].i])

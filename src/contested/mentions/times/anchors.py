"""Dates counted from an event: "two days after the formation of the group", "five days after the town had fallen"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contested.mentions.times.intervals import Interval
from contested.mentions.times.lexicon import TimeWords
from contested.mentions.times.moment import Moment
from contested.mentions.times.resolve import read_expression
from contested.mentions.times.scan import scan
from contested.model.documents import Document
from contested.model.syntax import Analysis, Sentence

EventDates = Callable[[str], Interval | None]
"""Gives the date of an event from the words that name it, or None."""

_CONTENT = frozenset({"NOUN", "VERB", "PROPN"})
_STEPS = 200


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that name the event: token indices of the sentence, last exclusive."""

    sentence: Sentence
    first: int
    last: int

    @property
    def text(self) -> str:
        """Give the words."""
        tokens = self.sentence.tokens
        return self.sentence.text[tokens[self.first].start - self.sentence.start : tokens[self.last - 1].end - self.sentence.start]

    def lemmas(self) -> tuple[str, ...]:
        """Give the lemmas of the content words, in order."""
        return tuple(t.lemma.lower() for t in self.sentence.tokens[self.first : self.last] if t.pos in _CONTENT)


def anchor_after(sentence: Sentence, i: int) -> Anchor | None:
    """Give the words from token i to the end of the clause, where they name an event."""
    tokens = sentence.tokens
    last = i
    while last < len(tokens) and last < i + 16 and tokens[last].text not in (",", ";", ":", ".", "(", ")"):
        last += 1
    anchor = Anchor(sentence, i, last) if last > i else None
    return anchor if anchor and anchor.lemmas() and tokens[i].pos not in ("VERB", "ADP", "CCONJ") else None


def founding_date(document: Document, words: TimeWords) -> Interval | None:
    """Give the date on which the body that a document is about was founded, from its infobox."""
    for field in document.infobox:
        if field.key.casefold() in words.sets["founding_field"]:
            scanned = scan(field.value, words)
            for expression in scanned.expressions():
                if span := read_expression(scanned, expression, Moment(bound=document.published)).resolved.span:
                    return span
    return None


def event_date(anchor: Anchor, analysis: Analysis, told: dict[int, Interval], words: TimeWords) -> Interval | None:
    """Find the date of the event that the anchor names: the founding, or an earlier dated sentence with its head word.

    ``told`` gives the date of the sentences read so far, by index.
    """
    lemmas = anchor.lemmas()
    founding = words.sets["founding"]
    if lemmas[0] in founding and (found := founding_date(analysis.document, words)):
        return found
    wanted = founding if lemmas[0] in founding else frozenset(lemmas[:1])
    rest = frozenset(lemmas[1:])
    for index in range(anchor.sentence.index - 1, max(-1, anchor.sentence.index - _STEPS), -1):
        if index not in told:
            continue
        here = {t.lemma.lower() for t in analysis.sentences[index].tokens}
        if here & wanted and (not rest or here & rest or wanted is founding):
            return told[index]
    return None

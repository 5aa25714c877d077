"""What the syntax around a date tells: whether it lies ahead, is that of a report, or stands in the background."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from contested.mentions.times.lexicon import TimeWords
from contested.model.syntax import Sentence

_CLIMB = 5
_REACH = 8
_MODALS = frozenset({"will", "shall", "'ll", "must", "should"})


class Clause:
    """The syntax over some words of a sentence; offsets are those of the document."""

    def __init__(self, sentence: Sentence, start: int, end: int, words: TimeWords) -> None:
        self._sentence = sentence
        self._words = words
        self._starts = [t.start for t in sentence.tokens]
        self.first = max(0, bisect_right(self._starts, start) - 1)
        self.last = max(self.first + 1, bisect_right(self._starts, end - 1))

    @cached_property
    def head(self) -> int:
        """Give the token that carries the words: the one whose head lies outside."""
        tokens = self._sentence.tokens
        for i in range(self.first, min(self.last, len(tokens))):
            if not self.first <= tokens[i].head < self.last or tokens[i].head == i:
                return i
        return self.first

    @cached_property
    def verbs(self) -> tuple[int, ...]:
        """Give the verbs over the words, nearest first."""
        tokens = self._sentence.tokens
        chain = (self.head, *self._sentence.ancestors(self.head)[:_CLIMB])
        return tuple(i for i in chain if tokens[i].pos in ("VERB", "AUX"))

    def is_ahead(self) -> bool:
        """Does the nearest verb, or what it hangs on, look ahead ("will strike", "is due to meet")?"""
        tokens = self._sentence.tokens
        coming = self._words.sets["coming"]
        near = (self.head, *self._sentence.ancestors(self.head)[:2])
        if any(tokens[i].lemma in coming and (tokens[i].pos == "ADJ" or tokens[i].tag == "VBN") for i in near):
            return True
        for n, verb in enumerate(self.verbs[:2]):
            below = self._sentence.children[verb]
            if any(tokens[c].dep == "aux" and tokens[c].lower in _MODALS for c in below):
                return True
            if n == 0 and not any(tokens[c].dep == "aux" and tokens[c].lower == "to" for c in below):
                return False
            if n == 0 and tokens[tokens[verb].head].lemma in coming:
                return True
        return False

    def is_report(self) -> bool:
        """Is the nearest verb one of telling ("the ministry admitted on the 24th")?"""
        return bool(self.verbs) and self._tells(self.verbs[0])

    def is_told_before(self) -> bool:
        """Does the nearest verb tell what had happened before ("On Sunday the ministry said that it had struck it")?"""
        if not self.is_report() or self.verbs[0] - self.last > _REACH:
            return False
        return any(
            self._sentence.tokens[c].dep == "ccomp" and self._is_pluperfect(c) for c in self._sentence.children[self.verbs[0]]
        )

    def is_reported(self) -> bool:
        """Does the date stand in the content of a report ("replied that the film went back to late November")?"""
        tokens = self._sentence.tokens
        return any(tokens[v].dep == "ccomp" and self._tells(tokens[v].head) for v in self.verbs[:2])

    def introduces_content(self) -> bool:
        """Does the nearest verb tell something in a clause of its own ("police said on Tuesday that ...")?"""
        return self.is_report() and any(self._sentence.tokens[c].dep == "ccomp" for c in self._sentence.children[self.verbs[0]])

    def is_since(self) -> bool:
        """Does the date stand in a clause with "since" ("since the war began in May")?"""
        tokens = self._sentence.tokens
        return any(tokens[c].dep == "mark" and tokens[c].lower == "since" for v in self.verbs[:1] for c in self._sentence.children[v])

    def is_spent(self) -> bool:
        """Are the words only how long something took ("had spent the night in the open")?"""
        token = self._sentence.tokens[self.head]
        return token.dep == "dobj" and self._sentence.tokens[token.head].lemma in ("spend", "pass")

    def is_relative(self) -> bool:
        """Does the date stand in a relative clause ("the fighting which broke out on Saturday")?"""
        return bool(self.verbs) and self._sentence.tokens[self.verbs[0]].dep in ("relcl", "acl")

    def _tells(self, verb: int) -> bool:
        return self._sentence.tokens[verb].lemma in self._words.sets["reporting"]

    def _is_pluperfect(self, verb: int) -> bool:
        tokens = self._sentence.tokens
        return any(tokens[c].dep in ("aux", "auxpass") and tokens[c].lower == "had" for c in self._sentence.children[verb])

    def is_background(self) -> bool:
        """Does the date stand in a relative clause or in the pluperfect ("who had been seized on 23 July")?"""
        return bool(self.verbs) and (self.is_relative() or self._is_pluperfect(self.verbs[0]))

    def counts_next_noun(self) -> bool:
        """Is the last word a number that counts the noun after it ("On Friday 12 people", "In March 12 men")?"""
        tokens = self._sentence.tokens
        number = tokens[self.last - 1]
        if self.first and tokens[self.first - 1].lower == "in" and self.last < len(tokens) and tokens[self.last].pos == "NOUN":
            return True
        return number.dep in ("nummod", "quantmod") and number.head >= self.last

    def orders_next_noun(self) -> bool:
        """Is the last word an ordinal before its noun ("the 4th battalion"), and no date?"""
        tokens = self._sentence.tokens
        if self.last >= len(tokens):
            return False
        after = tokens[self.last]
        if after.lower in self._words.sets["unit_noun"]:
            return True
        if self.last + 1 < len(tokens) and tokens[self.last + 1].lower in self._words.sets["unit_noun"] and after.text[:1].isupper():
            return True
        number = tokens[self.last - 1]
        return after.pos in ("NOUN", "ADJ") and not after.text[:1].isupper() and number.head >= self.last

    def names_something(self) -> bool:
        """Are the words the beginning of a name ("the 14 March Alliance")?"""
        tokens = self._sentence.tokens
        names = self._words.sets["name_noun"] | self._words.sets["unit_noun"]
        for token in tokens[self.last : self.last + 2]:
            if not token.text[:1].isupper():
                return False
            if token.lower in names:
                return True
        return False

    def is_person(self) -> bool:
        """Does the parser take the words for a person's name ("said June Marlow")?"""
        tokens = self._sentence.tokens
        if any(t.ent == "PERSON" for t in tokens[self.first : self.last]):
            return True
        above = tokens[tokens[self.head].head]
        return tokens[self.head].dep == "compound" and above.pos == "PROPN" and above.i >= self.last

"""How a group of acts stands in its sentence to the dates and places there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.coding.owners import SPEECH, UNOWNED
from contested.model.mentions import AttributionMention, Mention
from contested.model.syntax import Sentence

_BROUGHT = frozenset({"take", "bring", "rush", "evacuate", "fly", "transfer", "transport", "carry", "airlift"})
_BRINGING = frozenset({"evacuate", "transfer", "transport", "rush", "bring", "airlift", "return", "travel", "head", "flee"})
_TELLING = frozenset({"announce", "make", "publish", "release", "report", "reveal", "say", "tell", "know", "issue", "disclose", "confirm", "quote"})


@dataclass(frozen=True, slots=True)
class Setting:
    """One group of acts in its sentence: what the choice of its date and place looks at; ``refused`` are the heads of acts that are no events."""

    sentence: Sentence
    group: int
    owners: Sequence[int]
    heads: frozenset[int]
    speech: Sequence[AttributionMention]
    refused: frozenset[int] = frozenset()

    def owner(self, mention: Mention) -> int:
        """Give the group that a mention belongs to; words inside the content of a position are nobody's own."""
        owner = self.owners[mention.head] if 0 <= mention.head < len(self.owners) else UNOWNED
        if owner == SPEECH and not self.is_object_of_speech() and any(s.scope_start <= mention.start and mention.end <= s.scope_end for s in self.speech):
            return UNOWNED
        return owner

    def is_object_of_speech(self) -> bool:
        """Is the act a noun that somebody claims, confirms or denies: "claimed the attack"?"""
        cues = {s.head for s in self.speech}
        return any(self.sentence.tokens[h].dep in ("dobj", "pobj") and set(self.sentence.ancestors(h)[:2]) & cues for h in self.heads)

    def governs(self, mention: Mention) -> bool:
        """Does the verb over the mention stand over the act too?"""
        above = {a for h in self.heads for a in self.sentence.ancestors(h)} | self.heads
        verb = next((i for i in self.sentence.ancestors(mention.head) if self.sentence.tokens[i].pos in ("VERB", "AUX")), None)
        return verb is None or verb in above

    def distance(self, mention: Mention) -> int:
        """Count the tokens between a mention and the nearest act."""
        return min(abs(mention.head - h) for h in self.heads) if mention.head >= 0 else 50

    def is_aside(self, mention: Mention) -> bool:
        """Does the mention stand in a clause about something else than the act: "a truce, made public today, was signed on ..."?"""
        tokens = self.sentence.tokens
        above = {a for h in self.heads for a in self.sentence.ancestors(h)}
        at = mention.head
        while at >= 0 and at not in self.heads and at not in above and tokens[at].head != at:
            token = tokens[at]
            if token.pos == "VERB" and (token.dep == "relcl" or (token.dep == "acl" and token.lemma in _TELLING)) and (token.head not in self.heads or token.lemma in _TELLING):
                return True
            at = token.head
        return False

    def is_brought_there(self, mention: Mention) -> bool:
        """Is the place only where people were brought afterwards: "was hit and taken to Kelda"?"""
        tokens = self.sentence.tokens
        at = mention.head
        while at >= 0 and at not in self.heads and tokens[at].head != at:
            if tokens[at].pos == "VERB":
                return tokens[at].lemma in _BROUGHT
            at = tokens[at].head
        return False

    def is_of_refused(self, mention: Mention) -> bool:
        """Does a mention hang on a noun for an act that is no event: "fired them for raids in the summer"?"""
        for i in self.sentence.ancestors(mention.head) if mention.head >= 0 else ():
            if i in self.heads:
                return False
            if i in self.refused and self.sentence.tokens[i].pos == "NOUN":
                return not any(i in self.sentence.ancestors(h) for h in self.heads)
        return False

    def crosses(self, mention: Mention) -> bool:
        """Does the way from the mention up to the act lead through another coordinated verb?"""
        at = mention.head
        while at >= 0 and at not in self.heads and self.sentence.tokens[at].head != at:
            token = self.sentence.tokens[at]
            if token.pos == "VERB" and (token.dep == "conj" or token.lemma in _BRINGING):
                return True
            at = token.head
        return False

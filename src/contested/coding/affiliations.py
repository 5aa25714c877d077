"""Whose people the persons of a document are: "Yahya Noor, spokesman of the Front", "Front commander Ali Tal", "army spokesman Jan Roe"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from contested.coding.drafts import Toll, Voice
from contested.coding.spokesmen import spokesmen_of
from contested.language.frames import frame_of
from contested.mentions.actors.owners import HIS_PEOPLE
from contested.mentions.bundle import Mentions
from contested.model.mentions import ActorMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import ActorKind

_BODIES = frozenset({ActorKind.FORCE, ActorKind.GROUP})
_FOR = frozenset({"for"})
_LED = frozenset({"lead", "command", "head", "found", "run"})
_OF = frozenset({"of", "from"})
_LEADING = frozenset({"leader", "chief", "commander", "spokesman", "spokeswoman", "spokesperson", "emir", "head", "negotiator"})


@dataclass(frozen=True, slots=True)
class Sides:
    """By a person's name: the armed body that he belongs to, and the body in whose place he speaks."""

    persons: Mapping[str, ActorMention]
    spokesmen: Mapping[str, ActorMention]

    def of_voices(self, voices: Sequence[Voice]) -> tuple[Voice, ...]:
        """Let the body speak where its spokesman does, and note the armed body of every other person who speaks."""
        return tuple(self._of_voice(v) for v in voices)

    def _of_voice(self, voice: Voice) -> Voice:
        if body := self.spokesmen.get(voice.party):
            return replace(voice, party=body.name, speaker=body)
        person = voice.speaker and voice.speaker.kind is ActorKind.PERSON and self.persons.get(voice.speaker.name)
        return replace(voice, side=person) if person else voice

    def of_agents(self, agents: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        """Let the body that a person leads stand for "his men", where the document tells which it is."""
        bodies = (self.persons.get(a.name) if a.rule == HIS_PEOPLE else None for a in agents)
        return tuple(replace(a, name=b.name, kind=b.kind, country=b.country) if b else a for a, b in zip(agents, bodies, strict=True))

    def of_tolls(self, tolls: Sequence[Toll]) -> tuple[Toll, ...]:
        """Let the body give the toll that its spokesman gives."""
        return tuple(replace(t, asserted_by=body.name) if (body := self.spokesmen.get(t.asserted_by or "")) else t for t in tolls)


def sides_of_document(analysis: Analysis, mentions: Mentions) -> Sides:
    """Read whose people the persons of a document are."""
    return Sides(sides_of_persons(analysis, mentions), spokesmen_of(analysis, mentions))


def sides_of_persons(analysis: Analysis, mentions: Mentions) -> Mapping[str, ActorMention]:
    """Name the armed body of each person, by the first words that tell it."""
    found: dict[str, ActorMention] = {}
    for sentence in analysis.sentences:
        actors = mentions.actors.get(sentence.index, ())
        named = {a.head: a for a in actors if a.kind in _BODIES | {ActorKind.ORGANISATION} and a.rule != "object"}
        by_head = {head: a for head, a in named.items() if a.kind in _BODIES}
        if not named:
            continue
        for person in actors:
            if person.kind is ActorKind.PERSON and person.head >= 0 and person.name not in found:
                body = _body_of(sentence, person, by_head) or _led(sentence, person.head, named)
                if body:
                    found[person.name] = body
    return found


def _body_of(sentence: Sentence, person: ActorMention, by_head: Mapping[int, ActorMention]) -> ActorMention | None:
    """Find the body beside a name: in apposition to it, in the words before it, or for which a relative clause says he acts."""
    for child in sentence.children[person.head]:
        dep = sentence.tokens[child].dep
        if dep == "appos" and child in by_head:
            return by_head[child]
        if dep in ("compound", "nmod", "amod", "poss") and child in by_head and (by_head[child].via == "role" or _leads(sentence, child, person.head)):
            return by_head[child]
        if dep == "relcl":
            for i in (*frame_of(sentence, child).after(_FOR), *(j for o in frame_of(sentence, child).patients for j in frame_of(sentence, o).after(_FOR))):
                if i in by_head:
                    return by_head[i]
    token = sentence.tokens[person.head]
    if token.dep == "appos":
        return by_head.get(token.head) or _of_office(sentence, token.head, by_head)
    return next((by_head[i] for i in frame_of(sentence, person.head).after(_OF) if i in by_head), None)


def _led(sentence: Sentence, leader: int, by_head: Mapping[int, ActorMention]) -> ActorMention | None:
    """Find the body in "a group led by Ali Noor", "Ali Noor, who founded the Red Column"."""
    for token in sentence.tokens:
        if token.lemma not in _LED or token.pos != "VERB":
            continue
        frame = frame_of(sentence, token.i)
        if leader in frame.agents and (body := next((by_head[i] for i in frame.patients if i in by_head), None)):
            return body
    return None


def _of_office(sentence: Sentence, office: int, by_head: Mapping[int, ActorMention]) -> ActorMention | None:
    """Find the body of the office that a name stands beside: "a Front spokeswoman, Sara Tal", "the militia's leader, Ali Noor"."""
    if sentence.tokens[office].lower not in _LEADING:
        return None
    before = [c for c in sentence.children[office] if sentence.tokens[c].dep in ("compound", "nmod", "poss")]
    return next((by_head[i] for i in (*before, *frame_of(sentence, office).after(_OF)) if i in by_head), None)


def _leads(sentence: Sentence, body: int, name: int) -> bool:
    """Does a word for a leader or spokesman stand between the body and the name: "Front leader Ali Tal"?"""
    return any(t.lower in _LEADING for t in sentence.tokens[body + 1 : name])

"""Who did it, and to whom: from the arguments of the acts of one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contested.language.frames import Frame, frame_of
from contested.mentions.acts.table import ActRow, ActTable
from contested.model.mentions import ActMention, ActorMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind

LIGHT_VERBS = frozenset(
    {"carry", "launch", "conduct", "stage", "mount", "execute", "perpetrate", "make", "commit", "undertake", "perform", "do", "wage",
     "unleash", "organise", "organize", "lead", "begin", "start", "direct", "open", "issue", "give", "announce", "declare", "hold", "sign", "impose"}
)
_AGENT_PREPS = frozenset({"by", "from", "between"})
_COMPANY = frozenset({"with", "alongside"})
_COMPANY_NOUNS = frozenset({"cooperation", "coordination", "collaboration", "help", "support", "conjunction", "together", "assistance"})
_UTTERANCES = frozenset({"statement", "message", "video", "communique", "communiqué", "letter", "leaflet", "post", "text", "recording", "audio", "tape", "declaration"})
_TARGETING = frozenset({"targeting", "against", "on", "aimed"})


class Roles:
    """Look up actors by token, and find the parties of an act."""

    def __init__(self, sentence: Sentence, actors: Sequence[ActorMention], table: ActTable) -> None:
        self._sentence, self._table = sentence, table
        self._actors = actors
        self._by_head = {a.head: a for a in actors}

    def actor_at(self, i: int) -> ActorMention | None:
        """Find the actor that token i is the head of, or else the smallest mention around it."""
        if i in self._by_head:
            return self._by_head[i]
        token = self._sentence.tokens[i]
        around = [a for a in self._actors if a.start <= token.start and token.end <= a.end]
        return min(around, key=lambda a: a.end - a.start, default=None)

    def actors_between(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Give the actors whose words lie between two offsets, in the order of the text."""
        return tuple(a for a in self._actors if start <= a.start and a.end <= end and a.rule != "object")

    def actors_at(self, heads: Iterable[int]) -> tuple[ActorMention, ...]:
        """Find the actors at these tokens; a token that is none passes to the party that owns it."""
        found: list[ActorMention] = []
        for i in heads:
            actor = self.actor_at(i) or self._owner_below(i) or self._issuer_of(i)
            if actor and actor not in found:
                found.append(actor)
        return tuple(found)

    def _issuer_of(self, i: int) -> ActorMention | None:
        """Let who issued a statement stand for it: "issued a statement which urges ..."."""
        token = self._sentence.tokens[i]
        if token.lemma.lower() not in _UTTERANCES:
            return None
        for above in self._sentence.ancestors(i):
            if self._sentence.tokens[above].pos == "VERB":
                for agent in frame_of(self._sentence, above).agents:
                    if actor := self.actor_at(agent):
                        return actor
        return None

    def _owner_below(self, i: int) -> ActorMention | None:
        """Find the party in "a checkpoint of the army", "members of the group", "its vehicle"."""
        for child in self._sentence.children[i]:
            token = self._sentence.tokens[child]
            if token.dep in ("poss", "compound", "nmod", "amod") and (actor := self.actor_at(child)):
                return actor
            if token.dep == "prep" and token.lower in ("of", "from", "belonging"):
                for below in self._sentence.children[child]:
                    if self._sentence.tokens[below].dep == "pobj" and (actor := self.actor_at(below) or self._owner_below(below)):
                        return actor
        return None

    def parties(self, act: ActMention) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        """Find (agents, patients) of one act."""
        row, frame = self._table.row_of(act), frame_of(self._sentence, act.head)
        if act.form == "noun":
            return self._of_noun(act, row, frame)
        agents, patients = self._of_verb(act, row, frame)
        return self.actors_at(agents) + self._company(frame), self.actors_at(patients)

    def _of_verb(self, act: ActMention, row: ActRow, frame: Frame) -> tuple[tuple[int, ...], tuple[int, ...]]:
        subject = frame.patients if frame.passive else frame.agents
        if "subj" in row.agent:
            agents = frame.agents
        elif "obj" in row.agent:
            agents = frame.patients
        elif "none" in row.agent:
            agents = frame.after(_AGENT_PREPS)
        else:
            agents = frame.after(row.agent)
        if "subj" in row.patient:
            patients = subject
        elif "obj" in row.patient:
            patients = frame.patients or frame.after(row.patient)
        else:
            patients = frame.after(row.patient) or (frame.patients if not row.tail or frame.passive else ())
        return agents, patients

    def _of_noun(self, act: ActMention, row: ActRow, frame: Frame) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        agents = list(self.actors_at(frame.after((row.agent | _AGENT_PREPS) - {"none"})))
        patients = list(self.actors_at(frame.after((row.patient | _TARGETING) - {"none"})))
        for side in self.actors_at(frame.after(frozenset({"poss", "compound"}))):
            is_body = side.kind in (ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT)
            (agents if is_body and not agents else patients).append(side)
        verb = self._sentence.tokens[act.head].head
        token = self._sentence.tokens[act.head]
        if verb != act.head and self._sentence.tokens[verb].pos == "VERB":
            above = frame_of(self._sentence, verb)
            if token.dep in ("dobj", "nsubjpass") and self._sentence.tokens[verb].lemma in LIGHT_VERBS:
                agents.extend(a for a in self.actors_at(above.agents) + self._company(above) if a not in agents)
                patients.extend(p for p in self.actors_at(above.after(row.patient | _TARGETING)) if p not in patients)
        return tuple(agents), tuple(p for p in patients if p not in agents)

    def _company(self, frame: Frame) -> tuple[ActorMention, ...]:
        """Find those who took part: "together with X", "in cooperation with X"."""
        found: list[ActorMention] = []
        for prep, i in frame.preps:
            if prep in ("in", "through") and self._sentence.tokens[i].lemma in _COMPANY_NOUNS:
                inner = frame_of(self._sentence, i)
                found.extend(self.actors_at(inner.after(_COMPANY | {"of", "from"})))
            elif prep == "alongside":
                found.extend(self.actors_at((i,)))
        return tuple(found)

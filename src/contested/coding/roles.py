"""Who did it, and to whom: from the arguments of the acts of one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contested.language.frames import Frame, conjuncts, frame_of
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
_NEAR = 14
_UTTERANCES = frozenset({"statement", "message", "video", "communique", "communiqué", "letter", "leaflet", "post", "text", "recording", "audio", "tape", "declaration"})
_TARGETING = frozenset({"targeting", "against", "on", "aimed"})
_JOINT = frozenset({"ceasefire", "agreement", "negotiation", "merger", "talks_suspended"})
_JOINT_PREPS = frozenset({"by", "between", "of", "with", "among", "from"})
_MADE = frozenset({"formation", "dissolution", "restructuring"})
_ANNOUNCED_AIMS = frozenset({"threat", "call_to_arms"})
_AIMED = frozenset({"against", "at", "on", "to"})
_HELPING = frozenset({"help", "assist", "join", "accompany", "aid"})
_HOLDING = frozenset({"hold", "control", "man", "occupy", "guard", "run", "belong", "own", "use"})
_TERRITORY = frozenset({"territory_seized", "territory_regained", "withdrawal", "siege"})
_REPRESENTING = frozenset({"delegation", "representative", "leader", "envoy", "negotiator", "delegate", "team", "leadership", "emissary", "column", "unit"})
_VERSUS = frozenset({"vs", "vs.", "versus", "v."})
_CALLING = frozenset({"call", "name", "style", "describe", "identify"})
_AGAINST = frozenset({"against", "with"})
_PARTS = frozenset(
    {"compound", "courtyard", "tank", "headquarters", "gate", "section", "front", "wall", "roof", "part", "entrance", "yard", "stretch", "wing",
     "premise", "ground", "office", "convoy", "patrol", "vehicle", "car", "truck", "pickup", "checkpoint", "post", "position", "base", "barracks"}
)
_BESIDE = frozenset({"under", "beneath", "outside", "inside"})
_STRUCK = frozenset({"against", "under", "beneath", "among", "into"})
_BLAMING = frozenset({"blame", "attribute", "claim", "ascribe", "pin"})
_SELF = frozenset({"him", "her", "them", "he", "she"})
_PLURAL = frozenset({"they", "themselves", "both"})
_SAYING_DEPS = ("ccomp", "xcomp", "advcl", "relcl")


class Roles:
    """Look up actors by token, and find the parties of an act."""

    def __init__(self, sentence: Sentence, actors: Sequence[ActorMention], table: ActTable) -> None:
        self._sentence, self._table = sentence, table
        self._actors = actors
        self._by_head = {a.head: a for a in actors}

    def actor_at(self, i: int) -> ActorMention | None:
        """Find the actor that token i is the head of, or else the smallest mention around it."""
        if i in self._by_head:
            return self._self_named(i) or self._by_head[i]
        token = self._sentence.tokens[i]
        around = [a for a in self._actors if a.start <= token.start and token.end <= a.end]
        return min(around, key=lambda a: a.end - a.start, default=None)

    def _self_named(self, i: int) -> ActorMention | None:
        """Find the name in "an unknown group calling itself X"."""
        if not self._by_head[i].name.islower():
            return None
        for child in self._sentence.children[i]:
            token = self._sentence.tokens[child]
            if token.dep in ("acl", "relcl") and token.lemma.lower() in _CALLING:
                return next((self._by_head[j] for j in self._below(child) if j in self._by_head and j != i), None)
        return None

    def actors_between(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Give the actors whose words lie between two offsets, in the order of the text."""
        return tuple(a for a in self._actors if start <= a.start and a.end <= end and a.rule != "object")

    def actors_at(self, heads: Iterable[int]) -> tuple[ActorMention, ...]:
        """Find the actors at these tokens; a token that is none passes to the party that owns it."""
        found: list[ActorMention] = []
        for i in heads:
            for actor in self._speakers_above(i) or self._people_before(i) or self._named_at(i):
                if actor not in found:
                    found.append(actor)
        return tuple(found)

    def _named_at(self, i: int) -> tuple[ActorMention, ...]:
        stood_for = self._stood_for(i)
        if stood_for:
            return stood_for
        if members := self._told_apart(i):
            return members
        whole = self._owner_below(i) if self._sentence.tokens[i].lemma.lower() in _PARTS else None
        actor = whole or self.actor_at(i) or self._owner_below(i) or self._issuer_of(i) or self._person_before(i)
        if actor is None:
            return ()
        person = self._person_beside(i, actor)
        if person is None:
            return (actor,)
        return (person, actor) if actor.kind is ActorKind.GROUP and actor.via != "role" else (person,)

    def _told_apart(self, i: int) -> tuple[ActorMention, ...]:
        """Find the bodies that an apposition tells one by one: "the two wings, A and B", "convoys: units of A and B"."""
        actor = self.actor_at(i)
        if actor is None or self._sentence.tokens[i].tag != "NNS" or actor.kind not in (ActorKind.GROUP, ActorKind.ORGANISATION) or not actor.name.islower():
            return ()
        apposed = [c for c in self._sentence.children[i] if self._sentence.tokens[c].dep == "appos"]
        found = [self.actor_at(j) for c in apposed for j in conjuncts(self._sentence, c)]
        named = tuple(dict.fromkeys(a for a in found if a and a.rule != "object" and a.kind is not ActorKind.PERSON))
        return named if len(named) > 1 else ()

    def _person_before(self, i: int) -> ActorMention | None:
        """Find whom "him" or "them" means inside a sentence: the person or people named last before."""
        token = self._sentence.tokens[i]
        if token.lower not in _SELF or token.dep not in ("dobj", "pobj", "nsubjpass"):
            return None
        people = (ActorKind.PERSON, ActorKind.CIVILIANS, ActorKind.OFFICE)
        plural = token.lower == "them"
        before = [a for a in self._actors if a.end <= token.start and a.kind in people and a.head >= 0]
        fitting = [a for a in before if (self._sentence.tokens[a.head].tag in ("NNS", "NNPS")) == plural]
        return fitting[-1] if fitting else None

    def _stood_for(self, i: int) -> tuple[ActorMention, ...]:
        """Find the bodies whose delegations, leaders or units act: "the leaders of A and of B"."""
        token = self._sentence.tokens[i]
        if token.lemma.lower() not in _REPRESENTING:
            return ()
        owners = frame_of(self._sentence, i).after(frozenset({"of"}))
        named = (self.actor_at(o) for o in owners if o not in self._by_head or self._by_head[o].head == o)
        found = dict.fromkeys(a for a in named if a and a.kind not in (ActorKind.CIVILIANS, ActorKind.UNKNOWN) and a.rule != "object")
        return tuple(found) if len({a.name for a in found}) > 1 or (token.tag == "NNS" and token.lemma.lower() in ("delegation", "representative")) else ()

    def _person_beside(self, i: int, actor: ActorMention) -> ActorMention | None:
        """Find the person whom "a policeman, NAME" or "the head of the station, NAME" names."""
        if actor.kind is ActorKind.PERSON or actor.kind is ActorKind.GOVERNMENT or self._sentence.tokens[i].tag in ("NNS", "NNPS"):
            return None
        for child in self._sentence.children[i]:
            named = self._by_head.get(child)
            if self._sentence.tokens[child].dep == "appos" and named and named.kind is ActorKind.PERSON:
                return named
        return self._person_after(actor) if actor.kind is ActorKind.OFFICE else None

    def _person_after(self, office: ActorMention) -> ActorMention | None:
        """Find the name that follows an office after a comma, the place of the office between: "the head of X in Y, NAME"."""
        tokens = self._sentence.tokens
        for person in self._actors:
            between = [t for t in tokens if office.end <= t.start and t.end <= person.start]
            if person.kind is ActorKind.PERSON and 0 < len(between) <= _NEAR and between[-1].text == "," and not any(t.pos in ("VERB", "AUX", "CCONJ") for t in between):
                return person
        return None

    def _people_before(self, i: int) -> tuple[ActorMention, ...]:
        """Let "they", to whom something is done, stand for two or more persons named together before: "A and B ..., they were taken"."""
        token = self._sentence.tokens[i]
        if token.lower != "they" or token.dep != "nsubjpass":
            return ()
        by_head = {a.head: a for a in self._actors if a.kind is ActorKind.PERSON and a.end <= token.start}
        for head in by_head:
            named = tuple(by_head[j] for j in conjuncts(self._sentence, head) if j in by_head)
            if len(named) > 1:
                return named
        return ()

    def _speakers_above(self, i: int) -> tuple[ActorMention, ...]:
        """Let "they" in what two bodies said together stand for both: "A and B announced that they ..."."""
        if self._sentence.tokens[i].lower not in _PLURAL:
            return ()
        for above in self._sentence.ancestors(i):
            token = self._sentence.tokens[above]
            if token.dep not in _SAYING_DEPS and token.dep != "ROOT":
                continue
            subjects = frame_of(self._sentence, above).agents
            named = [a for s in subjects if s != i and (a := self.actor_at(s) or self._owner_below(s))]
            if len({a.name for a in named}) > 1:
                return tuple(named)
        return ()

    def _holder_below(self, i: int) -> tuple[ActorMention, ...]:
        """Find who held a place or thing: "held by X", "in the hands of X", "belonging to X", "X's last town"."""
        for j in self._below(i):
            token = self._sentence.tokens[j]
            if token.lemma in _HOLDING and token.pos == "VERB":
                frame = frame_of(self._sentence, j)
                found = self.actors_at(frame.agents if frame.passive else frame.after(frozenset({"to"})))
            elif token.lemma in ("hand", "control") and token.pos == "NOUN":
                found = self.actors_at(c for p in self._sentence.children[j] if self._sentence.tokens[p].lower == "of" for c in self._sentence.children[p])
            else:
                continue
            if found:
                return found
        return ()

    def _below(self, i: int) -> list[int]:
        found = [i]
        for j in found:
            found.extend(self._sentence.children[j])
        return found[1:]

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
        if act.action == "clash" and (sides := self._versus()):
            return sides
        if act.form == "noun":
            return self._of_noun(act, row, frame)
        agents, patients = self._of_verb(act, row, frame)
        doers = self.actors_at(agents)
        return doers + self._company(frame) + self._helpers(agents), self._hit(act, row, frame, patients)

    def _versus(self) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]] | None:
        """Find the sides of "clash A vs. B"."""
        mark = next((t for t in self._sentence.tokens if t.lower in _VERSUS), None)
        if mark is None:
            return None
        before = [a for a in self._actors if a.end <= mark.start]
        after = [a for a in self._actors if a.start >= mark.end]
        return (tuple(before[-1:]), tuple(after[:1])) if before and after else None

    def _hit(self, act: ActMention, row: ActRow, frame: Frame, patients: tuple[int, ...]) -> tuple[ActorMention, ...]:
        """Find whom a verb falls on, by what the action leaves to say: who held a place, whom a threat means, with whom one agrees."""
        hit = self.actors_at(patients)
        if act.action in _JOINT:
            inner = [j for i in frame.patients for j in frame_of(self._sentence, i).after(_JOINT_PREPS)]
            return tuple(dict.fromkeys((*hit, *self.actors_at((*frame.after(_JOINT_PREPS - {"of", "from"}), *inner)))))
        if act.action in _MADE and not hit:
            return self.actors_at(frame.patients)
        if act.action in _ANNOUNCED_AIMS and not hit:
            return self._aims(act.head)
        if act.action in _TERRITORY:
            holders = tuple(a for i in frame.patients for a in self._holder_below(i)) or self.actors_at(frame.after(frozenset({"from"})))
            return holders or hit
        patients = patients or frame.after(_STRUCK)
        return tuple(dict.fromkeys(a for i in patients for a in (self._holder_below(i) if self._is_thing(i) else ()) or self.actors_at((i,))))

    def _is_thing(self, i: int) -> bool:
        actor = self.actor_at(i)
        return actor is None or (actor.rule == "object" and not actor.members) or (actor.rule == "object" and self._holder_below(i) != ())

    def _aims(self, head: int) -> tuple[ActorMention, ...]:
        """Find whom a threat or a call means: the objects of what is threatened."""
        found: list[ActorMention] = list(self.actors_at(frame_of(self._sentence, head).after(_AIMED)))
        for child in self._sentence.children[head]:
            if self._sentence.tokens[child].dep in ("xcomp", "ccomp") and self._sentence.tokens[child].pos == "VERB":
                inner = frame_of(self._sentence, child)
                found.extend(self.actors_at(inner.patients) or self.actors_at(inner.after(_AIMED)))
        return tuple(dict.fromkeys(found))

    def _helpers(self, agents: Iterable[int]) -> tuple[ActorMention, ...]:
        """Find who helped the doers: "fighters of A, helped by men of B"."""
        found: list[ActorMention] = []
        for i in agents:
            for child in self._sentence.children[i]:
                if self._sentence.tokens[child].dep == "acl" and self._sentence.tokens[child].lemma in _HELPING:
                    found.extend(self.actors_at(frame_of(self._sentence, child).agents))
        return tuple(found)

    def _of_verb(self, act: ActMention, row: ActRow, frame: Frame) -> tuple[tuple[int, ...], tuple[int, ...]]:
        subject = frame.patients if frame.passive else frame.agents
        if act.action == "clash" and (against := frame.after(_AGAINST)):
            return frame.agents or subject, against
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
        if act.action == "call_to_arms" and not patients:
            patients = tuple(j for j in self._below(act.head) if self._is_fought(j))
        return agents, patients

    def _is_fought(self, i: int) -> bool:
        """Does "against" stand before the token: "to fight against the government"?"""
        token = self._sentence.tokens[i]
        return token.dep == "pobj" and self._sentence.tokens[token.head].lower == "against"

    def _of_noun(self, act: ActMention, row: ActRow, frame: Frame) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        joint = _JOINT_PREPS if act.action in _JOINT else frozenset()
        agents = list(self.actors_at(frame.after((row.agent | _AGENT_PREPS | joint) - {"none"})))
        own = self._by_head.get(act.head)
        made = (*self._blamed(act.head), *((own,) if own and own.kind is ActorKind.FORCE else ()))
        agents += [a for a in made if a not in agents]
        hit = frame.after((row.patient | _TARGETING | _BESIDE) - {"none"})
        patients = list(self.actors_at(i for i in hit if self._sentence.tokens[i].lemma.lower() not in _UTTERANCES))
        for side in self.actors_at(frame.after(frozenset({"poss", "compound"}))):
            is_body = side.kind in (ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT)
            (agents if is_body and not agents else patients).append(side)
        verb = self._sentence.tokens[act.head].head
        token = self._sentence.tokens[act.head]
        if verb != act.head and self._sentence.tokens[verb].pos == "VERB":
            above = frame_of(self._sentence, verb)
            if (token.dep in ("dobj", "nsubjpass") and self._sentence.tokens[verb].lemma in LIGHT_VERBS) or act.action in _JOINT:
                agents.extend(a for a in self.actors_at(above.agents) + self._company(above) if a not in agents)
                patients.extend(p for p in self.actors_at(above.after(row.patient | _TARGETING)) if p not in patients)
        return tuple(agents), tuple(p for p in patients if p not in agents)

    def _blamed(self, head: int) -> tuple[ActorMention, ...]:
        """Find the author in "an attack blamed on X", "claimed by X"."""
        found: list[ActorMention] = []
        for child in self._sentence.children[head]:
            token = self._sentence.tokens[child]
            if token.dep in ("acl", "relcl") and token.lemma in _BLAMING:
                frame = frame_of(self._sentence, child)
                found.extend(self.actors_at(frame.agents if token.lemma == "claim" and frame.passive else frame.after(frozenset({"on", "to"}))))
        return tuple(found)

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

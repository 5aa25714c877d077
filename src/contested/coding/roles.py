"""Who did it, and to whom: from the arguments of the acts of one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contested.coding.authorship import answerable
from contested.coding.lookup import ActorLookup
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
_JOINT = frozenset({"ceasefire", "agreement", "negotiation", "merger", "talks_suspended"})
_JOINT_PREPS = frozenset({"by", "between", "of", "with", "among", "from"})
_NEW = frozenset({"split", "formation", "merger"})
_MADE = frozenset({"formation", "dissolution", "restructuring"})
_ANNOUNCED_AIMS = frozenset({"threat", "call_to_arms"})
_AIMED = frozenset({"against", "at", "on", "to"})
_HELPING = frozenset({"help", "assist", "join", "accompany", "aid"})
_TERRITORY = frozenset({"territory_seized", "territory_regained", "withdrawal", "siege"})
_VERSUS = frozenset({"vs", "vs.", "versus", "v."})
_AGAINST = frozenset({"against", "with"})
_BESIDE = frozenset({"under", "beneath", "outside", "inside"})
_STRUCK = frozenset({"against", "under", "beneath", "among", "into"})
_BLAMING = frozenset({"blame", "attribute", "claim", "ascribe", "pin"})
_TELLING = frozenset({"announce", "give", "issue", "declare"})
_ARMED = frozenset({ActorKind.FORCE, ActorKind.GROUP})
_SIGNING = _ARMED | {ActorKind.GOVERNMENT, ActorKind.PERSON, ActorKind.ORGANISATION}
_OWNED = frozenset({"object", "owner of an object"})
_FACING = frozenset({"before"})
_PAIR = 2


class Roles(ActorLookup):
    """Find the parties of an act."""

    def __init__(self, sentence: Sentence, actors: Sequence[ActorMention], table: ActTable) -> None:
        super().__init__(sentence, actors)
        self._table = table

    def parties(self, act: ActMention) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        """Find (agents, patients) of one act."""
        row, frame = self._table.row_of(act), frame_of(self._sentence, act.head)
        if act.action == "clash" and (sides := self._versus()):
            return sides
        if act.form == "noun":
            sides = self._of_noun(act, row, frame)
            return self._sides_around(act) if sides == ((), ()) and act.action in _JOINT | {"clash"} else sides
        agents, patients = self._of_verb(act, row, frame)
        if row.role == "harm" and self._is_counted_people(act.head):
            return (), ()
        if act.action == "clash" and not agents and not patients:
            agents = frame.after(frozenset({"between"}))
        doers = self.actors_at(agents) or self._handed(act.head) or self._under_name(act)
        return doers + self._company(frame) + self._helpers(agents), self._hit(act, row, frame, patients)

    def _versus(self) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]] | None:
        """Find the sides of "clash A vs. B"."""
        mark = next((t for t in self._sentence.tokens if t.lower in _VERSUS), None)
        if mark is None:
            return None
        before = [a for a in self._actors if a.end <= mark.start]
        after = [a for a in self._actors if a.start >= mark.end]
        return (tuple(before[-1:]), tuple(after[:1])) if before and after else None

    def _is_counted_people(self, head: int) -> bool:
        """Do the words name people by what befell them, and tell no deed: "put the dead at 39 and the injured at 160"?"""
        return head > 0 and self._sentence.tokens[head - 1].lower == "the"

    def _sides_around(self, act: ActMention) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        """Find the parties of a fight or an accord that only its sentence names: the two armed bodies, or who signs it."""
        if act.action != "clash":
            verb = next((i for i in self._sentence.ancestors(act.head) if self._sentence.tokens[i].pos == "VERB"), None)
            signing = self.actors_at(frame_of(self._sentence, verb).agents) if verb is not None else ()
            return tuple(a for a in signing if a.kind in _SIGNING and a.rule != "object"), ()
        armed = {a.name: a for a in reversed(self._actors) if a.kind in _ARMED and a.rule not in _OWNED and a.via != "role"}
        sides = sorted(armed.values(), key=lambda a: a.start)
        return tuple(sides) if len(sides) == _PAIR else (), ()

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
        patients = patients or frame.after(_FACING if act.action in _NEW | {"surrender"} else _STRUCK)
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
            patients = frame.after(row.patient) or self._after_tail(row, frame) or (frame.patients if not row.tail or frame.passive else ())
        if act.action == "call_to_arms" and not patients:
            patients = tuple(j for j in self._below(act.head) if self._is_fought(j))
        return agents, patients

    def _after_tail(self, row: ActRow, frame: Frame) -> tuple[int, ...]:
        """Find what hangs on the object that belongs to the act's words: "pledged allegiance to X"."""
        words = [i for i in frame.patients if self._sentence.tokens[i].lemma.lower() in row.tail]
        return tuple(j for i in words for j in frame_of(self._sentence, i).after(row.patient))

    def _is_fought(self, i: int) -> bool:
        """Does "against" stand before the token: "to fight against the government"?"""
        token = self._sentence.tokens[i]
        return token.dep == "pobj" and self._sentence.tokens[token.head].lower == "against"

    def _of_noun(self, act: ActMention, row: ActRow, frame: Frame) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        joint = _JOINT_PREPS if act.action in _JOINT else frozenset()
        agents = list(self.actors_at(frame.after((row.agent | _AGENT_PREPS | joint) - {"none"})))
        own = self._by_head.get(act.head)
        agents += [a for a in self._handed(act.head) if a not in agents]
        made = (*self._blamed(act.head), *self.actors_at(answerable(self._sentence, act.head)), *((own,) if own and own.kind is ActorKind.FORCE else ()))
        agents += [a for a in made if a not in agents]
        hit = frame.after((row.patient | _TARGETING | _BESIDE) - {"none"})
        hit = hit or self._behind_doer(act.head)
        patients = list(self.actors_at(i for i in hit if self._sentence.tokens[i].lemma.lower() not in _UTTERANCES))
        for side in self.actors_at(frame.after(frozenset({"poss", "compound"}))):
            is_body = side.kind in (ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT)
            (agents if is_body and not agents else patients).append(side)
        verb = self._sentence.tokens[act.head].head
        token = self._sentence.tokens[act.head]
        if verb != act.head and self._sentence.tokens[verb].pos == "VERB":
            above = frame_of(self._sentence, verb)
            light = LIGHT_VERBS - _TELLING if row.role == "harm" else LIGHT_VERBS
            if (token.dep in ("dobj", "nsubjpass") and self._sentence.tokens[verb].lemma in light) or act.action in _JOINT:
                agents.extend(a for a in self.actors_at(above.agents) + self._company(above) if a not in agents)
                patients.extend(p for p in self.actors_at(above.after(row.patient | _TARGETING)) if p not in patients)
        return tuple(agents), tuple(p for p in patients if p not in agents)

    def _under_name(self, act: ActMention) -> tuple[ActorMention, ...]:
        """Find the new body in "a wing broke away under the name of X"."""
        if act.action not in _NEW:
            return ()
        tokens = self._sentence.tokens
        marks = [t.end for t in tokens if t.lower == "name" and t.dep == "pobj" and tokens[t.head].lower == "under" and t.i > act.head]
        return tuple(a for m in marks[:1] for a in self._actors if a.start >= m and a.kind is not ActorKind.PERSON)[:1]

    def _behind_doer(self, head: int) -> tuple[int, ...]:
        """Find the target that the parser hung on the doer: "an attack by remnants of the army on the station"."""
        doers = [c for c in self._sentence.children[head] if self._sentence.tokens[c].dep in ("prep", "agent") and self._sentence.tokens[c].lower == "by"]
        below = (j for c in doers for j in self._below(c))
        preps = [j for j in below if self._sentence.tokens[j].dep == "prep" and self._sentence.tokens[j].lower in ("on", "against")]
        return tuple(k for j in preps for k in self._sentence.children[j] if self._sentence.tokens[k].dep == "pobj")

    def _handed(self, head: int) -> tuple[ActorMention, ...]:
        """Find the doer in "the death of ten soldiers at the hands of X", wherever in the clause it stands."""
        tokens = self._sentence.tokens
        hands = [t.i for t in tokens if t.lower == "hands" and t.dep == "pobj" and tokens[t.head].lower == "at" and t.i > head]
        return self.actors_at(j for i in hands[:1] for j in frame_of(self._sentence, i).after(frozenset({"of"})))

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

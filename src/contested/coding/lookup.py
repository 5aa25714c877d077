"""Which actor a token of a sentence stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contested.language.frames import conjuncts, frame_of
from contested.model.mentions import ActorMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind

_NEAR = 14
_UTTERANCES = frozenset({"statement", "message", "video", "communique", "communiqué", "letter", "leaflet", "post", "text", "recording", "audio", "tape", "declaration"})
_HOLDING = frozenset({"hold", "control", "man", "occupy", "guard", "run", "belong", "own", "use"})
_REPRESENTING = frozenset({"delegation", "representative", "leader", "envoy", "negotiator", "delegate", "team", "leadership", "emissary", "column", "unit"})
_CALLING = frozenset({"call", "name", "style", "describe", "identify"})
_PARTS = frozenset(
    {"compound", "courtyard", "tank", "headquarters", "gate", "section", "front", "wall", "roof", "part", "entrance", "yard", "stretch", "wing",
     "premise", "ground", "office", "convoy", "patrol", "vehicle", "car", "truck", "pickup", "checkpoint", "post", "position", "base", "barracks"}
)
_SHOTS = frozenset({"fire", "missile", "mortar", "projectile", "rocket", "round", "shell", "shot"})
_RIDDEN = frozenset({"bus", "minibus", "truck", "lorry", "car", "van", "convoy", "caravan", "boat", "train", "vehicle", "pickup", "taxi", "coach", "ferry", "busload", "canoe"})
_CARRYING = frozenset({"carry", "transport", "take", "bring", "ferry", "convey"})
_FULL_OF = frozenset({"of", "with"})
_SELF = frozenset({"him", "her", "them", "he", "she"})
_PLURAL = frozenset({"they", "themselves", "both"})
_SAYING_DEPS = ("ccomp", "xcomp", "advcl", "relcl")


class ActorLookup:
    """Look up the actors of one sentence by token: by name, by apposition, by who owns or holds a thing."""

    def __init__(self, sentence: Sentence, actors: Sequence[ActorMention]) -> None:
        self._sentence = sentence
        self._actors = actors
        self._by_head = {a.head: a for a in actors}

    def actor_at(self, i: int) -> ActorMention | None:
        """Find the actor that token i is the head of, or else the smallest mention around it."""
        if i in self._by_head:
            return self._self_named(i) or self._person_described(i) or self._by_head[i]
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

    def _person_described(self, i: int) -> ActorMention | None:
        """Find the person whom an apposition describes: "Ali Tal, a former general, who ..."."""
        token, person = self._sentence.tokens[i], self._by_head.get(self._sentence.tokens[i].head)
        described = token.dep == "appos" and self._by_head[i].kind in (ActorKind.OFFICE, ActorKind.CIVILIANS) and token.tag == "NN"
        return person if described and person and person.kind is ActorKind.PERSON else None

    def actors_between(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Give the actors whose words lie between two offsets, in the order of the text."""
        return tuple(a for a in self._actors if start <= a.start and a.end <= end and a.rule != "object")

    def origin_of_fire(self, start: int, end: int) -> int | None:
        """Find where "from" stands, by offset, in words that tell where a shot came from; None where they do not."""
        for token in self._sentence.tokens:
            if start <= token.start < end and token.lower == "from" and self._is_of_fire(token.head):
                return token.start
        return None

    def names_doer(self, start: int, end: int) -> bool:
        """Do words name the doer of a passive who is not the speaker: "were fired by unknown youths"?"""
        tokens = self._sentence.tokens
        doers = (t for t in tokens if start <= t.start < end and t.dep == "pobj" and tokens[t.head].dep == "agent")
        return any(t.lower not in _SELF and not any(tokens[k].tag == "PRP$" for k in self._sentence.children[t.i]) for t in doers)

    def _is_of_fire(self, i: int) -> bool:
        verb, below = self._sentence.tokens[i], [self._sentence.tokens[k] for k in self._sentence.children[i]]
        subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass")), None)
        if verb.lemma in ("fire", "launch"):
            return subject is not None and subject.dep == "nsubjpass"
        return verb.lemma == "come" and subject is not None and (subject.lower == "it" or subject.lemma.lower() in _SHOTS)

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
        if carried := self._carried(i):
            return carried
        whole = self._owner_below(i) if self._sentence.tokens[i].lemma.lower() in _PARTS else None
        actor = whole or self.actor_at(i) or self._owner_below(i) or self._issuer_of(i) or self._person_before(i)
        if actor is None:
            return ()
        person = self._person_beside(i, actor)
        if person is None:
            return (actor,)
        return (person, actor) if actor.kind is ActorKind.GROUP and actor.via != "role" else (person,)

    def _carried(self, i: int) -> tuple[ActorMention, ...]:
        """Find the people in "a truck carrying guests", "a convoy of diggers": they are meant, not what they rode in."""
        if self._sentence.tokens[i].lemma.lower() not in _RIDDEN or (self._by_head.get(i) and self._by_head[i].members):
            return ()
        riders: list[int] = []
        for child in self._sentence.children[i]:
            token = self._sentence.tokens[child]
            if token.dep == "acl" and token.lemma in _CARRYING:
                riders.extend(frame_of(self._sentence, child).patients)
        riders.extend(frame_of(self._sentence, i).after(_FULL_OF))
        found = [self._by_head[j] for j in riders if j in self._by_head and self._sentence.tokens[j].tag in ("NNS", "NNPS", "NN")]
        return tuple(dict.fromkeys(a for a in found if a.rule != "object"))

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

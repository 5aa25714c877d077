"""Which acts of a sentence tell one event, and by which action it is coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.coding.drafts import JoinTable
from contested.language.frames import frame_of
from contested.mentions.acts.table import ActTable
from contested.model.mentions import ActMention, PlaceMention, TimeMention
from contested.model.syntax import Sentence

_SUBORDINATE = frozenset({"advcl", "xcomp", "acl", "relcl", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "pcomp", "appos", "oprd", "dep", "npadvmod", "attr"})


_CAPTURE = frozenset({"abduction", "arrest"})
_CAPTURING = frozenset({"capture", "apprehend"})
_SENDING = frozenset({"fire", "launch", "drop", "throw", "hurl", "lob"})
_SEPARATE = frozenset({"separate", "another", "different", "further"})
_LESSER = frozenset({"arson", "looting", "property_destruction"})


@dataclass(frozen=True, slots=True)
class Group:
    """Acts of one sentence that tell one event, in the order of the text."""

    acts: tuple[ActMention, ...]

    @property
    def heads(self) -> frozenset[int]:
        """Give the head tokens of the acts."""
        return frozenset(a.head for a in self.acts)


def group_acts(
    sentence: Sentence,
    acts: Sequence[ActMention],
    table: ActTable,
    joins: JoinTable,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
) -> tuple[Group, ...]:
    """Decide which acts of a sentence are one event; refused acts must have been taken out."""
    groups: list[list[ActMention]] = []
    for act in sorted(acts, key=lambda a: (_is_harm(a, table), a.head)):
        home = next((g for g in reversed(groups) if _belongs(sentence, act, g, table, joins, times, places)), None)
        if home is None:
            groups.append([act])
        else:
            home.append(act)
    ordered = sorted((tuple(sorted(g, key=lambda a: a.head)) for g in groups), key=lambda g: g[0].head)
    return tuple(Group(g) for g in ordered)


def _is_harm(act: ActMention, table: ActTable) -> bool:
    return table.role_of(act) in ("harm", "effect")


def _belongs(
    sentence: Sentence, act: ActMention, group: Sequence[ActMention], table: ActTable, joins: JoinTable,
    times: Sequence[TimeMention], places: Sequence[PlaceMention],
) -> bool:
    nearest = min(group, key=lambda o: abs(o.head - act.head))
    if _is_separate(sentence, act):
        return False
    if _is_harm(act, table) and joins.rows[nearest.action].family == "disruption":
        return True
    if not any(joins.can_be_same(act.action, other.action) or _same_family(act, other, joins) for other in group):
        families = {joins.rows[nearest.action].family, joins.rows[act.action].family}
        if families == {"talks"}:
            return _linked(sentence, act, nearest) == "under"
        return "violence" in families and (_joins_violence(sentence, act, nearest) or _joins_violence(sentence, nearest, act))
    if _joins_violence(sentence, act, nearest) or _flies_and_hits(sentence, act, nearest):
        return True
    if (_is_harm(act, table) and _linked(sentence, act, nearest) == "under") or _tells_fate(sentence, act, nearest, table):
        return True
    if _own(sentence, act, nearest, times) or (_own(sentence, act, nearest, places) and _linked(sentence, act, nearest) != "under"):
        return False
    if _is_harm(act, table):
        return True
    link = _linked(sentence, act, nearest)
    if joins.can_be_same(act.action, nearest.action):
        return link != "apart" or act.form == "noun" or nearest.form == "noun"
    return link == "under"


def is_capture(sentence: Sentence, act: ActMention) -> bool:
    """Is the act the taking of prisoners, which a fight brings with it?"""
    return act.action in _CAPTURE and (sentence.tokens[act.head].lemma.lower() in _CAPTURING or "prisoner" in act.text.casefold())


def is_entry(sentence: Sentence, act: ActMention) -> bool:
    """Is the act only the way in to what was done there: "entered the village"?"""
    return act.form == "active" and sentence.tokens[act.head].lemma.lower() == "enter"


def _is_separate(sentence: Sentence, act: ActMention) -> bool:
    """Does the noun itself say that it is one more event: "a separate attack"?"""
    return act.form == "noun" and any(sentence.tokens[c].lower in _SEPARATE for c in sentence.children[act.head])


def _joins_violence(sentence: Sentence, act: ActMention, other: ActMention) -> bool:
    """Is the act what came with the violence: captives taken in the fight, houses burned in the raid, the way in?"""
    if is_capture(sentence, act):
        if _has_subject(sentence, act.head) and any(sentence.tokens[c].dep == "agent" for c in sentence.children[act.head]):
            return False
        return _linked(sentence, act, other) in ("shared", "under") or sentence.tokens[act.head].dep in ("conj", "advcl")
    if is_entry(sentence, act):
        return _linked(sentence, act, other) in ("shared", "under")
    if act.action not in _LESSER or other.action in _LESSER or other.action in _CAPTURE:
        return False
    return _linked(sentence, act, other) == "shared" or _is_left_to_context(sentence, act)


def _flies_and_hits(sentence: Sentence, act: ActMention, other: ActMention) -> bool:
    """Do both verbs tell of one missile: "rockets fired from the hills hit a mill"?"""
    first, second = sorted((act, other), key=lambda a: a.head)
    if sentence.tokens[first.head].lemma.lower() not in _SENDING or second.form == "noun":
        return False
    sent = {sentence.tokens[first.head].head, *frame_of(sentence, first.head).agents, *frame_of(sentence, first.head).patients}
    return any(sentence.tokens[i].pos in ("NOUN", "PROPN") and i in sent for i in frame_of(sentence, second.head).agents)


def _is_left_to_context(sentence: Sentence, act: ActMention) -> bool:
    """Does a passive without an author, date or place only go on with the list: "two traders killed, goods taken"?"""
    if act.form != "passive":
        return False
    below = [sentence.tokens[c] for c in sentence.children[act.head]]
    return all(t.dep in ("nsubjpass", "nsubj", "auxpass", "aux", "cc", "punct", "advmod", "conj", "ccomp", "dep", "parataxis") for t in below)


def _tells_fate(sentence: Sentence, act: ActMention, other: ActMention, table: ActTable) -> bool:
    """Does a relative clause go on with what befell somebody: "..., who was shot several times"?"""
    token = sentence.tokens[act.head]
    if table.role_of(act) == "means" and token.dep == "relcl":
        return True
    return token.dep == "relcl" and act.form == "passive" and act.head > other.head and not any(
        sentence.tokens[c].dep == "agent" for c in sentence.children[act.head])


def _same_family(act: ActMention, other: ActMention, joins: JoinTable) -> bool:
    return joins.rows[act.action].family == joins.rows[other.action].family == "violence"


def _linked(sentence: Sentence, act: ActMention, other: ActMention) -> str:
    """Tell how two acts hang together: one "under" the other, sharing a subject ("shared"), or "apart"."""
    for low, high in ((act.head, other.head), (other.head, act.head)):
        at = low
        shared = "under"
        while at != high and sentence.tokens[at].head != at:
            token = sentence.tokens[at]
            if token.dep in ("conj", "ccomp", "parataxis"):
                shared = "apart" if _has_subject(sentence, at) else "shared"
            elif token.dep not in _SUBORDINATE:
                shared = "apart"
            at = token.head
        if at == high:
            return shared
    return "shared" if _subject_verb(sentence, act.head) == _subject_verb(sentence, other.head) else "apart"


def _subject_verb(sentence: Sentence, i: int) -> int:
    """Find the verb whose subject a verb without its own shares: both "tied" and "took" in "entered, tied ... and took"."""
    at = i
    while sentence.tokens[at].dep in ("conj", "advcl") and sentence.tokens[at].pos == "VERB" and not _has_subject(sentence, at):
        at = sentence.tokens[at].head
    return at


def _has_subject(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[c].dep in ("nsubj", "nsubjpass") for c in sentence.children[i])


def _own(sentence: Sentence, act: ActMention, other: ActMention, mentions: Sequence[TimeMention] | Sequence[PlaceMention]) -> bool:
    """Do both acts have a time (or place) of their own, and different ones?"""
    mine = {m.text for m in mentions if _under(sentence, m.head, act.head, other.head)}
    theirs = {m.text for m in mentions if _under(sentence, m.head, other.head, act.head)}
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _under(sentence: Sentence, i: int, act: int, other: int) -> bool:
    """Is token i nearer below this act than below the other?"""
    at = i
    while at >= 0:
        if at == act:
            return True
        if at == other or sentence.tokens[at].head == at:
            return False
        at = sentence.tokens[at].head
    return False

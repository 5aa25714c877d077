"""One sentence at a time: which events it tells, and what it adds to events told before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from contested.coding.assigning import assign_tolls, assign_voices
from contested.coding.drafting import make_draft
from contested.coding.drafts import Draft, merge, same_place, share_actor
from contested.coding.given import Given
from contested.coding.grouping import Group, group_acts
from contested.coding.owners import AWAY, find_owners
from contested.coding.passages import BARE_TOLL, Passage
from contested.coding.restate import restate
from contested.coding.voices import cue_tokens, toll_of
from contested.model.mentions import ActMention
from contested.model.vocabulary import CasualtyKind


def read_sentence(given: Given) -> Passage:
    """Tell the events of a sentence, what it adds to others, and the acts that its own words refuse."""
    read = [restate(a, given.sentence, given.roles) for a in given.acts if not given.telling.is_aside(a)]
    told = [a for a in read if a.refusal is None]
    refused = tuple(a for a in read if a.refusal is not None)
    groups = group_acts(given.sentence, told, given.tables.acts, given.tables.joins, given.times, given.places)
    by_head = {h: n for n, g in enumerate(groups) for h in g.heads}
    cues = cue_tokens(given.sentence, given.speech) - by_head.keys()
    fates = {a.head: AWAY for g in groups for a in g.acts if a.head > min(g.heads) and given.telling.is_later_fate(a)}
    owners = find_owners(given.sentence, by_head | _carriers(given, groups, by_head.keys() | cues) | fates, cues)
    tolls = assign_tolls(given, groups, owners)
    only_harm = all(given.tables.acts.role_of(a) == "harm" for g in groups for a in g.acts)
    if only_harm and (bare := _bare_toll(given, colon=bool(groups))):
        return bare
    voices = assign_voices(given, groups)
    drafts = _joined(given, (make_draft(given, n, g, owners, tolls.get(n, ()), voices.get(n, ())) for n, g in enumerate(groups)))
    return Passage(given.sentence.index, drafts, tuple(voices.get(-1, ())), tuple(tolls.get(-1, ())), refused, places=tuple(given.places), times=tuple(given.times))


def _carriers(given: Given, groups: Sequence[Group], taken: Set[int]) -> dict[int, int]:
    """Give the verbs that only carry a noun's act ("shots were fired", "an attack took place") to its group."""
    found: dict[int, int] = {}
    for n, group in enumerate(groups):
        for act in group.acts:
            token = given.sentence.tokens[act.head]
            verb = given.sentence.tokens[token.head]
            if act.form == "noun" and token.dep in ("nsubj", "nsubjpass", "dobj") and verb.pos == "VERB" and verb.i not in taken:
                found.setdefault(verb.i, n)
    return found


def _bare_toll(given: Given, *, colon: bool) -> Passage | None:
    """Make an event of a place with its toll ("Kyiv: 16 dead"), where the words name no act."""
    place = next((p for p in given.places if p.start == given.sentence.start), None)
    count = next((c for c in given.counts if c.kind in (CasualtyKind.KILLED, CasualtyKind.INJURED)), None)
    if place is None or count is None or given.sentence.text[place.end - given.sentence.start :][:1] not in ((":",) if colon else (":", ",")):
        return None
    if colon and any(t.pos == "AUX" or t.dep == "agent" for t in given.sentence.tokens):
        return None
    act = ActMention(given.sentence.index, count.start, count.end, count.text, count.head, BARE_TOLL, "armed_attack", "noun", 0.6)
    tolls = tuple(toll_of(c, given.speech, given.roles, given.speaker) for c in given.counts)
    draft = Draft((act,), "armed_attack", (given.sentence.index,), tolls=tolls, place=place, own_place=True)
    return Passage(given.sentence.index, (draft,), ())


def _joined(given: Given, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Join drafts of one sentence in which the same party does compatible things to the same people."""
    found: list[Draft] = []
    for draft in drafts:
        home = next((n for n, d in enumerate(found) if _is_retold(given, d, draft)), None)
        if home is None:
            found.append(draft)
        else:
            found[home] = merge(found[home], draft, given.tables.joins)
    return tuple(found)


def _is_retold(given: Given, first: Draft, second: Draft) -> bool:
    if {first.action, second.action} == {"raid", "arrest"}:
        return share_actor(first.agents, second.agents) and not (first.own_place and second.own_place and first.place != second.place)
    if not given.tables.joins.can_be_same(first.action, second.action) or given.tables.joins.rows[first.action].family != "violence":
        return False
    if (second.own_time and second.time != first.time) or (second.own_place and first.own_place and not same_place(first.place, second.place)):
        return False
    return share_actor(first.agents, second.agents) and share_actor(first.patients, second.patients)

"""Inside one document: which passages tell the same event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from contested.coding.drafts import Draft, JoinTable, Toll, elaborate, merge, recent, same_place
from contested.coding.passages import BARE_TOLL, Passage
from contested.coding.tables import Tables
from contested.linking.acting import settle_action
from contested.linking.attaching import ONLY_THINGS, about_tolls, attach, attach_ahead, attach_denial, tells_alone
from contested.linking.placing import Places, Surroundings
from contested.linking.unnamed import name_from_before
from contested.mentions.attribution.nominal import VERSION
from contested.model.documents import BlockKind
from contested.model.mentions import ActorMention, TimeMention
from contested.model.syntax import Analysis
from contested.model.vocabulary import ActorKind, CasualtyKind, Refusal, Stance

_LEAD = re.compile(r"\W{0,3}\[[^\]\n]{0,60}\d[^\]\n]{0,20}\]")
Context = Callable[[int], TimeMention | None]
_HARMING = frozenset({"violence", "taking", "custody", "territory", "siege", "displacement", "disruption", "protest", "escape", "withdrawal"})
_NEEDS_NAME = frozenset({"threat", "call_to_arms", "leadership_change", "negotiation"})
_BY_SOMEBODY = frozenset(
    {"threat", "call_to_arms", "negotiation", "leadership_change", "deployment", "withdrawal", "surrender", "protest", "split", "allegiance",
     "agreement", "merger", "formation", "designation", "prisoner_release", "territory_seized", "territory_regained", "restructuring"}
)
_EXPLOSIVE = frozenset({"air_strike", "shelling", "drone_strike", "bombing"})
_RIVAL = frozenset({"violence", "disruption"})
_NEAR = 6
_NEXT, _LATER, _WEEK, _FAR = 3, 3, 7, 12
_ABOVE, _CLAIMED = 30, 3


@dataclass(frozen=True, slots=True)
class Linked:
    """The events of a document, and the passages that made none with the reason."""

    events: tuple[Draft, ...]
    refused: tuple[tuple[Draft, Refusal], ...]


def link_passages(analysis: Analysis, passages: Sequence[Passage], tables: Tables, context: Context, places: Places) -> Linked:
    """Join the passages of a document that tell one event, in the order of the text.

    ``context`` gives the date that holds for a sentence without one of its own, ``places`` the places of each sentence.
    """
    joins = tables.joins
    around = Surroundings(analysis, places)
    events: list[Draft] = []
    refused: list[tuple[Draft, Refusal]] = []
    early: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (p.summary, p.sentence)):
        block = analysis.sentences[passage.sentence].block
        for draft in passage.drafts:
            home = _home(draft, events, analysis, joins, block)
            if home is None and passage.summary and (home := _detail(_with_context(draft, context), events, joins)) is not None:
                draft = replace(draft, harm_only=True)
            if home is not None:
                if draft.harm_only and not events[home].harm_only:
                    draft = replace(draft, voices=about_tolls(draft.voices, draft.tolls))
                detailed = _details(events[home], draft, joins)
                events[home] = elaborate(events[home], draft, joins) if detailed else merge(events[home], draft, joins)
                continue
            if attach_denial(draft, passage, events, analysis, joins):
                continue
            draft = _with_context(_as_above(draft, events, refused, analysis), context)
            if reason := _unfit(draft, joins) or _is_lead(draft, analysis, joins):
                refused.append((draft, reason))
            else:
                events.append(around.locate(draft, events))
        if (passage.voices or passage.tolls) and not attach(passage, events, analysis, joins):
            early.append(passage)
    for passage in early:
        attach_ahead(passage, events, analysis)
    return Linked(tuple(replace(e, action=settle_action(e, tables.acts)) for e in name_from_before(events, analysis)), tuple(refused))


def _home(draft: Draft, events: Sequence[Draft], analysis: Analysis, joins: JoinTable, block: int) -> int | None:
    """Find the event that the passage goes on telling, the latest first; None when it tells a new one."""
    order = _latest_first(events, _candidates(draft, events, joins), joins if draft.harm_only else None)
    if draft.harm_only and any(t.count.kind is CasualtyKind.KILLED and t.count.high != 0 for t in draft.tolls):
        order.sort(key=lambda n: events[n].action in ONLY_THINGS and analysis.sentences[events[n].told[-1]].block != block)
    for n in order:
        event = events[n]
        there = analysis.sentences[event.told[-1]]
        same_block = there.block == block
        if draft.spoken and tells_alone(draft.voices, event):
            continue
        if draft.sequel and not (draft.harm_only or draft.anaphoric) and same_block and not event.aggregate:
            continue
        distance = draft.sentence - event.told[-1]
        if same_block and distance <= _NEAR and (_details(event, draft, joins) or _goes_on(event, draft, joins)):
            return n
        if not same_block and distance <= _NEXT and block == there.block + 1 and not _has_lead(analysis, block) and _is_remark(event, draft, joins):
            return n
        under_one = analysis.document.blocks[there.block].headings == analysis.document.blocks[block].headings
        if not same_block and (_told_again(event, draft, joins, under_one) or (distance <= _FAR and _recalls(event, draft, joins))):
            return n
        if 0 < block - there.block <= _CLAIMED and _is_claimed(event, draft, joins):
            return n
    return None


def _candidates(draft: Draft, events: Sequence[Draft], joins: JoinTable) -> list[int]:
    """Leave out events told so far off that only a date and a place of both could make them one, where these are missing."""
    placed = draft.own_time and draft.own_place
    nearest = draft.sentence - _FAR
    return [
        n for n in recent(events)
        if (event := events[n]).told[-1] >= nearest
        or (placed and event.own_time and event.own_place and joins.can_be_same(event.action, draft.action))
    ]


def _detail(draft: Draft, events: Sequence[Draft], joins: JoinTable) -> int | None:
    """Find the event that a summary sentence tells in short: same kind and day, no other place."""
    for n in sorted(recent(events), key=lambda n: not joins.can_be_same(events[n].action, draft.action)):
        event = events[n]
        if joins.rows[event.action].family == joins.rows[draft.action].family and _overlap(event.time, draft.time):
            near = not draft.place or not event.place or same_place(event.place, draft.place) or event.place.admin1 == draft.place.admin1
            if near and not _other_people(event, draft):
                return n
    return None


def _latest_first(events: Sequence[Draft], which: Iterable[int], joins: JoinTable | None = None) -> list[int]:
    """Order some events by where they were last told, the latest first; with ``joins``, of one sentence the violent first."""

    def place(n: int) -> tuple[int, bool, int]:
        return events[n].told[-1], joins is not None and joins.rows[events[n].action].family == "violence", n

    return sorted(which, key=place, reverse=True)


def _recalls(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does a passage further on come back to what happened at the place of the event: "those killed in Mana"?"""
    if not (draft.harm_only or draft.anaphoric) or not (draft.own_place and event.own_place) or event.aggregate or draft.aggregate:
        return False
    violent = joins.rows[event.action].family == joins.rows[draft.action].family == "violence"
    return violent and same_place(event.place, draft.place) and (not draft.own_time or _days_apart(event, draft, _LATER))


def _is_claimed(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does somebody, after other paragraphs, claim or deny "the bombing": an act of the event's kind that nobody is known to have done?"""
    owned = any(v.about == "responsibility" and v.stance in (Stance.CLAIMS, Stance.DENIES) for v in draft.voices)
    if not owned or draft.acts[0].form != "noun" or draft.harm_only or event.aggregate or event.agents:
        return False
    if joins.rows[event.action].family not in ("violence", "taking") or not joins.can_be_same(event.action, draft.action):
        return False
    again = draft.anaphoric or _same_time(event, draft)
    return again and _agree(event, draft) and not _other_people(event, draft)


def _has_lead(analysis: Analysis, block: int) -> bool:
    """Does the paragraph open with its own source and date in brackets?"""
    found = analysis.document.blocks[block]
    return _LEAD.match(analysis.document.text, found.start, found.end) is not None


def _details(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does the passage tell what a headline right over it said in short?"""
    if not event.headline or len(event.told) > 1 or draft.sentence - event.sentence > 2 or event.aggregate or draft.aggregate:
        return False
    if joins.rows[event.action].family != joins.rows[draft.action].family or not _days_apart(event, draft, _LATER):
        return False
    return not (event.own_place and draft.own_place) or _same_place(event, draft) or _same_division(event, draft)


def _adds_toll(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does somebody give the toll some days on: "five officers have died, the last on Monday"?"""
    if not (draft.harm_only and draft.spoken) or draft.aggregate or event.aggregate or joins.rows[event.action].family not in _HARMING:
        return False
    return _days_apart(event, draft, _LATER) and (not (draft.own_place and event.own_place) or _same_place(event, draft))


def _elsewhere(event: Draft, draft: Draft) -> bool:
    return draft.own_place and event.own_place and not _same_place(event, draft)


def _same_division(event: Draft, draft: Draft) -> bool:
    a, b = event.place, draft.place
    return a is not None and b is not None and (a.admin1 == b.admin1 or b.admin1 is None) and b.kind == "unlisted"


def _days_apart(event: Draft, draft: Draft, most: int) -> bool:
    """Are the dates at most so many days apart, as far as both are told?"""
    if not (event.time and draft.time and event.time.first and draft.time.first):
        return True
    return abs((draft.time.first - event.time.first).days) <= most


def _is_remark(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does the next paragraph only add a toll, or speak of "the attack", without a date and place of its own?"""
    soon = draft.harm_only and draft.spoken and _days_apart(event, draft, _LATER)
    if (draft.own_time and not soon) or draft.aggregate or event.aggregate or (draft.own_place and not _same_place(event, draft)) or joins.rows[event.action].family not in _HARMING:
        return False
    if draft.harm_only or (draft.anaphoric and joins.can_be_same(event.action, draft.action)):
        return True
    family = joins.rows[event.action].family
    return draft.spoken and not draft.own_place and family == joins.rows[draft.action].family == "violence" and not _other_people(event, draft)


def _goes_on(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    if _adds_toll(event, draft, joins):
        return True
    if not _agree(event, draft) or event.aggregate != draft.aggregate:
        return False
    if event.told[-1] == draft.sentence:
        return draft.anaphoric and joins.can_be_same(event.action, draft.action)
    family, other = joins.rows[event.action].family, joins.rows[draft.action].family
    if draft.harm_only and family in _HARMING:
        return not draft.own_time or _same_time(event, draft)
    if draft.anaphoric and (joins.can_be_same(event.action, draft.action) or family == other == "violence"):
        return True
    if event.headline and family == other and len(event.told) == 1 and draft.sentence - event.sentence <= 2:
        return True
    if draft.spoken and (not draft.own_time or draft.reported) and family in _RIVAL and other in _RIVAL and not _elsewhere(event, draft) and not _other_people(event, draft):
        return True
    if family == other == "violence" and not draft.own_time and _share(event.patients, draft.patients):
        return True
    if (draft.own_time and not _same_time(event, draft)) or (draft.own_place and event.own_place):
        return joins.can_be_same(event.action, draft.action) and draft.own_time and event.own_time and _same_place(event, draft)
    return joins.can_be_same(event.action, draft.action) and not _other_people(event, draft)


def _told_again(event: Draft, draft: Draft, joins: JoinTable, under_one: bool) -> bool:
    """Does a passage elsewhere in the document tell the event again: same kind, day and place, or, under one heading, soon and without a day?"""
    if not joins.can_be_same(event.action, draft.action) or not _agree(event, draft) or event.aggregate != draft.aggregate:
        return False
    near = under_one and not draft.own_time and event.action == draft.action and draft.sentence - event.told[-1] <= _NEAR and not draft.sequel
    return (_same_time(event, draft) or near) and event.own_place and draft.own_place and _same_place(event, draft)


def _agree(event: Draft, draft: Draft) -> bool:
    """Is there no contradiction of date or place?"""
    if event.own_time and draft.own_time and not _overlap(event.time, draft.time):
        return False
    return not (event.own_place and draft.own_place) or _same_place(event, draft)


def _same_time(event: Draft, draft: Draft) -> bool:
    return event.own_time and draft.own_time and _overlap(event.time, draft.time)


def _overlap(left: TimeMention | None, right: TimeMention | None) -> bool:
    if left is None or right is None or not (left.first and left.last and right.first and right.last):
        return False
    return left.first <= right.last and right.first <= left.last


def _same_place(event: Draft, draft: Draft) -> bool:
    return same_place(event.place, draft.place)


def _share(left: Sequence[ActorMention], right: Sequence[ActorMention]) -> bool:
    return not {a.name for a in left}.isdisjoint(a.name for a in right)


def _other_people(event: Draft, draft: Draft) -> bool:
    """Do both passages name who did it, or to whom, and differently? 

    The losses of those who did it are no other people, and a version of what happened may name another target.
    """
    if draft.spoken and not draft.agents and _are_doers(event, draft.patients):
        return False
    if not event.agents and any(v.rule.endswith(VERSION) for v in draft.voices):
        return False
    doers = [tuple(a for a in agents if not a.rule.startswith("object")) for agents in (event.agents, draft.agents)]
    return any(left and right and not _share(left, right) for left, right in (doers, (event.patients, draft.patients)))


def _are_doers(event: Draft, people: Sequence[ActorMention]) -> bool:
    """Are they those who did it, by name or as the fighters of a group that did ("11 rebels had been shot")?"""
    group = any(a.kind is ActorKind.GROUP for a in event.agents)
    return bool(people) and (_share(event.agents, people) or (group and all(p.kind is ActorKind.GROUP and p.name.islower() for p in people)))


def _unfit(draft: Draft, joins: JoinTable) -> Refusal | None:
    """Decide whether a passage that goes on telling nothing can be an event at all."""
    lead = draft.acts[0]
    if draft.time is None:
        return Refusal.NO_DATE
    if draft.stands_alone:
        return None
    if draft.anaphoric and not draft.own_time and (not draft.own_place or joins.rows[draft.action].family == "talks"):
        return Refusal.BACKGROUND
    nobody = not (draft.agents or draft.patients) and (lead.form == "noun" or draft.action in _NEEDS_NAME)
    if draft.action in _BY_SOMEBODY and (nobody or draft.topic):
        return Refusal.BACKGROUND
    if lead.form == "noun" and not (draft.own_time or draft.own_place or draft.tolls or (draft.agents and draft.patients)):
        return Refusal.BACKGROUND
    return None


def _is_lead(draft: Draft, analysis: Analysis, joins: JoinTable) -> Refusal | None:
    """Refuse what the lead of an article sums up over weeks, before its first section."""
    if joins.rows[draft.action].family != "violence" or draft.time is None or not (draft.time.first and draft.time.last):
        return None
    if (draft.time.last - draft.time.first).days < _WEEK:
        return None
    blocks = analysis.document.blocks
    headings = blocks[analysis.sentences[draft.sentence].block].headings
    in_lead = all(blocks[h].kind is BlockKind.TITLE for h in headings) and any(b.kind is BlockKind.HEADING for b in blocks)
    return Refusal.BACKGROUND if in_lead else None


def _with_context(draft: Draft, context: Context) -> Draft:
    return draft if draft.time else replace(draft, time=context(draft.sentence))


def _as_above(draft: Draft, events: Sequence[Draft], refused: Sequence[tuple[Draft, Refusal]], analysis: Analysis) -> Draft:
    """Let a place with its toll take the act that the section told before: "the count by district"."""
    if draft.acts[0].rule != BARE_TOLL:
        return draft
    blocks = analysis.document.blocks
    headings = blocks[analysis.sentences[draft.sentence].block].headings
    above = [*events[-_ABOVE:], *(d for d, _ in refused[-_ABOVE:])]
    here = [
        above[n] for n in _latest_first(above, recent(above))
        if blocks[analysis.sentences[above[n].sentence].block].headings == headings and above[n].time and above[n].acts[0].rule != BARE_TOLL
    ]
    if not here:
        return draft
    event = next((e for e in here if e.action in _EXPLOSIVE), here[0])
    return replace(draft, action=event.action, agents=event.agents, time=event.time)


def tolls_of(event: Draft) -> tuple[Toll, ...]:
    """Give each different figure once: kind, range, speaker."""
    seen: dict[tuple[object, ...], Toll] = {}
    for toll in event.tolls:
        seen.setdefault((toll.count.kind, toll.count.low, toll.count.high, toll.asserted_by), toll)
    return tuple(seen.values())

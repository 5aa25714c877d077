"""Which event told before a passage goes on telling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from contested.coding.drafts import Draft, JoinTable, recent, same_place
from contested.linking.agreeing import are_other_people, overlap
from contested.linking.attaching import ONLY_THINGS, tells_alone
from contested.linking.continuing import NEAR, goes_on, is_claimed, is_remark, is_told_again, recalls, tells_details
from contested.model.syntax import Analysis
from contested.model.vocabulary import CasualtyKind

_LEAD = re.compile(r"\W{0,3}\[[^\]\n]{0,60}\d[^\]\n]{0,20}\]")
_NEXT = 3
_FAR = 12
_CLAIMED = 3


def find_home(draft: Draft, events: Sequence[Draft], analysis: Analysis, joins: JoinTable, block: int) -> int | None:
    """Find the event that the passage goes on telling, the latest first; None when it tells a new one."""
    order = latest_first(events, _candidates(draft, events, joins), joins if draft.harm_only else None)
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
        if same_block and distance <= NEAR and (tells_details(event, draft, joins) or goes_on(event, draft, joins)):
            return n
        if not same_block and distance <= _NEXT and block == there.block + 1 and not _has_lead(analysis, block) and is_remark(event, draft, joins):
            return n
        under_one = analysis.document.blocks[there.block].headings == analysis.document.blocks[block].headings
        if not same_block and (is_told_again(event, draft, joins, under_one) or (distance <= _FAR and recalls(event, draft, joins))):
            return n
        if 0 < block - there.block <= _CLAIMED and is_claimed(event, draft, joins):
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


def find_detail(draft: Draft, events: Sequence[Draft], joins: JoinTable) -> int | None:
    """Find the event that a summary sentence tells in short: same kind and day, no other place."""
    for n in sorted(recent(events), key=lambda n: not joins.can_be_same(events[n].action, draft.action)):
        event = events[n]
        if joins.rows[event.action].family == joins.rows[draft.action].family and overlap(event.time, draft.time):
            near = not draft.place or not event.place or same_place(event.place, draft.place) or event.place.admin1 == draft.place.admin1
            if near and not are_other_people(event, draft):
                return n
    return None


def latest_first(events: Sequence[Draft], which: Iterable[int], joins: JoinTable | None = None) -> list[int]:
    """Order some events by where they were last told, the latest first; with ``joins``, of one sentence the violent first."""

    def place(n: int) -> tuple[int, bool, int]:
        return events[n].told[-1], joins is not None and joins.rows[events[n].action].family == "violence", n

    return sorted(which, key=place, reverse=True)


def _has_lead(analysis: Analysis, block: int) -> bool:
    """Does the paragraph open with its own source and date in brackets?"""
    found = analysis.document.blocks[block]
    return _LEAD.match(analysis.document.text, found.start, found.end) is not None

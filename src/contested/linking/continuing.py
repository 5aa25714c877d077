"""How a passage can go on telling an event: by detail, remark, toll, recollection, claim, or telling it again."""

from __future__ import annotations

from contested.coding.drafts import Draft, JoinTable, same_place, share_actor
from contested.linking.agreeing import (
    agree,
    are_other_people,
    at_same_place,
    in_same_division,
    is_elsewhere,
    on_same_days,
    within_days,
)
from contested.model.vocabulary import Stance

_HARMING = frozenset({"violence", "taking", "custody", "territory", "siege", "displacement", "disruption", "protest", "escape", "withdrawal"})
_RIVAL = frozenset({"violence", "disruption"})
NEAR = 6
_LATER = 3


def recalls(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does a passage further on come back to what happened at the place of the event: "those killed in Mana"?"""
    if not (draft.harm_only or draft.anaphoric) or not (draft.own_place and event.own_place) or event.aggregate or draft.aggregate:
        return False
    violent = joins.rows[event.action].family == joins.rows[draft.action].family == "violence"
    return violent and same_place(event.place, draft.place) and (not draft.own_time or within_days(event, draft, _LATER))


def is_claimed(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does somebody, after other paragraphs, claim or deny "the bombing": an act of the event's kind that nobody is known to have done?"""
    owned = any(v.about == "responsibility" and v.stance in (Stance.CLAIMS, Stance.DENIES) for v in draft.voices)
    if not owned or draft.acts[0].form != "noun" or draft.harm_only or event.aggregate or event.agents:
        return False
    if joins.rows[event.action].family not in ("violence", "taking") or not joins.can_be_same(event.action, draft.action):
        return False
    again = draft.anaphoric or on_same_days(event, draft)
    return again and agree(event, draft) and not are_other_people(event, draft)


def tells_details(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does the passage tell what a headline right over it said in short?"""
    if not event.headline or len(event.told) > 1 or draft.sentence - event.sentence > 2 or event.aggregate or draft.aggregate:
        return False
    if joins.rows[event.action].family != joins.rows[draft.action].family or not within_days(event, draft, _LATER):
        return False
    return not (event.own_place and draft.own_place) or at_same_place(event, draft) or in_same_division(event, draft)


def _adds_toll(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does somebody give the toll some days on: "five officers have died, the last on Monday"?"""
    if not (draft.harm_only and draft.spoken) or draft.aggregate or event.aggregate or joins.rows[event.action].family not in _HARMING:
        return False
    return within_days(event, draft, _LATER) and (not (draft.own_place and event.own_place) or at_same_place(event, draft))


def is_remark(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does the next paragraph only add a toll, or speak of "the attack", without a date and place of its own?"""
    soon = draft.harm_only and draft.spoken and within_days(event, draft, _LATER)
    if (draft.own_time and not soon) or draft.aggregate or event.aggregate or (draft.own_place and not at_same_place(event, draft)) or joins.rows[event.action].family not in _HARMING:
        return False
    if draft.harm_only or (draft.anaphoric and joins.can_be_same(event.action, draft.action)):
        return True
    family = joins.rows[event.action].family
    return draft.spoken and not draft.own_place and family == joins.rows[draft.action].family == "violence" and not are_other_people(event, draft)


def goes_on(event: Draft, draft: Draft, joins: JoinTable) -> bool:
    """Does a passage of the same paragraph go on telling the event, by its acts, toll or words for it, without contradiction?"""
    if _adds_toll(event, draft, joins):
        return True
    if not agree(event, draft) or event.aggregate != draft.aggregate:
        return False
    if event.told[-1] == draft.sentence:
        return draft.anaphoric and joins.can_be_same(event.action, draft.action)
    family, other = joins.rows[event.action].family, joins.rows[draft.action].family
    if draft.harm_only and family in _HARMING:
        return not draft.own_time or on_same_days(event, draft)
    if draft.anaphoric and (joins.can_be_same(event.action, draft.action) or family == other == "violence"):
        return True
    if event.headline and family == other and len(event.told) == 1 and draft.sentence - event.sentence <= 2:
        return True
    if draft.spoken and (not draft.own_time or draft.reported) and family in _RIVAL and other in _RIVAL and not is_elsewhere(event, draft) and not are_other_people(event, draft):
        return True
    if family == other == "violence" and not draft.own_time and share_actor(event.patients, draft.patients):
        return True
    if (draft.own_time and not on_same_days(event, draft)) or (draft.own_place and event.own_place):
        return joins.can_be_same(event.action, draft.action) and draft.own_time and event.own_time and at_same_place(event, draft)
    return joins.can_be_same(event.action, draft.action) and not are_other_people(event, draft)


def is_told_again(event: Draft, draft: Draft, joins: JoinTable, under_one: bool) -> bool:
    """Does a passage elsewhere in the document tell the event again: same kind, day and place, or, under one heading, soon and without a day?"""
    if not joins.can_be_same(event.action, draft.action) or not agree(event, draft) or event.aggregate != draft.aggregate:
        return False
    near = under_one and not draft.own_time and event.action == draft.action and draft.sentence - event.told[-1] <= NEAR and not draft.sequel
    return (on_same_days(event, draft) or near) and event.own_place and draft.own_place and at_same_place(event, draft)

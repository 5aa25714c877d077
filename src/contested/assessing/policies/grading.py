"""Grade an incident for harm, attribution and occurrence, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from contested.assessing.policies.records import Account, Grade
from contested.assessing.status import ABOUT_THE_ACT, REJECTIONS
from contested.linking.across.names import same_actor
from contested.linking.across.records import Telling
from contested.linking.sides import speaks_for
from contested.model.events import Claim
from contested.model.vocabulary import Stance

_OWN = frozenset({Stance.CLAIMS, Stance.ACKNOWLEDGES})


def grade_occurrence(members: Sequence[Telling]) -> Grade:
    """Did it happen: disputed, admitted, supported by several sources, or told by one."""
    against = [c for c in _claims(members) if c.stance in REJECTIONS and c.about == "event"]
    if against:
        return Grade("disputed", tuple(dict.fromkeys(f"{c.party} {c.stance.value} that it happened" for c in against)))
    sources = sorted({m.source for m in members})
    told = f"told by {len(sources)} independent source{'s' if len(sources) > 1 else ''}"
    own = [c for c in _claims(members) if c.stance in _OWN and c.about in ABOUT_THE_ACT]
    if own:
        return Grade("admitted", (*dict.fromkeys(f"{c.party} {c.stance.value} it" for c in own), told))
    return Grade("supported" if len(sources) > 1 else "single source", (told,))


def grade_attribution(members: Sequence[Telling]) -> Grade:
    """Who did it: contested, admitted, named by several sources, named by one, or not known."""
    names = list(dict.fromkeys(p.name for m in members for p in m.event.perpetrators))
    if not names:
        return Grade("unknown", ("no source names an author",))
    denied = [c for c in _claims(members) if c.stance in REJECTIONS and c.about in (*ABOUT_THE_ACT, "perpetrators")]
    rivals = [n for n in names[1:] if not same_actor(n, names[0])]
    if denied or rivals:
        reasons = [f"{c.party} {c.stance.value} {c.about}" for c in denied] + [f"{n} is named as well as {names[0]}" for n in rivals]
        return Grade("contested", tuple(dict.fromkeys(reasons)))
    own = [c for c in _claims(members) if c.stance in _OWN and any(speaks_for(c.party, n) for n in names)]
    if own:
        return Grade("admitted", tuple(dict.fromkeys(f"{c.party} {c.stance.value} {c.about}" for c in own)))
    naming = {m.source for m in members if m.event.perpetrators}
    return Grade("named by several" if len(naming) > 1 else "named by one", (f"{len(naming)} of {len({m.source for m in members})} sources name {names[0]}",))


def grade_harm(accounts: Sequence[Account]) -> Grade:
    """How many were killed: not told, by one source, agreed, or contested."""
    if not accounts:
        return Grade("not told", ("no source that counts gives a number of killed",))
    told = tuple(a.told() for a in accounts)
    if len({a.source for a in accounts}) == 1 and len(accounts) == 1:
        return Grade("single source", told)
    floor = max(a.number for a in accounts)
    agreed = all(a.high is None or a.high >= floor for a in accounts)
    return Grade("agreed" if agreed else "contested", told)


def _claims(members: Sequence[Telling]) -> list[Claim]:
    return [c for m in members for c in m.event.claims]

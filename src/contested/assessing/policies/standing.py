"""The status of an incident under a policy, from the positions that its tellings report."""

from __future__ import annotations

from collections.abc import Sequence

from contested.assessing.policies.accounts import side_of
from contested.assessing.policies.records import Policy
from contested.assessing.status import derive_status
from contested.linking.across.records import Telling
from contested.linking.sides import speaks_for
from contested.model.vocabulary import Status

_ORDER = tuple(Status)


def standing(members: Sequence[Telling], policy: Policy) -> tuple[Status, tuple[str, ...]]:
    """Decide how far an incident is contested, and why, without the positions of sides that the policy leaves out.

    A telling of its own stands as its document tells it. Of several, the positions are weighed together; where they decide
    nothing and no document tells it in its own voice, the tellings' own statuses do.
    """
    perpetrators = {p.name for m in members for p in m.event.perpetrators}
    targets = {t.name for m in members for t in m.event.targets}
    claims = [c for m in members for c in m.event.claims]
    kept = [c for c in claims if side_of(c.party, perpetrators, targets) not in policy.leave_out]
    if len(members) == 1 and kept == claims:
        return members[0].event.status, members[0].event.because
    status, because = derive_status(kept, sorted(perpetrators), sorted(targets), same_side=speaks_for)
    if status is Status.REPORTED and not any(m.event.status is Status.REPORTED for m in members):
        told = min((m.event for m in members), key=lambda e: _ORDER.index(e.status))
        return told.status, told.because
    return status, because

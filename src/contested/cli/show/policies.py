"""What policies derive, and where two part ways, printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from contested.assessing.policies.comparing import differences, killed_words
from contested.assessing.policies.deriving import derive
from contested.assessing.policies.reading import read_policy
from contested.assessing.policies.records import Policy
from contested.cli.options import Format
from contested.cli.show.output import print_records, tell
from contested.cli.show.wording import date_words, place_words
from contested.errors import UsageError
from contested.store.database import Store
from contested.store.incidents import Incident, find_incidents


def show_policies(store: Store, named: Sequence[str], format: Format) -> None:
    """Print what one policy derives of every incident, or where two differ.

    Raises: UsageError: more than two policies, or one that is not there.
    """
    if len(named) > 2:
        raise UsageError(f"{len(named)} policies were named", fix="Compare two at a time.")
    policies = [read_policy(n) for n in named]
    incidents = find_incidents(store)
    if len(policies) == 1:
        print_records([_derived(i, policies[0]) for i in incidents], format, "the store holds no event")
        return
    records = [r for i in incidents for r in _differing(i, policies[0], policies[1])]
    print_records(records, format, "the two policies make the same of every incident")
    tell(f"{len({r['incident'] for r in records})} of {len(incidents)} incidents differ")


def _differing(incident: Incident, left: Policy, right: Policy) -> list[dict[str, Any]]:
    a, b = derive(incident.members, left), derive(incident.members, right)
    head = {"incident": incident.id.removeprefix("incident-"), "date": date_words(a.date), "where": place_words(a.place)}
    return [head | {"field": d.field, a.policy: d.left, b.policy: d.right, "why": d.why} for d in differences(a, b)]


def _derived(incident: Incident, policy: Policy) -> dict[str, Any]:
    d = derive(incident.members, policy)
    return {
        "incident": incident.id.removeprefix("incident-"), "date": date_words(d.date), "place": place_words(d.place), "sources": incident.sources,
        "killed": killed_words(d), "a": d.deaths.a, "b": d.deaths.b, "civilians": d.deaths.civilians, "unknown": d.deaths.unknown, "status": d.status.value,
        "harm": d.harm.value, "attribution": d.attribution.value, "occurrence": d.occurrence.value,
        "because": "; ".join(dict.fromkeys((*d.because, *d.status_because, *d.harm.because, *d.attribution.because, *d.occurrence.because))),
    }  # fmt: skip

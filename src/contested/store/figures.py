"""What each of the program's policies makes of an event: how many were killed, in columns that views add up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contested.assessing.policies.deriving import derive
from contested.assessing.policies.reading import own_policies
from contested.linking.across.records import Ref, Telling
from contested.model.events import Event
from contested.store.schema import ENDS, POLICIES


def figure_columns(event: Event) -> Mapping[str, Any]:
    """Give low, best and high under each policy; None where nobody who counts gives a number, or none is chosen."""
    columns: dict[str, Any] = {f"{policy}_{end}": None for policy in POLICIES for end in ENDS}
    if event.casualties:
        telling = (Telling(Ref("", event.id), event),)
        for policy in own_policies():
            made = derive(telling, policy)
            columns |= {f"{policy.name}_{end}": getattr(made, end) for end in ENDS}
    return columns

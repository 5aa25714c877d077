"""What each of the program's policies makes of an event: how many were killed, kept so that views can add it up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, delete, insert

from contested.assessing.policies.deriving import derive
from contested.assessing.policies.reading import policy_names, read_policy
from contested.assessing.policies.records import Policy
from contested.linking.across.records import Ref, Telling
from contested.model.events import Event
from contested.store.rows import Row, party_rows
from contested.store.schema import parties
from contested.store.view_schema import figures


@cache
def own_policies() -> tuple[Policy, ...]:
    """Give the program's own policies, by name."""
    return tuple(read_policy(name) for name in policy_names())


def figure_rows(document_id: str, event: Event) -> list[Row]:
    """Give a row for each policy under which somebody gives a number of killed."""
    if not event.casualties:
        return []
    telling = (Telling(Ref(document_id, event.id), event),)
    made = [(policy.name, derive(telling, policy)) for policy in own_policies()]
    return [
        {"policy": name, "document": document_id, "event": event.id, "low": d.low, "best": d.best, "high": d.high} for name, d in made if d.accounts
    ]


def keep_parts(connection: Connection, document_id: str, told: Sequence[Event]) -> None:
    """Keep what is asked of events beside their own row, in place of what was kept: their parties and figures."""
    for table in (parties, figures):
        ids = [e.id for e in told]
        connection.execute(delete(table).where(table.c.document == document_id, table.c.event.in_(ids)))
    if party := [row for e in told for row in party_rows(document_id, e)]:
        connection.execute(insert(parties), party)
    if figure := [row for e in told for row in figure_rows(document_id, e)]:
        connection.execute(insert(figures), figure)

"""What a new reading of a document changed under the decisions of people: they hold, and are told what they now stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from contested.model.vocabulary import Property
from contested.store.database import Store
from contested.store.outcome import Read, told_again
from contested.store.schema import log
from contested.store.settling import read_by_machine
from contested.store.verdicts import Decision, Verdict, in_force, of_record

CHANGED = "reading changed under a decision"
Basis = Mapping[int, tuple[Decision, Read | None]]
_KEYS = {
    Property.ACTION: "action", Property.DATE: "date", Property.PLACE: "place", Property.PERPETRATOR: "perpetrators",
    Property.TARGET: "targets", Property.WEAPON: "weapons", Property.CASUALTY: "casualties",
}  # fmt: skip


def basis_of(connection: Connection, document_id: str) -> Basis:
    """Give each decision in force about a document with the event that it is about, as the machine read it."""
    made = of_record(connection, document_id)
    if not made:
        return {}
    read = {r.id: r for r in read_by_machine(connection, document_id, made)}
    return {d.id: (d, read.get(d.event) or told_again(read.values(), d.spans, d.action)) for d in in_force(made) if d.verdict is not Verdict.ADD}


def log_changes(connection: Connection, store: Store, who: str, document_id: str, before: Basis) -> None:
    """Write down, after a new reading, what is different under each decision, in the caller's transaction."""
    if not before:
        return
    for number, (decision, read) in basis_of(connection, document_id).items():
        told = "; ".join(_differences(decision, before[number][1], read))
        if told:
            event = read.id if read else decision.event
            why = f"{event}: decision {number} by {decision.who} ({decision.verdict}{f' {decision.property}' if decision.property else ''}): {told}"
            connection.execute(insert(log).values(at_utc=store.now(), who=who, what=CHANGED, document=document_id, why=why))


def last_line(store: Store) -> int:
    """Give the number of the last line of the log, 0 where there is none."""
    with store.reading() as connection:
        return connection.scalar(select(log.c.id).order_by(log.c.id.desc()).limit(1)) or 0


def changes_since(store: Store, line: int) -> tuple[tuple[str, str], ...]:
    """Give what changed under decisions since a line of the log: the document, and what it is."""
    with store.reading() as connection:
        rows = connection.execute(select(log.c.document, log.c.why).where(log.c.id > line, log.c.what == CHANGED).order_by(log.c.id))
        return tuple((row.document, row.why) for row in rows)


def _differences(decision: Decision, before: Read | None, after: Read | None) -> Iterator[str]:
    if before is None or after is None:
        if before is not None:
            yield "the event is no longer read"
        elif after is not None:
            yield "the event is read again"
        return
    for prop in (decision.property,) if decision.property in _KEYS else _KEYS:
        old, new = (_said(r.body.get(_KEYS[prop])) for r in (before, after) if prop)
        if old != new:
            yield f"{prop} {old or 'nothing'} → {new or 'nothing'}"


def _said(value: Any) -> str:
    """Write what matters of a value of an event, without its quotations and how sure it is."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_said, value))
    if not isinstance(value, Mapping):
        return str(value or "")
    if "kind" in value and "low" in value:
        numbers = "–".join(str(n) for n in dict.fromkeys((value["low"], value["high"])) if n is not None)
        return f"{numbers} {value['kind']}" + (f" ({value['asserted_by']})" if value.get("asserted_by") else "")
    if "precision" in value and "start" in value:
        return "–".join(str(d) for d in dict.fromkeys((value["start"], value["end"])) if d)
    return str(value.get("name") or "")

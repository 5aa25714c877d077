"""The matrix of facts by speakers, printed."""

from __future__ import annotations

import sys
from typing import Any

from contested.assessing.ledger import Cell, Ledger, Position, build_ledger
from contested.cli.options import Format
from contested.cli.show.output import print_records, print_table
from contested.cli.show.wording import date_words, place_words
from contested.errors import UsageError
from contested.model.vocabulary import Stance
from contested.store.database import Store
from contested.store.incidents import Incident, find_incidents
from contested.store.publications import find_publications


def show_matrix(store: Store, named: str | None, format: Format) -> None:
    """Print who holds what of each incident of several speakers, or of the one that holds the named event.

    Raises: UsageError: no event begins so.
    """
    publications = find_publications(store)
    incidents = [i for i in find_incidents(store) if named is None or _holds(i, named)]
    if named and not incidents:
        raise UsageError(f"no event or incident is named '{named}'", fix="contested link lists them.")
    ledgers = [(i, build_ledger(i.members, publications)) for i in incidents]
    if format is not Format.TABLE:
        print_records([r for i, ledger in ledgers for r in _records(i, ledger)], format, "")
        return
    for incident, ledger in ledgers:
        if named or len(ledger.speakers) > 1:
            first = incident.members[0].event
            sys.stdout.write(f"\n{incident.id}: {first.action.replace('_', ' ')}, {place_words(first.place)}, {date_words(first.date)}\n")
            rows = [(f, *(_words(ledger.cells[f, s]) for s in ledger.speakers)) for f in ledger.facts]
            print_table(("fact", *ledger.speakers), rows)


def _holds(incident: Incident, named: str) -> bool:
    begins = incident.id.removeprefix("incident-").startswith(named.removeprefix("incident-"))
    return begins or any(m.ref.event.startswith(named) or str(m.ref) == named for m in incident.members)


def _words(cell: Cell) -> str:
    if cell.position is Position.NOT_FOUND:
        return "not found"
    stances = {s.value.replace("_", " ") for s in Stance}
    return "; ".join(dict.fromkeys(e.position.value if e.value in stances else f"{e.position.value} {e.value}" for e in cell.entries))


def _records(incident: Incident, ledger: Ledger) -> list[dict[str, Any]]:
    return [
        {
            "incident": incident.id, "fact": fact, "speaker": speaker, "position": cell.position.value, "value": _words(cell),
            "interest": cell.entries[0].interest if cell.entries else None, "chains": [" > ".join(e.chain) for e in cell.entries],
            "publishers": list(dict.fromkeys(e.publisher for e in cell.entries)), "documents": [e.document for e in cell.entries],
            "first_seen": cell.first_seen.isoformat() if cell.first_seen else None, "last_seen": cell.last_seen.isoformat() if cell.last_seen else None,
            "words": [w.text for e in cell.entries for w in e.evidence],
        }
        for (fact, speaker), cell in ledger.cells.items()
    ]  # fmt: skip

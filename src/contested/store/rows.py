"""Records to rows and back."""

from __future__ import annotations

import hashlib
import json
import math
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from contested.model.documents import Document
from contested.model.events import Coding, Event
from contested.model.statements import Statement
from contested.model.vocabulary import CasualtyKind, Status
from contested.store.figures import figure_columns
from contested.store.schema import MACHINE

Row = dict[str, Any]
_OWN_COLUMNS = ("id", "name", "sha256", "title", "publisher", "published", "language", "url", "text")


def folded(name: str) -> str:
    """Write a name without case and marks, so that "Hama", "ḤAMĀ" and "hama" are found as one."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@cache
def _documents() -> TypeAdapter[Document]:
    """Make the adapter once: making it costs more than a hundred times its use."""
    return TypeAdapter(Document)


def document_row(document: Document) -> Row:
    """Give the row of a document; what has no column of its own goes to ``rest``."""
    own = {name: getattr(document, name) for name in _OWN_COLUMNS}
    rest = _documents().dump_python(document, mode="json")
    return own | {"rest": {k: v for k, v in rest.items() if k not in _OWN_COLUMNS}}


def document_of(row: Mapping[str, Any]) -> Document:
    """Give the document that a row holds."""
    return _documents().validate_python({**{name: row[name] for name in _OWN_COLUMNS}, **row["rest"]})


def digest(coding: Coding) -> str:
    """Hash all that a coding says, so that a reading that says the same is known; the document's name is left out."""
    said = coding.model_dump(mode="json", exclude={"document"})
    said["statements"] = [s.model_dump(mode="json") for s in coding.statements]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def statement_row(document_id: str, position: int, statement: Statement) -> Row:
    """Give the row of a statement that a program read."""
    plain = statement.model_dump(mode="json", exclude={"document"})
    value = {"type": type(statement.value).__name__, **plain.pop("value")}
    return {**plain, "id": statement.id, "document": document_id, "position": position, "origin": MACHINE, "value": value}


def event_row(document_id: str, position: int, event: Event) -> Row:
    """Give the row of an event: the columns that questions are asked of, and all of it as JSON."""
    return {
        "document": document_id, "id": event.id, "position": position,
        "date_start": event.date.start, "date_end": event.date.end,
        "country": event.place.country if event.place else None,
        "action": event.action, "status": str(event.status), "confidence": event.confidence,
        "body": event.model_dump(mode="json"),
        "place": event.place.name if event.place else None, "place_precision": event.place.precision.value if event.place else None,
        "latitude": event.place.latitude if event.place else None, "longitude": event.place.longitude if event.place else None,
        "killed": killed(event), "doubt": doubt(event), "month": month_number(event.date.start) if event.date.start else None,
        **figure_columns(event),
    }


def month_number(day: date) -> int:
    """Number the months from that of the year 0 on, so that events of a month are counted without looking at days."""
    return day.year * 12 + day.month - 1


def killed(event: Event) -> int | None:
    """Give the largest number of dead that anybody gives; None where nobody gives one."""
    tolls = (c for c in event.casualties if c.kind is CasualtyKind.KILLED)
    return max((n for c in tolls for n in (c.low, c.high) if n is not None), default=None)


def doubt(event: Event) -> float:
    """Say how much a second look is worth: the doubt of the least sure value times the weight of the event.

    The weight is 1, more by the order of magnitude of the dead and by half where the event is disputed.
    """
    parts = (event.date, *event.perpetrators, *event.targets, *event.casualties, *((event.place,) if event.place else ()))
    least = min((event.confidence, *(p.confidence for p in parts)))
    weight: float = 1 + math.log10(1 + (killed(event) or 0)) + (0.5 if event.status is Status.DISPUTED else 0)
    return round((1 - float(least)) * weight, 4)


def party_rows(document_id: str, event: Event) -> list[Row]:
    """Give a row for each perpetrator, target and claimant of an event."""
    roles = (
        ("perpetrator", [p.name for p in event.perpetrators]),
        ("target", [p.name for p in event.targets]),
        ("claimant", list(dict.fromkeys(c.party for c in event.claims))),
    )
    return [
        {"document": document_id, "event": event.id, "role": role, "position": n, "name": name, "folded": folded(name)}
        for role, names in roles
        for n, name in enumerate(names)
    ]

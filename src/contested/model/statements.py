"""The unit of storage: who says what of which subject, and where in the text it stands."""

from __future__ import annotations

import builtins
import hashlib

from pydantic import BaseModel, ConfigDict

from contested.model.spans import Evidence
from contested.model.values import AnyValue
from contested.model.vocabulary import Property, Stance


class Statement(BaseModel):
    """One attributed statement about an event.

    ``subject`` is the event's id inside the document; ``original`` the value as written; ``speaker`` the party that
    asserts it, None for the document's own voice; ``coder`` the program and version (or person) that read it,
    ``rule`` what in the coder made it. ``confidence`` is the probability, 0 to 1, that the value is right.
    """

    model_config = ConfigDict(frozen=True)

    document: str
    subject: str
    property: Property
    original: str
    value: AnyValue
    speaker: str | None = None
    stance: Stance | None = None
    evidence: tuple[Evidence, ...] = ()
    coder: str = ""
    rule: str = ""
    confidence: float = 1.0

    @builtins.property
    def id(self) -> str:
        """Identify the statement by its content: document, subject, property, value, speaker, spans, coder."""
        spans = ",".join(f"{e.start}-{e.end}" for e in self.evidence)
        key = "\x1f".join(
            (self.document, self.subject, self.property, self.value.model_dump_json(), self.speaker or "", spans, self.coder)
        )
        return hashlib.sha256(key.encode()).hexdigest()[:16]

"""Evidence: words of a document, by where they stand."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Evidence(BaseModel):
    """Words of a document. Offsets count Unicode code points of the stored text; end is exclusive."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    text: str

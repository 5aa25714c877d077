"""What one sentence tells, as it is handed on to linking."""

from __future__ import annotations

from dataclasses import dataclass

from contested.coding.drafts import Draft, Toll, Voice
from contested.model.mentions import ActMention, PlaceMention, TimeMention

BARE_TOLL = "a place and its toll"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: the events that it tells, and positions and tolls that belong to an event told elsewhere."""

    sentence: int
    drafts: tuple[Draft, ...]
    voices: tuple[Voice, ...] = ()
    tolls: tuple[Toll, ...] = ()
    refused: tuple[ActMention, ...] = ()
    summary: bool = False
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()

"""Everything that the stages made of one document, for those who ask why."""

from __future__ import annotations

from dataclasses import dataclass

from contested.coding.passages import Passage
from contested.linking.within import Linked
from contested.mentions.bundle import Mentions
from contested.model.events import Coding
from contested.model.syntax import Analysis


@dataclass(frozen=True, slots=True)
class Trace:
    """A document taken apart, the mentions found in it, the passages read, the events made of them, and the coding."""

    analysis: Analysis
    mentions: Mentions
    passages: tuple[Passage, ...]
    linked: Linked
    coding: Coding

"""Who wrote a document, as far as its head says: "Daily notes from the monitoring teams"; they are its own voice (codebook 6)."""

from __future__ import annotations

import re

from contested.model.documents import BlockKind
from contested.model.mentions import ActorMention
from contested.model.syntax import Analysis
from contested.model.vocabulary import ActorKind

_HEAD_BLOCKS = 4
_KINDS = r"notes?|reports?|bulletin|brief(?:ing)?|update|digest|diary|findings|chronology|survey|monitor|round-?up"
_WRITTEN = re.compile(rf"\b(?:{_KINDS})\s+(?:of|by|from)\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]*(?:\s+(?:(?:of|for|the|and)\s+)*[A-Z][\w'’-]*){{0,6}})", re.IGNORECASE)
_NAMED = re.compile(r"^[A-Z][\w'’-]*")
_LINKS = frozenset({"of", "for", "the", "and"})
Writers = tuple[tuple[str, ...], ...]
_SIDES = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT})


def writers_of(analysis: Analysis) -> Writers:
    """Give the names of those who wrote the document as words in lower case and singular."""
    document = analysis.document
    found: list[tuple[str, ...]] = []
    for block in document.blocks[:_HEAD_BLOCKS]:
        if block.kind not in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH):
            continue
        for match in _WRITTEN.finditer(document.text[block.start : block.end]):
            words = match["name"].split()
            capital = [w for w in words if _NAMED.match(w) or w.lower() in _LINKS]
            if capital == words:
                found.append(_plain(match["name"]))
    return tuple(found)


def is_writer(party: str, speaker: ActorMention | None, writers: Writers) -> bool:
    """Is a party one of those who wrote the document, by name, by a part that says what it is, or by its initials?"""
    if speaker and speaker.kind in _SIDES:
        return False
    words = _plain(party)
    return any(words and (words == name or words == name[-len(words) :] or party.lower() == "".join(w[0] for w in name)) for name in writers)


def _plain(name: str) -> tuple[str, ...]:
    words = (w.strip("()'’\"").lower() for w in name.split())
    return tuple(w.removesuffix("s") if len(w) > 3 else w for w in words if w and w not in _LINKS)

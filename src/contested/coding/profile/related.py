"""Related groups: the "See also" of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contested.coding.profile.items import evidence
from contested.model.documents import BlockKind, Document
from contested.model.events import ProfileItem
from contested.reading.headings import heading_words

_ITEM = re.compile(r"^[-*•]?\s*(?P<name>[^\n]+?)(?:\s+[-–—]\s+(?P<about>.+))?$", re.DOTALL)
_NO_ACTOR = re.compile(r"^(?:list|timeline|outline|index|history|terrorism|human rights|casualties|category|portal|foreign relations)\b|\b(?:war|conflict|insurgency|clashes|attack|attacks|massacre|kidnapping|crisis|rebellion)\b", re.IGNORECASE)
_TWO = re.compile(r"\b(?:two|both|three)\b", re.IGNORECASE)


def find_related(document: Document) -> tuple[ProfileItem, ...]:
    """Give the actors under "See also", with what the article says of them; lists and events are none."""
    found: list[ProfileItem] = []
    for block in document.blocks:
        heads = [heading_words(document.text, document.blocks[h]).casefold() for h in block.headings]
        if block.kind is BlockKind.REFERENCE and heads and heads[-1] == "see also":
            found.extend(_named(document, block.start, block.end))
    return tuple(found)


def _named(document: Document, start: int, end: int) -> Iterator[ProfileItem]:
    match = _ITEM.match(document.text[start:end])
    if match is None or _NO_ACTOR.search(match["name"]):
        return
    about = match["about"]
    at = start + match.start("name")
    for name in _parts(match["name"].strip(), about or ""):
        offset = document.text.index(name, at)
        yield ProfileItem(name=name, about=about, evidence=(evidence(document.text, offset, offset + len(name)),))


def _parts(name: str, about: str) -> list[str]:
    """Part "A Front and B Alliance" where the words after it speak of two."""
    halves = name.split(" and ")
    both = len(halves) == 2 and all(" " in h and h[:1].isupper() for h in halves)
    return halves if both and _TWO.search(about) else [name]

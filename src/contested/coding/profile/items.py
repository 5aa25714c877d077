"""Items of an infobox value, cleaned of litter, and the evidence of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contested.model.events import ProfileItem
from contested.model.spans import Evidence

_PART = re.compile(r"(?:[^,;()]|\([^()]*\))+")
_LITTER = re.compile(r"^(?:\d+(?:x\d+)?px\b|(?:File|Image):\S+|[†‡☆•·–—-]+|and\s+(?=[A-Z]))\s*", re.IGNORECASE)
_TAIL = re.compile(r"\s*\(([^()]*)\)\s*[†‡]?$")
_MARKS = re.compile(r"^(\*+)\s*")
_LABEL = re.compile(r"^([A-Z][\w ]{2,30}):\s*")
_TRAILING = re.compile(r"[\s†‡*.:]+$")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its words, its offsets in the document, its nesting (stars) and the words in brackets after it."""

    name: str
    start: int
    end: int
    depth: int = 0
    notes: tuple[str, ...] = ()


def evidence(text: str, start: int, end: int) -> Evidence:
    """Give the words at an offset."""
    return Evidence(start=start, end=end, text=text[start:end])


def split_items(value: str, offset: int) -> Iterator[Item]:
    """Cut a value at its commas; stars, picture sizes, daggers and empty items are dropped."""
    for part in _PART.finditer(value):
        words, start = part[0], part.start()
        lead = len(words) - len(words.lstrip())
        words, start = words.lstrip(), start + lead
        depth = 0
        if stars := _MARKS.match(words):
            depth, start, words = len(stars[1]), start + stars.end(), words[stars.end() :]
        while litter := _LITTER.match(words):
            start, words = start + litter.end(), words[litter.end() :]
        label = _LABEL.match(words)
        if label:
            start, words = start + label.end(), words[label.end() :]
        words = _TRAILING.sub("", words)
        name, notes = _without_notes(words)
        notes = (label[1].lower(), *notes) if label else notes
        if any(c.isalnum() for c in name):
            yield Item(name, offset + start, offset + start + len(words), depth, notes)


def _without_notes(words: str) -> tuple[str, tuple[str, ...]]:
    """Part a name from the brackets after it."""
    notes: list[str] = []
    while (tail := _TAIL.search(words)) and tail.start():
        notes.insert(0, tail[1].strip())
        words = _TRAILING.sub("", words[: tail.start()])
    return words.strip(), tuple(n for n in notes if n)


def profile_item(text: str, item: Item, *more: str | None) -> ProfileItem:
    """Make the record of an item; its notes and the qualifier of its key stay with it."""
    notes = [n for n in (*more, *item.notes) if n]
    return ProfileItem(name=item.name, qualifier=", ".join(notes) or None, evidence=(evidence(text, item.start, item.end),))

"""Follow quotations over sentence ends."""

from __future__ import annotations

from collections.abc import Sequence

from contested.model.documents import Document
from contested.model.syntax import Sentence


def open_at_ends(document: Document, sentences: Sequence[Sentence]) -> tuple[bool, ...]:
    """Tell for each sentence whether a quotation is open where it ends; a new block closes all."""
    found: list[bool] = []
    is_open = False
    block = -1
    at = 0
    for sentence in sentences:
        if sentence.block != block:
            block, is_open, at = sentence.block, False, sentence.start
        is_open = _state_after(document.text[at : sentence.end], is_open)
        at = sentence.end
        found.append(is_open)
    return tuple(found)


def _state_after(text: str, is_open: bool) -> bool:
    if '"' not in text and "“" not in text and "”" not in text:
        return is_open
    for char in text:
        if char == '"':
            is_open = not is_open
        elif char == "“":
            is_open = True
        elif char == "”":
            is_open = False
    return is_open

"""Rendered text -> Document: blocks, infobox, date line, language, issuer; refused where it cannot be coded."""

from __future__ import annotations

import hashlib
import re

from contested.errors import InputError
from contested.model.documents import Block, BlockKind, Document
from contested.reading.headings import heading_words
from contested.reading.issuer import find_issuer
from contested.reading.published import find_published
from contested.reading.raw import Raw, Rendered
from contested.reading.structure import find_blocks, find_infobox
from contested.reading.tongues import require_english

_BROKEN = re.compile("[\0\ud800-\udfff]")
_LABEL = re.compile(r"^(?:subject|subj)\s*:\s*", re.IGNORECASE)


def build_document(raw: Raw, rendered: Rendered) -> Document:
    """Take the rendered text of a source apart; what its format says beats what the text says.

    Raises: InputError: no text, or characters that cannot be stored. LanguageError: the text is not English.
    """
    text = rendered.text
    if not text.strip():
        raise InputError("there is no text in it", where=raw.where, fix="Give a file with a report in it.")
    if broken := _BROKEN.search(text):
        raise InputError(f"character {broken.start() + 1} is no character", where=raw.where, fix="Remove it.")
    language = require_english(text, raw.where)
    blocks = find_blocks(text)
    dated = find_published(text, blocks)
    # Where the source says when it was published, a line with another day is one of the report's own sentences.
    is_line = dated is not None and rendered.published in (None, dated.day)
    return Document(
        id=raw.id, name=raw.name, text=text, sha256=hashlib.sha256(raw.data).hexdigest(),
        title=rendered.title or _title(text, blocks), publisher=rendered.publisher,
        published=rendered.published or (dated.day if dated else None), date_line=dated.line if dated and is_line else None,
        language=language, url=rendered.url or raw.url, media_type=rendered.media_type,
        issuer=find_issuer([text[b.start : b.end] for b in blocks[:4]]),
        blocks=blocks, infobox=find_infobox(text, blocks),
    )  # fmt: skip


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Give the words of the title line, without a label."""
    found = next((b for b in blocks if b.kind is BlockKind.TITLE), None)
    return _LABEL.sub("", heading_words(text, found)) if found else None

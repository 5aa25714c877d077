"""A document as it was read: its text, and what the text is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    TITLE = "title"
    HEADING = "heading"
    INFOBOX = "infobox"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    DATELINE = "dateline"
    REFERENCE = "reference"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the text. Offsets are code points of the document's text, end exclusive.

    ``level`` is the depth of a heading (1 is the title) or of a list item; ``headings`` are the indices
    (into ``Document.blocks``) of the headings that stand over the block, outermost first.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    headings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InfoboxField:
    """One ``- Key: value`` line of an infobox; offsets are those of the value."""

    key: str
    value: str
    start: int
    end: int


class Sensitivity(StrEnum):
    """The widest audience that a document may be told to."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Document:
    """A report as it was read.

    ``text`` is stored unchanged: every offset in the data counts its Unicode code points. ``sha256`` is the
    hash of the bytes that the text was decoded from. ``published`` is the date of publication when the file or
    its date line gives one; ``issuer`` is the party whose own statement the document is, if it is one.
    ``archive_url`` is where a copy is kept, ``archive_sha256`` the hash that the archive gave for it. ``licensed`` is the
    dataset whose terms forbid passing the document on, None for a document that may be passed on.
    """

    id: str
    name: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    date_line: str | None = None
    language: str = "en"
    url: str | None = None
    media_type: str = "text/plain"
    issuer: str | None = None
    blocks: tuple[Block, ...] = ()
    infobox: tuple[InfoboxField, ...] = field(default=())
    archive_url: str | None = None
    archive_sha256: str | None = None
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    licensed: str | None = None

    def words(self, block: Block) -> str:
        """Give the text of a block."""
        return self.text[block.start : block.end]

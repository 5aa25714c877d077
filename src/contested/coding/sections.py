"""Which paragraphs are only a summary, an outlook or a glossary, by their heading or label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from contested.errors import TableError
from contested.model.documents import Block, BlockKind, Document
from contested.reading.headings import heading_words
from contested.resources import read_table

_NUMBER = re.compile(r"^(?:[\dIVXivx]+[.)]|[A-Z][.)])\s+|\s*\([^)]*\)\s*$|[:.]\s*$")
_LABEL = re.compile(r"^([A-Z][A-Za-z ]{2,24})[:.]\s")


class SectionKind(StrEnum):
    """What a section does instead of telling events."""

    SUMMARY = "summary"
    OUTLOOK = "outlook"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class SectionTable:
    """Headings by their words; ``begins`` are those that need only begin the heading."""

    whole: Mapping[str, SectionKind]
    begins: tuple[tuple[str, SectionKind], ...]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> SectionTable:
        """Read sections.csv. Raises TableError with file and line for an unknown kind."""
        whole: dict[str, SectionKind] = {}
        begins: list[tuple[str, SectionKind]] = []
        for row in read_table("sections.csv", ("words", "kind"), extra):
            if row["kind"] not in set(SectionKind):
                raise TableError(f"unknown kind {row['kind']!r}", where=row.where, fix=f"Allowed: {', '.join(SectionKind)}.")
            if row["words"].endswith("*"):
                begins.append((row["words"][:-1], SectionKind(row["kind"])))
            else:
                whole[row["words"]] = SectionKind(row["kind"])
        return cls(whole, tuple(begins))

    def kind_of(self, words: str) -> SectionKind | None:
        """Tell what a section under this heading is."""
        plain = _NUMBER.sub("", _NUMBER.sub("", words.strip())).strip().casefold()
        if plain in self.whole:
            return self.whole[plain]
        return next((kind for begin, kind in self.begins if plain.startswith(begin)), None)


def section_kinds(document: Document, table: SectionTable) -> Mapping[int, SectionKind]:
    """Give the kind of each block that stands in such a section, or opens with such a label, by block index."""
    found: dict[int, SectionKind] = {}
    for n, block in enumerate(document.blocks):
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            continue
        kind = _by_headings(document, block, table) or _by_label(document, block, table)
        if kind:
            found[n] = kind
    return found


def _by_headings(document: Document, block: Block, table: SectionTable) -> SectionKind | None:
    for h in block.headings:
        if document.blocks[h].kind is BlockKind.HEADING and (kind := table.kind_of(heading_words(document.text, document.blocks[h]))):
            return kind
    return None


def _by_label(document: Document, block: Block, table: SectionTable) -> SectionKind | None:
    label = _LABEL.match(document.words(block))
    return table.kind_of(label[1]) if label else None

"""Whose own words a part of a document is: the statement of a body, a section headed by it, an entry in a register of its claims."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.mentions.bundle import Mentions
from contested.model.documents import BlockKind
from contested.model.mentions import ActorMention
from contested.model.syntax import Analysis
from contested.model.vocabulary import ActorKind
from contested.resources import read_table

_ISSUING = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT, ActorKind.OFFICE})
_LEAD_IN = 8
_REGISTER = re.compile(r"\b(?:statements?|communiqu[eé]s?|claims?|messages|declarations)\b", re.IGNORECASE)
_ENTRY = re.compile(r"(?:^|[.;:)]\s+)(?:claims?|claimed|claiming|takes responsibility|text|denial)\b|\bissued\b|\bits? own (?:text|statement)", re.IGNORECASE)
_REMARK = re.compile(r"^\W*(?:remark|note|comment|editor|desk|background|context)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body whose statement a block is; ``verbatim`` when the block gives its words, not what a register notes of them."""

    body: ActorMention
    verbatim: bool


def block_offices(analysis: Analysis, mentions: Mentions) -> Mapping[int, ActorMention]:
    """Name the body that "the press office" means in each block: the one whose statement the block gives or remarks on."""
    heads = _headings(analysis, mentions)
    whole = _whole(analysis, mentions)
    found = ((n, next((heads[h] for h in reversed(block.headings) if h in heads), whole)) for n, block in enumerate(analysis.document.blocks))
    return {n: body for n, body in found if body}


def block_issuers(analysis: Analysis, mentions: Mentions, offices: Mapping[int, ActorMention]) -> Mapping[int, Issuer]:
    """Name the body that speaks in each block, by the index of the block; blocks of the reporter's own voice are left out.

    A heading that begins with a body and gives a date heads that body's statement; in a register of statements ("X:
    statements of ...") an entry that says so is X's; a document that one body issued is its own throughout. A remark
    under a statement is the reporter's. ``offices`` is what ``block_offices`` gives.
    """
    document = analysis.document
    register = _register(analysis, mentions)
    found: dict[int, Issuer] = {}
    for n, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        text = document.text[block.start : block.end]
        if _REMARK.match(text) or text.startswith("["):
            continue
        if issuer := offices.get(n):
            found[n] = Issuer(issuer, verbatim=True)
        elif register and _ENTRY.search(text):
            found[n] = Issuer(register, verbatim=False)
    return found


def load_offices(extra: Sequence[Path] = ()) -> frozenset[str]:
    """Read the words for an office that speaks for a body. Raises TableError with file and line."""
    return frozenset(row["words"] for row in read_table("issuers.csv", ("kind", "words"), extra) if row["kind"] == "office")


def _headings(analysis: Analysis, mentions: Mentions) -> dict[int, ActorMention]:
    found: dict[int, ActorMention] = {}
    for sentence in analysis.sentences:
        if analysis.document.blocks[sentence.block].kind is not BlockKind.HEADING or not mentions.times.get(sentence.index):
            continue
        first = next(iter(mentions.actors.get(sentence.index, ())), None)
        if first and first.kind in _ISSUING and first.start - sentence.start <= _LEAD_IN:
            found.setdefault(sentence.block, first)
    return found


def _whole(analysis: Analysis, mentions: Mentions) -> ActorMention | None:
    """Find the words that name the issuer of the whole document."""
    issuer = analysis.document.issuer
    if not issuer:
        return None
    named = next((a for actors in mentions.actors.values() for a in actors if a.name == issuer and a.kind in _ISSUING), None)
    start = analysis.document.text.find(issuer)
    if named or start < 0:
        return named
    beside = (a for actors in mentions.actors.values() for a in actors if a.start < start + len(issuer) and start < a.end and a.kind in _ISSUING)
    if meant := next(beside, None):
        return meant
    sentence = next((s for s in analysis.sentences if s.start <= start < s.end), None)
    return ActorMention(sentence.index if sentence else 0, start, start + len(issuer), issuer, -1, "the document's issuer", issuer, ActorKind.FORCE, "document")


def _register(analysis: Analysis, mentions: Mentions) -> ActorMention | None:
    for sentence in analysis.sentences:
        if analysis.document.blocks[sentence.block].kind is BlockKind.TITLE and _REGISTER.search(sentence.text):
            return next((a for a in mentions.actors.get(sentence.index, ()) if a.kind is ActorKind.GROUP), None)
    return None

"""The body of a document: its sentences read one by one, with what their section and their issuer make of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from contested.coding.affiliations import Sides, sides_of_document
from contested.coding.given import Given
from contested.coding.issuers import Issuer, block_issuers, block_offices
from contested.coding.own_words import asserted, issued
from contested.coding.passages import Passage
from contested.coding.sections import SectionKind, section_kinds
from contested.coding.sentences import read_sentence
from contested.coding.tables import Tables
from contested.coding.voices import CONTINUED
from contested.coding.writers import writers_of
from contested.mentions.bundle import Mentions
from contested.model.documents import BlockKind
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import Refusal

_CODED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def read_passages(analysis: Analysis, mentions: Mentions, tables: Tables) -> tuple[Passage, ...]:
    """Read every sentence of the body of a document."""
    kinds = section_kinds(analysis.document, tables.sections)
    offices = block_offices(analysis, mentions)
    issuers = block_issuers(analysis, mentions, offices)
    sides, writers = sides_of_document(analysis, mentions), writers_of(analysis)
    passages: list[Passage] = []
    for sentence in analysis.sentences:
        block = sentence.block
        if analysis.document.blocks[block].kind not in _CODED:
            continue
        issuer = issuers.get(block) or _announcer(sentence, mentions, issuers)
        passage = read_sentence(Given.of(sentence, mentions, tables, issuer, offices.get(block), writers))
        passages.append(_sided(sides, _in_section(_issued(passage, issuer), kinds.get(block))))
    return tuple(passages)


def _sided(sides: Sides, passage: Passage) -> Passage:
    drafts = tuple(replace(d, agents=sides.of_agents(d.agents), voices=sides.of_voices(d.voices), tolls=sides.of_tolls(d.tolls)) for d in passage.drafts)
    return replace(passage, drafts=drafts, voices=sides.of_voices(passage.voices), tolls=sides.of_tolls(passage.tolls))


def _announcer(sentence: Sentence, mentions: Mentions, issuers: Mapping[int, Issuer]) -> Issuer | None:
    """Find whose statement announced an item of a list: "Claim of two acts:" and the items below it."""
    if not any(m.rule == CONTINUED and not m.speaker for m in mentions.attributions.get(sentence.index, ())):
        return None
    above = [b for b in issuers if b < sentence.block]
    return replace(issuers[max(above)], verbatim=False) if above else None


def _issued(passage: Passage, issuer: Issuer | None) -> Passage:
    """Note whose own words the passage is."""
    if issuer is None:
        return passage
    if not issuer.verbatim:
        return replace(passage, drafts=tuple(replace(d, issuer=issuer.body) for d in passage.drafts))
    drafts = tuple(issued(d, issuer.body) for d in passage.drafts)
    return replace(passage, drafts=drafts, tolls=tuple(asserted(t, issuer.body) for t in passage.tolls))


def _in_section(passage: Passage, kind: SectionKind | None) -> Passage:
    """Mark what a summary tells, and refuse what an outlook or a glossary names."""
    if kind is None:
        return passage
    if kind is SectionKind.SUMMARY:
        return replace(passage, summary=True)
    reason = Refusal.PREDICTED if kind is SectionKind.OUTLOOK else Refusal.NO_ACT
    refused = tuple(replace(d.acts[0], refusal=reason) for d in passage.drafts)
    return Passage(passage.sentence, (), refused=passage.refused + refused)

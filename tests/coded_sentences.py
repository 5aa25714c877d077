"""Code short texts in tests: one pipeline for the whole run."""

from __future__ import annotations

from datetime import date
from functools import cache

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.model.documents import Document
from contested.model.events import Coding
from contested.model.mentions import ActMention
from contested.reading.structure import find_blocks


@cache
def the_pipeline() -> Pipeline:
    """Load the pipeline once."""
    return load_pipeline()


def document_of(text: str, published: date | None = date(2024, 5, 5)) -> Document:
    """Make a document of a text, published on 5 May 2024 (a Sunday) unless said otherwise."""
    return Document(id="d", name="d.txt", text=text, sha256="0" * 64, published=published, blocks=find_blocks(text))


def code_text(text: str) -> Coding:
    """Code a text."""
    return the_pipeline().code(document_of(text))


def coded_rows(text: str) -> list[tuple[str, str, str | None]]:
    """Give action, first day and place of each event of a text."""
    return [(e.action, str(e.date.start), e.place.text if e.place else None) for e in code_text(text).events]


def acts_of(text: str) -> tuple[ActMention, ...]:
    """Give the acts named in a text, the refused ones too."""
    pipeline = the_pipeline()
    mentions, _ = pipeline.mentions(pipeline.analyse(document_of(text)))
    return tuple(act for acts in mentions.acts.values() for act in acts)

"""Attributions of a text, parsed with the small English model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.language.syntax import Parser, analyse, load_parser
from contested.mentions.attribution import AttributionTables, find_attributions
from contested.model.documents import Document
from contested.model.mentions import AttributionMention
from contested.reading.structure import find_blocks

Reader = Callable[[str], tuple[AttributionMention, ...]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def read(parser: Parser) -> Reader:
    tables = AttributionTables.load()

    def attribute(text: str) -> tuple[AttributionMention, ...]:
        document = Document(id="d", name="d.txt", text=text, sha256="", blocks=find_blocks(text))
        return find_attributions(analyse(document, parser), tables)

    return attribute

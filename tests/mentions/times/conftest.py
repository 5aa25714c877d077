"""A reader of dates over short texts, with the parser loaded once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from contested.language.syntax import Parser, analyse, load_parser
from contested.mentions.times import DocumentTimes, read_times
from contested.model.documents import Document
from contested.reading.structure import find_blocks, find_infobox

Read = Callable[..., DocumentTimes]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    def read_text(text: str, published: date | None = None, **options: object) -> DocumentTimes:
        blocks = find_blocks(text)
        document = Document("d", "d", text, "", published=published, blocks=blocks, infobox=find_infobox(text, blocks))
        return read_times(analyse(document, parser), **options)  # type: ignore[arg-type]

    return read_text

"""Actors of a text, parsed with the small English model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.language.syntax import Parser, analyse, load_parser
from contested.mentions.actors import ActorTables, find_actors
from contested.model.documents import Document
from contested.model.mentions import ActorMention
from contested.reading.structure import find_blocks, find_infobox

Reader = Callable[..., tuple[ActorMention, ...]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def tables() -> ActorTables:
    return ActorTables.load()


@pytest.fixture(scope="session")
def read(parser: Parser, tables: ActorTables) -> Reader:
    def actors(text: str, issuer: str | None = None) -> tuple[ActorMention, ...]:
        blocks = find_blocks(text)
        document = Document(
            id="d", name="d.txt", text=text, sha256="", blocks=blocks, infobox=find_infobox(text, blocks), issuer=issuer
        )
        return find_actors(analyse(document, parser), tables)

    return actors

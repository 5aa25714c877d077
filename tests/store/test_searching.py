"""Search finds words in texts and names, with and without an index of words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.database import Store
from contested.store.keep import keep_coding
from contested.store.searching import (
    FoundDocument,
    FoundName,
    search_actors,
    search_documents,
    search_passages,
    search_places,
)


@pytest.fixture(params=["indexed", "scanned"])
def kept(request: pytest.FixtureRequest, store: Store, document: Document, coding: Coding) -> Store:
    if request.param == "scanned" and store.engine.dialect.name == "sqlite":
        with store.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER passages_added")
            connection.exec_driver_sql("DROP TABLE passage_words")
    keep_coding(store, document, coding, who="ada")
    other = replace(document, id="doc2", name="b.txt", text="A patrol of the lake guard came back.", blocks=(), title="Lake notes")
    keep_coding(store, other, Coding(document="b.txt", sha256="b" * 64, coder="rules 1"), who="ada")
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [("patrol", ["doc1", "doc2"]), ("PATROL lake", ["doc2"]), ('"lake guard"', ["doc2"]), ('"guard lake"', []), ("patr", ["doc1", "doc2"]), ("-", []), ("", [])],
)
def test_passages_hold_all_the_words(kept: Store, words: str, found: list[str]) -> None:
    answer = search_passages(kept, words)
    assert sorted(p.document for p in answer.passages) == found
    assert answer.total == len(found)


def test_found_words_are_marked(kept: Store) -> None:
    (passage,) = search_passages(kept, "lake guard").passages
    assert [words.lower() for words, hit in passage.parts if hit] in (["lake", "guard"], ["lake guard"])
    assert "".join(words for words, _ in passage.parts) == "A patrol of the lake guard came back."
    assert passage.title == "Lake notes"


def test_names_are_found_whatever_their_marks(kept: Store) -> None:
    assert search_actors(kept, "reed comp") == (FoundName("Réed Company", 1),)
    assert search_places(kept, "oak") == (FoundName("Oakford", 1, "GB"),)
    assert search_documents(kept, "lake") == (FoundDocument("doc2", "Lake notes", None),)
    assert search_actors(kept, "") == search_places(kept, " ") == ()

"""Names that a document introduces."""

from __future__ import annotations

import pytest

from contested.mentions.actors.learning import learn_names
from contested.mentions.actors.tables import ActorTables
from contested.model.documents import Document
from contested.model.vocabulary import ActorKind
from contested.reading.structure import find_blocks


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return ActorTables.load(())


@pytest.mark.parametrize(
    ("text", "alias", "name", "kind"),
    [
        ("Fighters of the Ansar al-Wadi (AW) fled.", "AW", "Ansar al-Wadi", ActorKind.GROUP),
        ("Men of the al-Wadi Guard (AWG) fled.", "AWG", "al-Wadi Guard", ActorKind.GROUP),
        ("The Salvation Council (SALC) met. Later, fighters of the Salvation Council fled.", "SALC", "Salvation Council", ActorKind.GROUP),
        ("The Salvation Council (SALC) met. Later, SALC militants fled.", "SALC", "Salvation Council", ActorKind.GROUP),
        ("The Salvation Council (SALC) met, and rebels of the North fled.", "SALC", "Salvation Council", ActorKind.ORGANISATION),
    ],
)
def test_an_abbreviation_stands_for_the_name_before_it(tables: ActorTables, text: str, alias: str, name: str, kind: ActorKind) -> None:
    index = learn_names(Document("a", "a", text, "0" * 64, blocks=find_blocks(text)), tables).index
    assert [(a.name, a.kind) for a in index.get(alias)] == [(name, kind)]


def test_fighters_make_a_group_of_a_transliterated_name(tables: ActorTables) -> None:
    text = "Fighters of Jabhat al-Nasr fled; rebels of North Kivu, and Liwa al-Wadi militants, did not."
    index = learn_names(Document("a", "a", text.replace("Fighters", "Many fighters"), "0" * 64, blocks=find_blocks(text)), tables).index
    assert [a.kind for name in ("Jabhat al-Nasr", "Liwa al-Wadi") for a in index.get(name)] == [ActorKind.GROUP] * 2
    assert not index.get("North Kivu")

"""A document, its coding and an empty store, made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from contested.model.documents import Block, BlockKind, Document
from contested.model.events import Claim, Coding, Event, EventDate, EventPlace, LeftOut, Party, Profile, ProfileItem
from contested.model.spans import Evidence
from contested.model.statements import Statement
from contested.model.values import ActionValue
from contested.model.vocabulary import Basis, DatePrecision, Property, Stance, Status
from contested.store.database import Store, open_store

TEXT = "On 3 May 2021 Reed Company fighters ambushed a patrol near Oakford. The army denied it. More raids may follow."


def words(text: str) -> tuple[Evidence, ...]:
    start = TEXT.index(text)
    return (Evidence(start=start, end=start + len(text), text=text),)


@pytest.fixture
def document() -> Document:
    return Document("doc1", "oakford.txt", TEXT, "a" * 64, published=date(2021, 5, 4), blocks=(Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))


@pytest.fixture
def coding() -> Coding:
    event = Event(
        id="e1", action="ambush",
        date=EventDate(start=date(2021, 5, 3), end=date(2021, 5, 3), precision=DatePrecision.DAY, basis=Basis.OCCURRENCE),
        place=EventPlace(text="Oakford", name="Oakford", country="GB", evidence=words("Oakford")),
        perpetrators=(Party(name="Réed Company", text="Reed Company fighters", evidence=words("Reed Company fighters")),),
        claims=(Claim(party="army", stance=Stance.DENIES, about="event", evidence=words("denied")),),
        status=Status.DISPUTED, confidence=0.8, evidence=words("On 3 May 2021 Reed Company fighters ambushed a patrol near Oakford."),
    )
    statement = Statement(
        document="doc1", subject="e1", property=Property.ACTION, original="ambushed", value=ActionValue(action="ambush"),
        evidence=words("ambushed"), coder="rules 1", rule="acts.csv:7",
    )
    return Coding(
        document="oakford.txt", sha256="a" * 64, coder="rules 1", events=(event,), statements=(statement,),
        profile=Profile(name="Reed Company", aliases=(ProfileItem(name="RC"),)),
        left_out=(LeftOut(text="raids", start=93, end=98, why="predicted"),), notes=("short",),
    )


NOW = datetime(2026, 1, 2, 3, 4, 5)


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """Give a store in a file, for what files alone can suffer."""
    opened = open_store(str(tmp_path / "contested.db"), now=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    opened = open_store(store_address, now=lambda: NOW)
    yield opened
    opened.close()

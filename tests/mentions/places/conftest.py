"""A small gazetteer of a few real towns, and a parser, shared by the tests of places."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from contested.language.syntax import Parser, analyse, load_parser
from contested.mentions.places import Gazetteer, find_places
from contested.mentions.places.building import write_index
from contested.mentions.places.entries import DIVISION1, DIVISION2, SETTLEMENT, Entry, NamedEntry
from contested.mentions.places.sources import CountryFacts
from contested.model.documents import Document
from contested.model.mentions import PlaceMention
from contested.reading.structure import find_blocks

Finder = Callable[[str], tuple[PlaceMention, ...]]

_TOWNS = [
    (1, "Ţarţūs", "SY", "Tartus", 34.9, 35.9, 458000, ("Tartus", "Tartous")),
    (2, "Shaykh Miskīn", "SY", "Daraa", 32.8, 36.2, 26000, ("Sheikh Miskeen",)),
    (3, "Ḩimş", "SY", "Homs", 34.7, 36.7, 775000, ("Homs",)),
    (4, "Kani", "MM", "Sagaing", 22.4, 94.8, 0, ()),
    (5, "Kani", "JP", "Gifu", 35.4, 137.1, 102000, ()),
    (6, "Latakia", "SY", "Latakia", 35.5, 35.8, 709000, ()),
    (7, "Berlin", "DE", "Berlin", 52.5, 13.4, 3426000, ()),
    (8, "Monywa", "MM", "Sagaing", 22.1, 95.1, 182000, ()),
]
_DIVISIONS = [("Homs", "SY", DIVISION1, "Homs"), ("Talkalakh", "SY", DIVISION2, "Homs"), ("Sagaing", "MM", DIVISION1, "Sagaing"),
              ("Latakia", "SY", DIVISION1, "Latakia"), ("Borno", "NG", DIVISION1, "Borno")]
_COUNTRIES = [CountryFacts("SY", ("Syria",), ("LB", "IQ")), CountryFacts("MM", ("Myanmar",), ()), CountryFacts("JP", ("Japan",), ()),
              CountryFacts("DE", ("Germany",), ()), CountryFacts("NG", ("Nigeria",), ())]


def _entries() -> list[NamedEntry]:
    towns = [NamedEntry(Entry(n, name, SETTLEMENT, cc, adm, lat, lon, people, "test"), (name, *others))
             for n, name, cc, adm, lat, lon, people, others in _TOWNS]
    divisions = [NamedEntry(Entry(100 + n, name, kind, cc, adm, None, None, 0, "test"), (name,))
                 for n, (name, cc, kind, adm) in enumerate(_DIVISIONS)]
    return divisions + towns


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("places") / "base.sqlite"
    write_index(path, _entries(), countries=_COUNTRIES, divisions={"SY.11": "Homs", "SY.02": "Latakia"})
    return path


@pytest.fixture(scope="session")
def gazetteer(small_index: Path) -> Gazetteer:
    return Gazetteer([small_index])


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer, parser: Parser) -> Finder:
    def run(text: str) -> tuple[PlaceMention, ...]:
        document = Document("d", "d.txt", text, hashlib.sha256(text.encode()).hexdigest(), blocks=find_blocks(text))
        return find_places(analyse(document, parser), gazetteer)

    return run

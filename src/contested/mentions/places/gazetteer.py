"""Look places up by name: in the index that comes with the program and in what users added."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from contested.errors import StoreError
from contested.mentions.places.entries import SETTLEMENT, Entry, Hit
from contested.mentions.places.folding import bones, fold_plain, plain

_FIND = (
    "SELECT n.plain, n.main, p.id, p.name, p.kind, p.country, p.admin1, p.latitude, p.longitude, p.population, p.source "
    "FROM name n JOIN place p ON p.n = n.place WHERE n.key = ?"
)
_FIND_ALIKE = (
    "SELECT b.plain, p.id, p.name, p.kind, p.country, p.admin1, p.latitude, p.longitude, p.population, p.source "
    "FROM bone b JOIN place p ON p.n = b.place WHERE b.country = ? AND b.bones = ?"
)
_ALIKE = 82.0
_LARGE = 100_000


class Country(NamedTuple):
    """A country: code, usual name first, codes of its neighbours."""

    code: str
    names: tuple[str, ...]
    neighbours: frozenset[str]


class Gazetteer:
    """Places by name. Opens its index files read-only on first use, in each process anew; never writes."""

    def __init__(self, files: Sequence[Path]) -> None:
        """Take index files, the user's own first: where two hold the same place, the first wins."""
        self._files = tuple(files)
        self._pid = -1
        self._layers: list[sqlite3.Connection] = []
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._alike: dict[tuple[str, str], tuple[Hit, ...]] = {}

    def __getstate__(self) -> tuple[Path, ...]:
        return self._files

    def __setstate__(self, files: tuple[Path, ...]) -> None:
        self.__init__(files)  # type: ignore[misc]

    def find(self, name: str) -> tuple[Hit, ...]:
        """Give every place that goes by a name in any usual spelling, the most populous first."""
        words = plain(name)
        found = self._found.get(words)
        if found is None:
            found = self._found[words] = self._look_up(words)
        return found

    def has_town(self, name: str) -> bool:
        """Is there a town of 100,000 people or more whose own name this is?"""
        return any(h.main and h.entry.kind == SETTLEMENT and h.entry.population >= _LARGE for h in self.find(name))

    def find_alike(self, name: str, country: str) -> tuple[Hit, ...]:
        """Give the places of one country whose names differ from this one by a few vowels at most, the most alike first."""
        words = plain(name)
        asked = (words, country)
        found = self._alike.get(asked)
        if found is None:
            found = self._alike[asked] = self._look_alike(words, country)
        return found

    def countries(self) -> tuple[Country, ...]:
        """Give all countries, by code."""
        rows = self._open()[-1].execute("SELECT code, names, neighbours FROM country ORDER BY code")
        return tuple(Country(code, tuple(names.split("|")), frozenset(near.split(",")) - {""}) for code, names, near in rows)

    def divisions(self) -> dict[str, str]:
        """Give the names of first-order divisions by GeoNames code ("SY.11")."""
        return dict(self._open()[-1].execute("SELECT code, name FROM division"))

    def _open(self) -> list[sqlite3.Connection]:
        if self._pid != os.getpid():
            try:
                self._layers = [_connect(f) for f in self._files]
            except sqlite3.Error as err:
                raise StoreError(f"an index of places cannot be opened ({err})", where=str(self._files[-1].parent),
                                 fix="Delete the folder: it is built again on the next run.") from err
            self._pid = os.getpid()
        return self._layers

    def _look_up(self, words: str) -> tuple[Hit, ...]:
        key = fold_plain(words)
        best: dict[tuple[int, str], Hit] = {}
        for layer in self._open():
            here: dict[tuple[int, str], Hit] = {}
            for written, main, *values in layer.execute(_FIND, (key,)):
                hit = Hit(Entry(*values), written == words, bool(main) and written == words)
                place = (hit.entry.id, hit.entry.source if hit.entry.id <= 0 else "")
                old = here.get(place)
                if old is None or (hit.main, hit.exact) > (old.main, old.exact):
                    here[place] = hit
            for place, hit in here.items():
                best.setdefault(place, hit)
        return tuple(sorted(best.values(), key=_order))

    def _look_alike(self, words: str, country: str) -> tuple[Hit, ...]:
        hard = bones(fold_plain(words))
        if hard is None:
            return ()
        key = fold_plain(words)
        best: dict[tuple[int, str], tuple[float, Hit]] = {}
        for layer in self._open():
            for written, *values in layer.execute(_FIND_ALIKE, (country, hard)):
                likeness = fuzz.ratio(key, fold_plain(written))
                entry = Entry(*values)
                place = (entry.id, entry.source if entry.id <= 0 else "")
                if likeness >= _ALIKE and likeness > best.get(place, (0.0, None))[0]:
                    best[place] = (likeness, Hit(entry, False, False))
        return tuple(hit for _, hit in sorted(best.values(), key=lambda b: (-b[0], _order(b[1]))))


def _connect(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    db = sqlite3.connect(uri, uri=True, check_same_thread=False)
    db.execute("SELECT 1 FROM place LIMIT 1")
    return db


def _order(hit: Hit) -> tuple[int, str, str, int]:
    return (-hit.entry.population, hit.entry.kind, hit.entry.country, hit.entry.id)

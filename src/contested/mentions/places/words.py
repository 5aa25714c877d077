"""The tables that recognise places by the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.mentions.places.entries import COUNTRY, Entry
from contested.mentions.places.folding import plain
from contested.mentions.places.gazetteer import Gazetteer
from contested.model.vocabulary import PlacePrecision
from contested.resources import Row, read_table

Phrases = dict[str, tuple[tuple[str, ...], ...]]
_PARTS = str.maketrans({"-": " - ", "–": " – ", "'": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class PlaceType:
    """What a common noun says of the name that it stands with."""

    word: str
    kind: str
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class Cue:
    """A preposition or phrase before a name; ``strength`` as in the table."""

    cue: str
    strength: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A country or region of the tables, with the precision that it has."""

    entry: Entry
    precision: PlacePrecision
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """All tables, ready to look up; names and cues are keyed by their words in lower case."""

    types: dict[str, PlaceType]
    cues: dict[tuple[str, ...], Cue]
    not_at: dict[str, frozenset[str]]
    listed: dict[tuple[str, ...], Listed]
    longest: dict[str, int]
    demonyms: dict[tuple[str, ...], str]
    neighbours: dict[str, frozenset[str]]
    usual: dict[str, str]

    @classmethod
    def load(cls, gazetteer: Gazetteer, extra: Sequence[Path] = ()) -> PlaceWords:
        """Read the tables and the gazetteer's countries. Raises: TableError: a bad row, with file and line."""
        states = read_table("countries.csv", ("iso", "name", "demonyms", "capitals", "other_names"), extra)
        listed = _listed_countries(gazetteer, states, extra)
        usual = {row["iso"]: row["name"] for row in states}
        listed.update(_listed_regions(extra))
        longest: dict[str, int] = {}
        demonyms = _demonyms(states)
        for words in (*listed, *demonyms):
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return cls(
            types={r["word"]: PlaceType(r["word"], r["kind"], PlacePrecision(r["precision"])) for r in read_table("places_types.csv", ("word", "kind", "precision"), extra)},
            cues={tuple(r["words"].split()): Cue(r["cue"], int(r["strength"])) for r in read_table("places_cues.csv", ("words", "cue", "strength"), extra)},
            not_at=_not_at(extra), listed=listed, longest=longest, demonyms=demonyms,
            neighbours={c.code: c.neighbours for c in gazetteer.countries()}, usual=usual,
        )


def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case, hyphens apart, as the parser parts them.

    >>> name_words("Nagorno-Karabakh")
    ('nagorno', '-', 'karabakh')
    """
    return tuple(name.lower().translate(_PARTS).split())


def _listed_countries(gazetteer: Gazetteer, states: Iterable[Row], extra: Sequence[Path]) -> dict[tuple[str, ...], Listed]:
    found: dict[tuple[str, ...], Listed] = {}
    named = [(c.code, c.names, "gazetteer") for c in gazetteer.countries()]
    named += [(r["iso"], (r["name"], *_not_capital(r)), r.where) for r in states]
    usual = {r["iso"]: r["name"] for r in states}
    named += [(r["country"], tuple(r["names"].split("|")), r.where) for r in read_table("places_countries.csv", ("country", "names"), extra)]
    for code, names, where in named:
        entry = Entry(0, usual.get(code, names[0]), COUNTRY, code, None, None, None, 0, where)
        for name in names:
            if len(name) > 1:
                found[name_words(name)] = Listed(entry, PlacePrecision.COUNTRY, where)
    return found


def _not_capital(state: Row) -> list[str]:
    """Give a state's further names without those of its capital, which stand for its government, not its soil."""
    capitals = {plain(name) for name in state["capitals"].split("|")}
    return [n for n in state["other_names"].split("|") if n and plain(n) not in capitals]


def _listed_regions(extra: Sequence[Path]) -> dict[tuple[str, ...], Listed]:
    found: dict[tuple[str, ...], Listed] = {}
    for row in read_table("places_regions.csv", ("names", "country", "admin1", "kind", "precision"), extra):
        names = row["names"].split("|")
        entry = Entry(0, names[0], row["kind"], row["country"], row["admin1"] or None, None, None, 0, row.where)
        for name in names:
            found[name_words(name)] = Listed(entry, PlacePrecision(row["precision"]), row.where)
    return found


def _demonyms(states: Iterable[Row]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in states:
        for word in filter(None, row["demonyms"].split("|")):
            found[name_words(word)] = row["iso"]
            found.setdefault(name_words(word + "s"), row["iso"])
    return found


def _not_at(extra: Sequence[Path]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {"end": set(), "start": set(), "any": set(), "alone": set(), "time": set()}
    for row in read_table("places_not.csv", ("word", "where"), extra):
        found[row["where"]].add(row["word"])
    return {where: frozenset(words) for where, words in found.items()}

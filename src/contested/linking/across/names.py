"""Names of actors and places across documents: the same, kin, or others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from contested.resources import read_table

ACTOR_TABLES = ("actors.csv", "actors-groups.csv", "actors-bodies.csv")
ACTOR_COLUMNS = ("name", "kind", "branch", "country", "aliases", "abbreviations", "parent", "from", "to", "source")
_UNWEIGHTY = frozenset({"the", "of", "a", "an", "and", "in", "for", "al", "el", "ad", "ar", "as", "ash", "at", "az", "de", "da", "la", "near"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_WORD = re.compile(r"\w+")
_ALIKE, _ALIKE_PLACE, _CONSONANTS = 88.0, 78.0, 3
_GENERIC = frozenset(
    {"army", "military", "police", "government", "forces", "force", "fighters", "gunmen", "militants", "soldiers", "troops", "rebels", "air", "national",
     "armed", "group", "gang", "members", "security", "front", "movement", "brigade", "republic", "state", "liberation", "people", "s", "militia", "guard"}
)  # fmt: skip


@lru_cache(maxsize=1 << 17)
def words_of(name: str) -> frozenset[str]:
    """Give the words of a name that count, without accents, case and apostrophes."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    every = _WORD.findall(re.sub(r"['’ʻʿ`‘]", "", bare))
    return frozenset(w for w in every if w not in _UNWEIGHTY) or frozenset(every)


def particular_words(name: str) -> frozenset[str]:
    """Give the words of a name that do not only say what kind of body it is."""
    return words_of(name) - _GENERIC


@dataclass(frozen=True, slots=True)
class ActorNames:
    """The bodies that the tables know: the fullest name of each folded name, and what each belongs to."""

    fullest: Mapping[frozenset[str], str]
    parents: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> ActorNames:
        """Read the tables of actors; of two bodies with one name the first is taken."""
        fullest: dict[frozenset[str], str] = {}
        parents: dict[str, tuple[str, ...]] = {}
        for row in (r for table in ACTOR_TABLES for r in read_table(table, ACTOR_COLUMNS, extra)):
            for name in (row["name"], *row["aliases"].split("|"), *row["abbreviations"].split("|")):
                if name:
                    fullest.setdefault(words_of(name), row["name"])
            if row["parent"]:
                parents[row["name"]] = tuple(row["parent"].split("|"))
        return cls(fullest, parents)

    def with_wholes(self, wholes: Mapping[str, tuple[str, ...]]) -> ActorNames:
        """Add what people decided that bodies belong to."""
        return replace(self, parents={**self.parents, **{n: (*self.parents.get(n, ()), *w) for n, w in wholes.items()}}) if wholes else self

    def fullest_of(self, name: str) -> str:
        """Give the name under which the tables know a body, or the name itself."""
        return self.fullest.get(words_of(name), name)

    def kin(self, left: str, right: str) -> bool:
        """Does one belong to the other, or both to one body?"""
        up, down = self._line(left), self._line(right)
        return bool(up & down)

    def _line(self, name: str) -> set[str]:
        line, above = {name}, list(self.parents.get(name, ()))
        while above:
            one = above.pop()
            if one not in line:
                line.add(one)
                above.extend(self.parents.get(one, ()))
        return line


def numbered_apart(left: str, right: str) -> bool:
    """Do two names bear different numbers ("12th Brigade", "3rd Brigade")? One without a number may be either."""
    mine, yours = (frozenset(re.findall(r"\d+", n)) or frozenset(w for w in words_of(n) if w in _ORDINALS) for n in (left, right))
    return bool(mine and yours) and mine != yours


@lru_cache(maxsize=1 << 17)
def same_actor(left: str, right: str) -> bool:
    """Are two names those of one body: the same words, one's words within the other's, nearly the same letters, initials?"""
    a, b = words_of(left), words_of(right)
    if numbered_apart(left, right):
        return False
    if a == b or (a <= b and a - _GENERIC) or (b <= a and b - _GENERIC):
        return True
    if initials(left) == right.casefold() or initials(right) == left.casefold():
        return True
    from rapidfuzz import fuzz

    return bool((a - _GENERIC) and (b - _GENERIC)) and fuzz.token_sort_ratio(" ".join(sorted(a)), " ".join(sorted(b))) >= _ALIKE


@lru_cache(maxsize=1 << 17)
def generic(name: str) -> bool:
    """Does a name say only what kind of body it is ("the army", "militants")?"""
    return words_of(name) <= _GENERIC


@lru_cache(maxsize=1 << 17)
def initials(name: str) -> str:
    """Give the first letters of a name's words, small, when there are several."""
    found = [w for w in re.findall(r"\w+", name) if w.casefold() not in _UNWEIGHTY]
    return "".join(w[0] for w in found).casefold() if len(found) > 1 else ""


@lru_cache(maxsize=1 << 17)
def alike_places(left: str, right: str) -> bool:
    """Can two place names be spellings of one ("Afgooye", "Afgoye")? The words must differ in few letters."""
    from rapidfuzz import fuzz

    if words_of(left) <= words_of(right) or words_of(right) <= words_of(left):
        return True
    a, b = _squeezed(left), _squeezed(right)
    return fuzz.ratio(a, b) >= _ALIKE_PLACE or (_consonants(a) == _consonants(b) and len(_consonants(a)) >= _CONSONANTS)


def _squeezed(name: str) -> str:
    """Write the words that count as one, in their order."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return "".join(w for w in _WORD.findall(re.sub(r"['’ʻʿ`‘]", "", bare)) if w in words_of(name))


def _consonants(name: str) -> str:
    plain = name[:1] + re.sub(r"[aeiouyhw]", "", name[1:].replace("q", "k").replace("z", "s"))
    return re.sub(r"(.)\1+", r"\1", plain)

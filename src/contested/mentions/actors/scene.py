"""Everything that the naming of one sentence's actors needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from contested.mentions.actors.discourse import Discourse
from contested.mentions.actors.name_index import Hit, SentenceKeys
from contested.mentions.actors.phrases import Phrase
from contested.mentions.actors.tables import Actor, ActorTables, CountryHit, Role, RoleNoun
from contested.model.documents import Document
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase denotes. ``owner`` is the party it belongs to; ``first``/``last`` are its tokens."""

    first: int
    last: int
    head: int
    name: str
    kind: ActorKind
    via: str
    rule: str
    country: str | None = None
    members: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    plural: bool = False


@dataclass(slots=True)
class Scene:
    """One sentence in its document: its tokens, the names and countries found in it, and what was said before."""

    sentence: Sentence
    keys: SentenceKeys
    tables: ActorTables
    document: Document
    discourse: Discourse
    near: str | None
    day: date | None
    actors: list[Hit[Actor]]
    countries: list[Hit[list[CountryHit]]]
    phrases: list[Phrase]
    place_words: frozenset[str]
    shown: Mapping[str, str]
    place_tokens: frozenset[int]
    country_fixed: bool
    heading: bool
    found: list[Named] = field(default_factory=list)
    _roles: dict[int, RoleNoun | None] = field(default_factory=dict)

    def role(self, i: int) -> RoleNoun | None:
        """Give what the tables say of a token as a noun for people, bodies or things."""
        if i not in self._roles:
            word = self.sentence.tokens[i].text.lower()
            roles = self.tables.roles
            self._roles[i] = roles.get(word) or roles.get(word.replace("-", "")) or roles.get(word.rpartition("-")[2])
        return self._roles[i]

    def has_role(self, i: int, *wanted: Role) -> bool:
        """Does a token bear one of these roles?"""
        role = self.role(i)
        return role is not None and role.has(*wanted)

    def actor_within(self, first: int, last: int) -> Hit[Actor] | None:
        """Give the last named actor whose tokens all lie in a range."""
        return next((h for h in reversed(self.actors) if first <= h.first and h.last <= last), None)

    def actor_at(self, i: int) -> Hit[Actor] | None:
        """Give the named actor that a token is part of."""
        return next((h for h in self.actors if h.first <= i <= h.last), None)

    def country_within(self, first: int, last: int) -> CountryHit | None:
        """Give the country that a range names by name or demonym, the last one; several readings: the nearest."""
        for hit in reversed(self.countries):
            if first <= hit.first and hit.last <= last:
                return self.chosen(hit)
        return None

    def chosen(self, hit: Hit[list[CountryHit]]) -> CountryHit:
        """Choose among the countries that one word can name ("Congolese"): the near one, else the first row."""
        return next((v for v in hit.value if v.country.iso == self.near), hit.value[0])

    def country_at(self, i: int) -> CountryHit | None:
        """Give the country that a token is part of the name of."""
        return next((self.chosen(h) for h in self.countries if h.first <= i <= h.last), None)

    def words(self, first: int, last: int) -> str:
        """Give the words for a range of tokens with one blank at most between them; upper-case texts in lower case."""
        tokens = self.sentence.tokens
        parts = [tokens[first].text]
        for i in range(first + 1, last + 1):
            parts.append((" " if tokens[i].start > tokens[i - 1].end else "") + tokens[i].text)
        words = "".join(parts)
        return words.lower() if self.keys.upper else words

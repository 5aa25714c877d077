"""The tables of actors, countries and roles, loaded into records that know the row they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from contested.errors import TableError
from contested.mentions.actors.name_index import NameIndex, fold
from contested.model.vocabulary import ActorKind
from contested.resources import Row, read_table

ACTOR_COLUMNS = ("name", "kind", "branch", "country", "aliases", "abbreviations", "parent", "from", "to", "source")
COUNTRY_COLUMNS = ("iso", "name", "demonyms", "capitals", "other_names")
ROLE_COLUMNS = ("noun", "plural", "role", "branch")
ACTOR_FILES = ("actors.csv", "actors-groups.csv", "actors-bodies.csv")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Role(StrEnum):
    """What a noun for people, bodies or things says of its bearer; see the head of roles.csv."""

    MEMBER = "member"
    FORCE = "force"
    UNIT = "unit"
    FIGHTER = "fighter"
    GROUP = "group"
    UNKNOWN = "unknown"
    CIVILIANS = "civilians"
    OFFICE = "office"
    SOURCE = "source"
    GOVERNMENT = "government"
    OBJECT = "object"
    BODY = "body"
    SPEAKS = "speaks"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Actor:
    """One row of an actors table. ``since`` is included, ``until`` is not; None where open."""

    name: str
    kind: ActorKind
    branch: str = ""
    country: str | None = None
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    source: str = ""
    where: str = ""

    def active(self, day: date | None) -> bool:
        """Did the actor bear this name on a day? True where the day is unknown."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day < self.until))


@dataclass(frozen=True, slots=True)
class Country:
    """One row of countries.csv."""

    iso: str
    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    other_names: tuple[str, ...]
    where: str = ""

    @property
    def demonym(self) -> str:
        """Give the word that makes the names of its bodies: "Nigerian"."""
        return self.demonyms[0] if self.demonyms else self.name


class CountryWord(StrEnum):
    """How a word names a country."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class CountryHit:
    """A country as a word names it."""

    country: Country
    word: CountryWord


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """What one noun can say: its roles with their branches, the number, and the rows."""

    roles: tuple[tuple[Role, str, str], ...]
    plural: bool

    def has(self, *wanted: Role) -> bool:
        """Does the noun bear one of these roles?"""
        return any(role in wanted for role, _, _ in self.roles)

    def branch(self, wanted: Role) -> str:
        """Give the branch that the noun names in this role, or ""."""
        return next((branch for role, branch, _ in self.roles if role is wanted), "")

    def where(self, wanted: Role) -> str:
        """Give the row of this role as file:line."""
        return next((where for role, _, where in self.roles if role is wanted), "")


@dataclass(frozen=True, slots=True)
class ActorTables:
    """Everything the tables say about actors, ready to look up."""

    actors: tuple[Actor, ...]
    countries: dict[str, Country]
    names: NameIndex[Actor]
    country_names: NameIndex[CountryHit]
    roles: dict[str, RoleNoun]
    forces: dict[tuple[str, str], tuple[Actor, ...]]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> ActorTables:
        """Read the tables of the package and of the user's folders.

        Raises: TableError: a value is not allowed; names file and line.
        """
        actors = tuple(_actor(row) for name in ACTOR_FILES for row in read_table(name, ACTOR_COLUMNS, extra))
        countries = {c.iso: c for c in (_country(row) for row in read_table("countries.csv", COUNTRY_COLUMNS, extra))}
        roles = _roles(read_table("roles.csv", ROLE_COLUMNS, extra))
        return cls(actors, countries, _names(actors), _country_names(countries.values()), roles, _forces(actors))

    def force(self, iso: str, branch: str, day: date | None) -> Actor | None:
        """Give the force of a country for a branch, under the name that it bore on a day."""
        rows = self.forces.get((iso, branch), ())
        return next((a for a in rows if a.active(day)), rows[-1] if rows else None)


def _split(values: str) -> tuple[str, ...]:
    return tuple(v.strip() for v in values.split("|") if v.strip())


def parse_table_date(value: str, where: str) -> date | None:
    """Read YYYY, YYYY-MM or YYYY-MM-DD as its first day; "" is None."""
    if not value:
        return None
    match = _DATE.match(value)
    try:
        if match:
            return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        pass
    raise TableError(f"{value!r} is no date", where=where, fix="Write YYYY, YYYY-MM or YYYY-MM-DD.")


def _actor(row: Row) -> Actor:
    if not row["name"]:
        raise TableError("the name is empty", where=row.where, fix="Give the actor's fullest name.")
    allowed = [k.value for k in ActorKind]
    if row["kind"] not in allowed:
        raise TableError(f"unknown kind {row['kind']!r}", where=row.where, fix=f"Use one of {', '.join(allowed)}.")
    since, until = (parse_table_date(row[c], row.where) for c in ("from", "to"))
    if since and until and since >= until:
        raise TableError("the row ends before it begins", where=row.where, fix="Check the columns from and to.")
    return Actor(
        row["name"],
        ActorKind(row["kind"]),
        row["branch"],
        row["country"] or None,
        _split(row["aliases"]),
        _split(row["abbreviations"]),
        row["parent"] or None,
        since,
        until,
        row["source"],
        row.where,
    )


def _country(row: Row) -> Country:
    if not re.fullmatch(r"[A-Z]{2}", row["iso"]):
        raise TableError(
            f"{row['iso']!r} is no country code", where=row.where, fix="Write two capitals (ISO 3166-1 alpha-2)."
        )
    return Country(
        row["iso"], row["name"], _split(row["demonyms"]), _split(row["capitals"]), _split(row["other_names"]), row.where
    )


def _names(actors: Iterable[Actor]) -> NameIndex[Actor]:
    index: NameIndex[Actor] = NameIndex()
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            index.add(name, actor)
        for abbreviation in actor.abbreviations:
            index.add(abbreviation, actor, exact_case=abbreviation.isupper() or len(abbreviation) < 5)
    return index


def _country_names(countries: Iterable[Country]) -> NameIndex[CountryHit]:
    index: NameIndex[CountryHit] = NameIndex()
    for country in countries:
        for name in (country.name, *country.other_names):
            index.add(name, CountryHit(country, CountryWord.NAME), exact_case=len(name) < 5 and name.isupper())
        for demonym in country.demonyms:
            for form in {demonym: None, _plural(demonym): None}:
                index.add(
                    form, CountryHit(country, CountryWord.DEMONYM), exact_case=len(demonym) < 5 and demonym.isupper()
                )
        for capital in country.capitals:
            index.add(capital, CountryHit(country, CountryWord.CAPITAL))
    return index


def _forces(actors: Iterable[Actor]) -> dict[tuple[str, str], tuple[Actor, ...]]:
    found: dict[tuple[str, str], tuple[Actor, ...]] = {}
    for actor in actors:
        if actor.kind is ActorKind.FORCE and actor.country and actor.branch:
            key = actor.country, actor.branch
            found[key] = (*found.get(key, ()), actor)
    return found


def _roles(rows: Iterable[Row]) -> dict[str, RoleNoun]:
    found: dict[str, RoleNoun] = {}
    for row in rows:
        try:
            role = Role(row["role"])
        except ValueError as err:
            fix = f"Use one of {', '.join(r.value for r in Role)}."
            raise TableError(f"unknown role {row['role']!r}", where=row.where, fix=fix) from err
        forms = {row["noun"].lower(): False, (row["plural"] or _plural(row["noun"])).lower(): True}
        for form, plural in forms.items():
            for key in {form: None, "".join(fold(form)): None}:
                held = found.get(key)
                found[key] = RoleNoun((*(held.roles if held else ()), (role, row["branch"], row.where)), plural)
    return found


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")

"""Which body a description denotes: forces of a country, its ministries and its government."""

from __future__ import annotations

from datetime import date

from contested.mentions.actors.name_index import name_keys
from contested.mentions.actors.tables import Actor, ActorTables
from contested.model.vocabulary import ActorKind

_NATIONAL = frozenset({"government", "authorities", "parliament", "presidency", "army", "navy", "junta"})


def force_of(tables: ActorTables, iso: str, branch: str, day: date | None) -> Actor:
    """Name a country's force for a branch: as the tables call it where that name tells the country, else "X police"."""
    country = tables.countries[iso]
    row = tables.force(iso, branch, day) or (tables.force(iso, "military", day) if branch != "police" else None)
    if row and (branch != "police" or _tells_country(row.name, country.name, country.demonyms)):
        return row
    words = {"police": "police", "army": "Army", "navy": "Navy", "air_force": "Air Force", "gendarmerie": "gendarmerie"}
    where = row.where if row else country.where
    return Actor(f"{country.demonym} {words.get(branch, 'Armed Forces')}", ActorKind.FORCE, branch, iso, where=where)


def _tells_country(name: str, country: str, demonyms: tuple[str, ...]) -> bool:
    keys = set(name_keys(name))
    return any(set(name_keys(word)) <= keys for word in (country, *demonyms))


def of_country(tables: ActorTables, iso: str | None, description: str) -> str:
    """Put the demonym before the name of a state's body that does not tell its country: "Mozambican Defence Ministry"."""
    if not iso or iso not in tables.countries:
        return description
    country = tables.countries[iso]
    keys = set(name_keys(description))
    if any(set(name_keys(word)) <= keys for word in (country.name, *country.demonyms, *country.other_names)):
        return description
    return f"{country.demonym} {description}"

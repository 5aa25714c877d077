"""Read policies: those of the program by their name, a user's own from a text file (TOML)."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from contested.assessing.policies.records import Choice, Figure, Policy
from contested.assessing.status import Side
from contested.errors import TableError, UsageError

_SIDES = {"perpetrator": Side.PERPETRATOR, "victim": Side.VICTIM, "third": Side.THIRD}
_KNOWN = {"": {"name", "version", "title", "sources", "toll", "date", "place"}, "sources": {"copies_once", "leave_out"},
          "toll": {"figure", "vague"}, "date": {"choose"}, "place": {"choose"}}  # fmt: skip
_Word = TypeVar("_Word", bound=StrEnum)


def policy_names() -> tuple[str, ...]:
    """Name the program's own policies."""
    return tuple(sorted(p.name.removesuffix(".toml") for p in _folder().iterdir() if p.name.endswith(".toml")))


@cache
def own_policies() -> tuple[Policy, ...]:
    """Give the program's own policies, by name."""
    return tuple(read_policy(name) for name in policy_names())


def read_policy(named: str) -> Policy:
    """Give a policy by its name, or from a file whose path ends in .toml.

    Raises: UsageError: no such policy or file. TableError: a key or value that policies do not have; names the file.
    """
    own = named.endswith(".toml")
    if not own and named not in policy_names():
        raise UsageError(f"there is no policy '{named}'", fix=f"Choose one of {', '.join(policy_names())}, or give a file that ends in .toml.")
    try:
        text = Path(named).read_text(encoding="utf-8-sig") if own else _folder().joinpath(f"{named}.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"the policy {named} cannot be read ({err})", fix="Check the path.") from err
    try:
        return _policy(tomllib.loads(text), named)
    except tomllib.TOMLDecodeError as err:
        raise TableError(f"it is not TOML ({err})", where=named, fix="See the program's own policies for an example.") from err


def _folder() -> Any:
    return resources.files("contested.resources").joinpath("policies")


def _policy(plain: dict[str, Any], where: str) -> Policy:
    parts = {part: plain.get(part, {}) for part in ("sources", "toll", "date", "place")}
    for part, known in _KNOWN.items():
        given = plain if not part else parts[part]
        if not isinstance(given, dict) or (unknown := set(given) - known):
            named = ", ".join(sorted(unknown)) if isinstance(given, dict) else part
            raise TableError(f"a policy has no '{named}'", where=where, fix=f"Allowed here: {', '.join(sorted(known))}.")
    if not isinstance(plain.get("name"), str) or not isinstance(plain.get("version"), str):
        raise TableError("a policy needs a name and a version", where=where, fix='Write name = "mine" and version = "1".')
    return Policy(
        plain["name"], plain["version"], str(plain.get("title", "")), bool(parts["sources"].get("copies_once", True)),
        frozenset(_sides(parts["sources"].get("leave_out", []), where)), _word(Figure, parts["toll"].get("figure", "smallest"), where),
        _numbers(parts["toll"].get("vague", {}), where), _word(Choice, parts["date"].get("choose", "most_sources"), where),
        _word(Choice, parts["place"].get("choose", "most_precise"), where),
    )  # fmt: skip


def _word(kind: type[_Word], word: Any, where: str) -> _Word:
    try:
        return kind(word)
    except ValueError as err:
        raise TableError(f"'{word}' is no choice", where=where, fix=f"Choose one of: {', '.join(kind)}.") from err


def _sides(names: Any, where: str) -> list[Side]:
    for name in names:
        if name not in _SIDES:
            raise TableError(f"'{name}' is no side", where=where, fix=f"Choose among: {', '.join(_SIDES)}.")
    return [_SIDES[name] for name in names]


def _numbers(given: Any, where: str) -> dict[str, int]:
    if not isinstance(given, dict) or not all(isinstance(n, int) and n >= 0 for n in given.values()):
        raise TableError("vague words need whole numbers", where=where, fix="Write vague = { dozens = 12 }.")
    return dict(given)

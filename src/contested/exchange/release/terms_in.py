"""Terms of a release from what a user says on the command line."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from contested.errors import InputError, UsageError
from contested.exchange.release.places import PlaceLevel
from contested.exchange.release.releasing import Audience, Terms

_Choice = TypeVar("_Choice", bound=StrEnum)


def read_terms(
    audience: str, places: str = "exact", *, public_figures: Path | None = None, withhold: Path | None = None, drop_sources: Path | None = None
) -> Terms:
    """Check words and read files of names.

    Raises: UsageError: no such audience or level of place. InputError: a file of names cannot be read.
    """
    who = _chosen(Audience, audience, "audience")
    level = _chosen(PlaceLevel, places, "level of place")
    return Terms(who, level, _names(public_figures), _names(withhold), _names(drop_sources))


def _chosen(kind: type[_Choice], word: str, what: str) -> _Choice:
    try:
        return kind(word)
    except ValueError as err:
        raise UsageError(f"there is no {what} '{word}'", fix=f"Choose one of {', '.join(kind)}.") from err


def _names(path: Path | None) -> tuple[str, ...]:
    if path is None:
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise InputError("the file of names cannot be read", where=str(path), fix="Give a text file in UTF-8, one name a line.") from err
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))

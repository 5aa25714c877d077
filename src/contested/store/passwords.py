"""Keep passwords as argon2 hashes, and say which passwords are good enough."""

from __future__ import annotations

import secrets
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from contested.errors import UsageError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST, MOST = 12, 1000
_DIFFERENT = 5


def hash_password(password: str) -> str:
    """Hash a password with a salt of its own; the form says the method and its costs."""
    return _hasher().hash(normalize("NFKC", password))


def fits(password: str, hashed: str | None) -> bool:
    """Is this the password? It takes as long where there is no account (``hashed`` is None), so that nobody learns which names exist."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        right = _hasher().verify(hashed or _nobodys(), normalize("NFKC", password[: MOST + 1]))
    except (Argon2Error, InvalidHashError):
        return False
    return right and hashed is not None


def check_password(password: str, name: str) -> None:
    """Raise a UsageError for a password that is easily guessed, and say what a good one is."""
    fix = f"Take {LEAST} signs or more, for instance four words that have nothing to do with each other."
    if not LEAST <= len(password) <= MOST:
        raise UsageError(f"the password has {len(password)} signs", fix=fix)
    if len(set(password)) < _DIFFERENT or (name.casefold() in password.casefold() and len(password) < len(name) + LEAST):
        raise UsageError("the password is easily guessed", fix=fix)


def new_password() -> str:
    """Make a password for somebody else, to be changed at the first signing in."""
    return secrets.token_urlsafe(15)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    # The second choice of RFC 9106, with one lane: 64 MiB and about a tenth of a second for each guess.
    return PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1)


@cache
def _nobodys() -> str:
    return _hasher().hash(secrets.token_urlsafe(24))

"""Who is asking: the person of a session, as every page and every decision of one request knows them."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

from starlette.datastructures import Headers
from starlette.responses import Response

from contested.model.people import Role


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who was let in. ``session`` is the number of the session of an account; without accounts there is none."""

    name: str
    role: Role
    session: int | None = None
    temporary: bool = False

    @property
    def has_account(self) -> bool:
        """Did the person sign in, so that nobody need be asked who decides?"""
        return self.session is not None

    @property
    def decides(self) -> bool:
        """May the person decide and add?"""
        return self.role.may(Role.CODER)

    @property
    def leads(self) -> bool:
        """May the person keep accounts, and let out what is withheld?"""
        return self.role.may(Role.LEAD)


class Door(Protocol):
    """What knows sessions: the token's, or those of accounts."""

    def visitor(self, key: str | None) -> Visitor | None:
        """Give the person of a session; None where it is not open."""

    def turned_away(self, path: str, headers: Headers, navigates: bool) -> Response:
        """Say how to come in."""


# Templates are rendered far from the request; each request has a context of its own, so that no two share this.
ASKING: ContextVar[Visitor | None] = ContextVar("asking", default=None)


def asking() -> Visitor | None:
    """Give the person whose request is being answered; None where nobody was let in."""
    return ASKING.get()

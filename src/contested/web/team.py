"""Who may use the application where there are accounts: people sign in with name and password, and each gets a session of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv6Address, ip_address, ip_network
from threading import BoundedSemaphore
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from contested.store.accounts import name_with_password
from contested.store.database import Store
from contested.store.sign_ins import end_session_of, open_session, signed_in
from contested.web.pages import page
from contested.web.tries import Tries
from contested.web.visitor import Visitor

SIGN_IN = "/sign-in"
OF_AN_ADDRESS, OF_A_NAME, WITHIN_S = 15, 30, 900.0
AT_ONCE, WAIT_S = 2, 5.0


class Unfit(StrEnum):
    """Why somebody was not let in, in words for the page."""

    WRONG = "The name or the password is wrong."
    LATE = "Too many tries. Wait a quarter of an hour, or ask whoever keeps this server."


@dataclass(slots=True)
class Team:
    """The door of a store with accounts. Tries are counted by name and by the address of the browser; few passwords are compared at once."""

    store: Store
    of_address: Tries = field(default_factory=lambda: Tries(OF_AN_ADDRESS, WITHIN_S))
    of_name: Tries = field(default_factory=lambda: Tries(OF_A_NAME, WITHIN_S))
    _comparing: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    def sign_in(self, name: str, password: str, address: str, browser: str) -> tuple[str, None] | tuple[None, Unfit]:
        """Give the key of a new session, or why there is none.

        Raises: StoreError: the store cannot be written to.
        """
        place, called = network_of(address), " ".join(name.split()).casefold()
        if not self.of_address.take(place) or not self.of_name.take(called) or not self._comparing.acquire(timeout=WAIT_S):
            return None, Unfit.LATE
        try:
            known = name_with_password(self.store, name, password)
        finally:
            self._comparing.release()
        if known is None:
            return None, Unfit.WRONG
        self.of_address.forgive(place)
        self.of_name.forgive(called)
        return open_session(self.store, known, browser), None

    def visitor(self, key: str | None) -> Visitor | None:
        """Give the person of an open session, with the role they have now."""
        found = signed_in(self.store, key) if key else None
        return Visitor(found.name, found.role, found.session, found.temporary) if found else None

    def turned_away(self, path: str, headers: Headers, navigates: bool) -> Response:
        """Lead somebody who opens a page to the page for signing in, and from there back; tell programs in a line."""
        if not navigates or path.split("?")[0].endswith(".json"):
            return PlainTextResponse(f"Sign in first, at {SIGN_IN}.\n", 401)
        if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            # After a link on another site a strict cookie is not sent: the same address once more, from a page of this one.
            return page("opened.html.j2", to=path)
        return RedirectResponse(f"{SIGN_IN}?to={quote(path, safe='')}", 303)

    def close(self, key: str) -> None:
        """End a session."""
        end_session_of(self.store, key)


def network_of(address: str) -> str:
    """Give what one person has of the internet: an address of version 4, or the network of one of version 6."""
    try:
        read = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network((read, 64), strict=False)) if isinstance(read, IPv6Address) else str(read)

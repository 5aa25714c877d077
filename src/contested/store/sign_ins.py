"""The open sessions of accounts: kept in the store, so that they can be listed and ended from anywhere, at once."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from contested.errors import StoreError, UsageError
from contested.model.people import Role
from contested.store.account_schema import accounts, sign_ins
from contested.store.accounts import there
from contested.store.database import Store

IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)
NOTED_EVERY = timedelta(minutes=5)
_BROWSER_CHARS = 200


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whose session it is, and what that person may do now."""

    session: int
    name: str
    role: Role
    temporary: bool


@dataclass(frozen=True, slots=True)
class Session:
    """An open session, and by which browser it was opened."""

    id: int
    opened_at_utc: datetime
    seen_at_utc: datetime
    browser: str


def open_session(store: Store, name: str, browser: str) -> str:
    """Open a session of an account and give its key, of which only a hash is kept.

    Raises: UsageError: there is no such account. StoreError: the store may not be written to.
    """
    key, now = secrets.token_urlsafe(32), store.now()
    with store.writing() as connection:
        connection.execute(delete(sign_ins).where((sign_ins.c.seen_at_utc < now - IDLE) | (sign_ins.c.opened_at_utc < now - LONGEST)))
        row = {"key": _hashed(key), "account": there(connection, name), "opened_at_utc": now, "seen_at_utc": now, "browser": browser[:_BROWSER_CHARS]}
        connection.execute(insert(sign_ins).values(**row))
    return key


def signed_in(store: Store, key: str) -> SignedIn | None:
    """Say whose session a key opens; None where it was ended, was not used for ``IDLE``, or is older than ``LONGEST``."""
    now = store.now()
    query = (
        select(sign_ins.c.id, sign_ins.c.seen_at_utc, accounts.c.name, accounts.c.role, accounts.c.temporary)
        .join(accounts, accounts.c.name == sign_ins.c.account)
        .where(sign_ins.c.key == _hashed(key), sign_ins.c.seen_at_utc >= now - IDLE, sign_ins.c.opened_at_utc >= now - LONGEST)
    )
    with store.reading() as connection:
        row = connection.execute(query).first()
    if row is None:
        return None
    if now - row.seen_at_utc > NOTED_EVERY:
        # A busy store must not turn anybody away: the next request notes it.
        with suppress(StoreError), store.writing() as connection:
            connection.execute(update(sign_ins).where(sign_ins.c.id == row.id).values(seen_at_utc=now))
    return SignedIn(row.id, row.name, Role(row.role), row.temporary)


def sessions_of(store: Store, name: str) -> tuple[Session, ...]:
    """Give the open sessions of an account, the one used last first."""
    now = store.now()
    query = (
        select(sign_ins.c.id, sign_ins.c.opened_at_utc, sign_ins.c.seen_at_utc, sign_ins.c.browser)
        .where(sign_ins.c.account == name, sign_ins.c.seen_at_utc >= now - IDLE, sign_ins.c.opened_at_utc >= now - LONGEST)
        .order_by(sign_ins.c.seen_at_utc.desc(), sign_ins.c.id.desc())
    )
    with store.reading() as connection:
        return tuple(Session(r.id, r.opened_at_utc, r.seen_at_utc, r.browser) for r in connection.execute(query))


def end_sessions(store: Store, name: str, session: int | None = None) -> int:
    """End a session of an account, or all of them, and say how many were ended.

    Raises: UsageError: there is no such account, or it has no such session.
    """
    with store.writing() as connection:
        ended = delete(sign_ins).where(sign_ins.c.account == there(connection, name))
        number = connection.execute(ended if session is None else ended.where(sign_ins.c.id == session)).rowcount
    if session is not None and not number:
        raise UsageError(f"{name} has no session {session}", fix="contested accounts list --sessions shows them all.")
    return number


def end_session_of(store: Store, key: str) -> None:
    """End the session that a key opens, if any."""
    with store.writing() as connection:
        connection.execute(delete(sign_ins).where(sign_ins.c.key == _hashed(key)))


def _hashed(key: str) -> str:
    """Hash a key: it is long and random, so a plain hash suffices."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()

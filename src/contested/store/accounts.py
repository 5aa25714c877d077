"""The accounts of a team: who may use a store through the application, and as what. Every change is in the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from contested.errors import UsageError
from contested.model.people import Role
from contested.store.account_schema import accounts, sign_ins
from contested.store.database import Store
from contested.store.passwords import check_password, fits, hash_password
from contested.store.schema import log

NAME_CHARS = 100


@dataclass(frozen=True, slots=True)
class Account:
    """A person with a role. ``sessions`` are open, ``seen_at_utc`` is when one of them was last used; ``temporary`` passwords were set by another."""

    name: str
    role: Role
    temporary: bool
    made_at_utc: datetime
    sessions: int
    seen_at_utc: datetime | None


def add_account(store: Store, name: str, role: Role, password: str, *, who: str, temporary: bool = False) -> str:
    """Make an account and give its name as it is kept.

    Raises: UsageError: the name is no name or is taken, or the password is easily guessed.
    """
    name = _checked(name)
    check_password(password, name)
    hashed = hash_password(password)
    with store.writing() as connection:
        if connection.scalar(select(accounts.c.name).where(accounts.c.folded == name.casefold())) is not None:
            raise UsageError(f"there is an account {name} already", fix="Take another name, or change its role or password.")
        row = {"name": name, "folded": name.casefold(), "role": role.value, "password": hashed, "temporary": temporary, "made_at_utc": store.now()}
        connection.execute(insert(accounts).values(**row))
        _note(connection, store, who, "account added", f"{name}, {role}")
    return name


def list_accounts(store: Store) -> tuple[Account, ...]:
    """Give every account in the order of names."""
    count, seen = func.count(sign_ins.c.id), func.max(sign_ins.c.seen_at_utc)
    query = (
        select(accounts.c.name, accounts.c.role, accounts.c.temporary, accounts.c.made_at_utc, count.label("sessions"), seen.label("seen"))
        .outerjoin(sign_ins, sign_ins.c.account == accounts.c.name)
        .group_by(accounts.c.name, accounts.c.role, accounts.c.temporary, accounts.c.made_at_utc)
        .order_by(accounts.c.name)
    )
    with store.reading() as connection:
        return tuple(Account(r.name, Role(r.role), r.temporary, r.made_at_utc, r.sessions, r.seen) for r in connection.execute(query))


def has_accounts(store: Store) -> bool:
    """Is the store that of a team, which people sign in to?"""
    with store.reading() as connection:
        return connection.scalar(select(accounts.c.name).limit(1)) is not None


def change_role(store: Store, name: str, role: Role, *, who: str) -> None:
    """Let an account have another role, from its next request on.

    Raises: UsageError: there is no such account.
    """
    with store.writing() as connection:
        connection.execute(update(accounts).where(accounts.c.name == there(connection, name)).values(role=role.value))
        _note(connection, store, who, "account changed", f"{name} is a {role}")


def change_password(store: Store, name: str, password: str, *, who: str, temporary: bool = False, but: int | None = None) -> None:
    """Set a password and end the sessions of the account, ``but`` one.

    Raises: UsageError: there is no such account, or the password is easily guessed.
    """
    check_password(password, name)
    hashed = hash_password(password)
    with store.writing() as connection:
        known = there(connection, name)
        connection.execute(update(accounts).where(accounts.c.name == known).values(password=hashed, temporary=temporary))
        connection.execute(delete(sign_ins).where(sign_ins.c.account == known, sign_ins.c.id != (but or 0)))
        _note(connection, store, who, "account changed", f"{name} has a new password")


def remove_account(store: Store, name: str, *, who: str) -> None:
    """Take an account away with its sessions; what the person decided stays under the name.

    Raises: UsageError: there is no such account.
    """
    with store.writing() as connection:
        known = there(connection, name)
        connection.execute(delete(sign_ins).where(sign_ins.c.account == known))
        connection.execute(delete(accounts).where(accounts.c.name == known))
        _note(connection, store, who, "account removed", name)


def name_with_password(store: Store, name: str, password: str) -> str | None:
    """Give the name of the account with this name, however it is capitalised, if the password is right."""
    with store.reading() as connection:
        row = connection.execute(select(accounts.c.name, accounts.c.password).where(accounts.c.folded == _plain(name).casefold())).first()
    return row.name if fits(password, row.password if row else None) and row else None


def there(connection: Connection, name: str) -> str:
    """Give the name of an account that exists, in the caller's transaction; raise a UsageError for any other."""
    found = connection.scalar(select(accounts.c.name).where(accounts.c.name == name))
    if found is None:
        raise UsageError(f"there is no account {name}", fix="contested accounts list shows them all.")
    return str(found)


def _plain(name: str) -> str:
    return " ".join(name.split())


def _checked(name: str) -> str:
    name = _plain(name)
    if not 0 < len(name) <= NAME_CHARS or not name.isprintable():
        raise UsageError(f"'{name[:NAME_CHARS]}' is no name for an account", fix=f"Take letters, digits and blanks, up to {NAME_CHARS}.")
    return name


def _note(connection: Connection, store: Store, who: str, what: str, why: str) -> None:
    connection.execute(insert(log).values(at_utc=store.now(), who=who, what=what, document=None, why=why))

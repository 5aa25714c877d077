"""Print the accounts of a store and their open sessions."""

from __future__ import annotations

from contested.cli.options import Format
from contested.cli.show.output import print_records
from contested.store.accounts import list_accounts
from contested.store.database import Store
from contested.store.sign_ins import sessions_of

_NONE = "there are no accounts: whoever opens the address that contested serve prints may do everything"
_MINUTE = "%Y-%m-%d %H:%M UTC"


def show_accounts(store: Store, format: Format) -> None:
    """Print one line an account."""
    rows = [
        {
            "name": a.name, "role": a.role.value, "sessions": a.sessions, "last_seen": a.seen_at_utc.strftime(_MINUTE) if a.seen_at_utc else "",
            "made": a.made_at_utc.strftime(_MINUTE), "password": "to be changed" if a.temporary else "own",
        }
        for a in list_accounts(store)
    ]  # fmt: skip
    print_records(rows, format, _NONE)


def show_sessions(store: Store, format: Format) -> None:
    """Print one line an open session."""
    rows = [
        {"name": a.name, "session": s.id, "opened": s.opened_at_utc.strftime(_MINUTE), "last_seen": s.seen_at_utc.strftime(_MINUTE), "browser": s.browser}
        for a in list_accounts(store)
        for s in sessions_of(store, a.name)
    ]
    print_records(rows, format, "no session is open")

"""``contested accounts``: who of a team may use a store through the application."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption
from contested.errors import UsageError
from contested.model.people import Role

app = typer.Typer(help="Keep the accounts of a team: readers see, coders decide, leads do the rest.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the account, which decisions carry.")]
RoleOption = Annotated[Role, typer.Option("--role", help="What the person may do: see, decide too, or all.")]
RoleArgument = Annotated[Role, typer.Argument(help="What the person may do from now on: see, decide too, or all.")]
SessionOption = Annotated[int | None, typer.Option("--session", metavar="NUMBER", help="Only this session.")]
Sessions = Annotated[bool, typer.Option("--sessions", help="List the open sessions of each account.")]


@app.command("add")
def add(name: Name, role: RoleOption = Role.CODER, store: StoreOption = DEFAULT_STORE) -> None:
    """Make an account; the password is asked for, or read from standard input (one line).

    From the first account on, `contested serve` asks everybody to sign in.
    """
    from contested.store.accounts import add_account
    from contested.store.database import open_store

    opened = open_store(store)
    kept = add_account(opened, name, role, _password(name), who=getpass.getuser())
    typer.echo(f"{kept} is a {role} of {opened.where}", err=True)


@app.command("list")
def list_(sessions: Sessions = False, store: StoreOption = DEFAULT_STORE, format: FormatOption = Format.TABLE) -> None:
    """List the accounts, or their open sessions."""
    from contested.cli.show.accounts import show_accounts, show_sessions
    from contested.store.database import open_store

    (show_sessions if sessions else show_accounts)(open_store(store, create=False), format)


@app.command("role")
def role(name: Name, role: RoleArgument, store: StoreOption = DEFAULT_STORE) -> None:
    """Give an account another role, from its next request on."""
    from contested.store.accounts import change_role
    from contested.store.database import open_store

    change_role(open_store(store, create=False), name, role, who=getpass.getuser())
    typer.echo(f"{name} is a {role} now", err=True)


@app.command("password")
def password(name: Name, store: StoreOption = DEFAULT_STORE) -> None:
    """Set the password of an account, asked for or read from standard input, and end its sessions."""
    from contested.store.accounts import change_password
    from contested.store.database import open_store

    change_password(open_store(store, create=False), name, _password(name), who=getpass.getuser())
    typer.echo(f"{name} has a new password; its sessions are ended", err=True)


@app.command("revoke")
def revoke(name: Name, session: SessionOption = None, store: StoreOption = DEFAULT_STORE) -> None:
    """End the open sessions of an account, or one of them, at once."""
    from contested.store.database import open_store
    from contested.store.sign_ins import end_sessions

    ended = end_sessions(open_store(store, create=False), name, session)
    typer.echo(f"{ended} session{'' if ended == 1 else 's'} of {name} ended", err=True)


@app.command("remove")
def remove(name: Name, store: StoreOption = DEFAULT_STORE) -> None:
    """Take an account away with its sessions; what the person decided stays, under the name."""
    from contested.store.accounts import remove_account
    from contested.store.database import open_store

    remove_account(open_store(store, create=False), name, who=getpass.getuser())
    typer.echo(f"the account {name} is removed", err=True)


def _password(name: str) -> str:
    """Ask for a password twice where somebody sits, or read one line: never from the command line, which others can see."""
    if not sys.stdin.isatty():
        given = sys.stdin.readline().rstrip("\r\n")
        if not given:
            raise UsageError("no password was given", fix="Write it as one line on standard input, or run the command in a terminal.")
        return given
    given = getpass.getpass(f"Password for {name}: ")
    if getpass.getpass("The same again: ") != given:
        raise UsageError("the two passwords differ", fix="Run the command again.")
    return given

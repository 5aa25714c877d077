"""Pages of accounts: one's own password and sessions, and for leads everybody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException
from starlette.responses import RedirectResponse, Response

from contested.errors import UsageError
from contested.model.people import Role
from contested.store.accounts import (
    add_account,
    change_password,
    change_role,
    list_accounts,
    name_with_password,
    remove_account,
)
from contested.store.database import Store
from contested.store.passwords import LEAST, MOST, new_password
from contested.store.sign_ins import end_sessions, sessions_of
from contested.web.pages import page
from contested.web.person import Asking
from contested.web.visitor import Visitor

Name = Annotated[str, Form(max_length=200)]
Secret = Annotated[str, Form(max_length=MOST)]
OWN, ALL = "/account", "/accounts"


def account_routes(store: Store) -> APIRouter:
    """Give the routes of one's own account."""
    routes = APIRouter()

    def shown(who: Visitor, told: str = "", status: int = 200) -> Response:
        return page("account.html.j2", status=status, who=who, told=told, sessions=sessions_of(store, who.name), least=LEAST)

    @routes.get(OWN, include_in_schema=False)
    def own(who: Asking) -> Response:
        return shown(who)

    @routes.post(f"{OWN}/password", include_in_schema=False)
    def choose(who: Asking, now: Secret, new: Secret, again: Secret) -> Response:
        if new != again:
            return shown(who, "The two new passwords differ.", 422)
        if new == now or name_with_password(store, who.name, now) is None:
            return shown(who, "The new password is the old one." if new == now else "The present password is wrong.", 422)
        try:
            change_password(store, who.name, new, who=who.name, but=who.session)
        except UsageError as err:
            return shown(who, str(err), 422)
        return shown(Visitor(who.name, who.role, who.session), "The password is changed; all other sessions are ended.")

    @routes.post(f"{OWN}/sessions", include_in_schema=False)
    def end(who: Asking, session: Annotated[int, Form()]) -> Response:
        _told(lambda: end_sessions(store, who.name, session))
        return RedirectResponse(OWN, 303)

    return routes


def accounts_routes(store: Store) -> APIRouter:
    """Give the routes by which a lead keeps the accounts; nobody changes or removes their own here, so that one lead remains."""
    routes = APIRouter()

    def shown(told: str = "", password: str = "", status: int = 200) -> Response:
        sessions = {a.name: sessions_of(store, a.name) for a in list_accounts(store)}
        return page("accounts.html.j2", status=status, accounts=list_accounts(store), sessions=sessions, roles=tuple(Role), told=told, password=password)

    @routes.get(ALL, include_in_schema=False)
    def everybody() -> Response:
        return shown()

    @routes.post(ALL, include_in_schema=False)
    def add(who: Asking, name: Name, role: Annotated[Role, Form()]) -> Response:
        password = new_password()
        try:
            kept = add_account(store, name, role, password, who=who.name, temporary=True)
        except UsageError as err:
            return shown(str(err), status=422)
        return shown(f"{kept} is a {role} now. Give them this password; they choose another at their first signing in:", password)

    @routes.post(f"{ALL}/role", include_in_schema=False)
    def give_role(who: Asking, name: Name, role: Annotated[Role, Form()]) -> Response:
        _told(lambda: change_role(store, _other(who, name), role, who=who.name))
        return RedirectResponse(ALL, 303)

    @routes.post(f"{ALL}/password", include_in_schema=False)
    def give_password(who: Asking, name: Name) -> Response:
        password = new_password()
        _told(lambda: change_password(store, _other(who, name), password, who=who.name, temporary=True))
        return shown(f"{name} has a new password, and was signed out everywhere. Give them this; they choose another:", password)

    @routes.post(f"{ALL}/revoke", include_in_schema=False)
    def revoke(name: Name, session: Annotated[int | None, Form()] = None) -> Response:
        _told(lambda: end_sessions(store, name, session))
        return RedirectResponse(ALL, 303)

    @routes.post(f"{ALL}/remove", include_in_schema=False)
    def remove(who: Asking, name: Name) -> Response:
        _told(lambda: remove_account(store, _other(who, name), who=who.name))
        return RedirectResponse(ALL, 303)

    return routes


def _other(who: Visitor, name: str) -> str:
    if name == who.name:
        raise UsageError("this is your own account", fix="Another lead can change it, or contested accounts on the server.")
    return name


def _told(act: Callable[[], object]) -> None:
    """Do something; what cannot be done is told."""
    try:
        act()
    except UsageError as err:
        raise HTTPException(422, str(err)) from err

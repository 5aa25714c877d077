"""Accounts and sessions: who there is, what they may do, and that what is ended is ended at once; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from contested.errors import UsageError
from contested.model.people import Role
from contested.store.account_schema import accounts, sign_ins
from contested.store.accounts import (
    add_account,
    change_password,
    change_role,
    has_accounts,
    list_accounts,
    name_with_password,
    remove_account,
)
from contested.store.database import Store, log_lines, open_store
from contested.store.passwords import check_password, hash_password, new_password
from contested.store.sign_ins import IDLE, LONGEST, end_session_of, end_sessions, open_session, sessions_of, signed_in

GOOD = "four green lamps sing"


@pytest.fixture
def team(store: Store) -> Store:
    add_account(store, "Ada", Role.LEAD, GOOD, who="root")
    return store


def test_a_role_may_do_what_the_roles_before_it_may() -> None:
    assert Role.LEAD.may(Role.CODER)
    assert Role.CODER.may(Role.CODER)
    assert not Role.READER.may(Role.CODER)


def test_an_account_is_known_by_its_name_and_password(team: Store) -> None:
    assert has_accounts(team)
    assert [(a.name, a.role, a.sessions) for a in list_accounts(team)] == [("Ada", Role.LEAD, 0)]
    assert name_with_password(team, " ada ", GOOD) == "Ada"
    assert name_with_password(team, "Ada", GOOD + "s") is None
    assert name_with_password(team, "Bo", GOOD) is None


def test_neither_passwords_nor_keys_are_kept(team: Store) -> None:
    key = open_session(team, "Ada", "a browser")
    with team.reading() as connection:
        kept = str([*connection.execute(select(accounts)), *connection.execute(select(sign_ins))])
    assert "$argon2id$" in kept
    assert GOOD not in kept
    assert key not in kept


@pytest.mark.parametrize("name", ["", "  ", "a\nb\x00", "x" * 101])
def test_what_is_no_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="is no name"):
        add_account(store, name, Role.CODER, GOOD, who="root")
    assert not has_accounts(store)


def test_a_name_is_given_once_however_it_is_capitalised(team: Store) -> None:
    with pytest.raises(UsageError, match="already"):
        add_account(team, "ADA", Role.READER, GOOD, who="root")


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "abababababababab", "ada-lovelace-1", "x" * 1001])
def test_a_password_that_is_easily_guessed_is_refused(password: str) -> None:
    with pytest.raises(UsageError, match="the password"):
        check_password(password, "ada-lovelace")


def test_a_made_password_is_good_and_each_is_salted() -> None:
    check_password(new_password(), "ada")
    assert hash_password(GOOD) != hash_password(GOOD)


def test_a_session_says_whose_it_is_and_what_that_person_may_do_now(team: Store) -> None:
    key = open_session(team, "Ada", "a browser")
    change_role(team, "Ada", Role.READER, who="root")
    found = signed_in(team, key)
    assert found is not None
    assert (found.name, found.role) == ("Ada", Role.READER)
    assert signed_in(team, "guess") is None
    assert [s.browser for s in sessions_of(team, "Ada")] == ["a browser"]


@pytest.mark.parametrize(
    "end",
    [
        lambda store, key: end_sessions(store, "Ada"),
        lambda store, key: end_sessions(store, "Ada", sessions_of(store, "Ada")[0].id),
        lambda store, key: end_session_of(store, key),
        lambda store, key: change_password(store, "Ada", "seven blue doors hum", who="root"),
        lambda store, key: remove_account(store, "Ada", who="root"),
    ],
)
def test_a_session_that_is_ended_opens_nothing(team: Store, end: Callable[[Store, str], object]) -> None:
    key = open_session(team, "Ada", "a browser")
    end(team, key)
    assert signed_in(team, key) is None


def test_a_session_of_another_is_not_ended(team: Store) -> None:
    add_account(team, "Bo", Role.CODER, GOOD, who="Ada")
    open_session(team, "Ada", "a browser")
    (of_ada,) = sessions_of(team, "Ada")
    with pytest.raises(UsageError, match="Bo has no session"):
        end_sessions(team, "Bo", of_ada.id)
    assert len(sessions_of(team, "Ada")) == 1


def test_sessions_end_by_themselves(store_address: str) -> None:
    now = [datetime(2026, 1, 2)]
    store = open_store(store_address, now=lambda: now[0])
    add_account(store, "Ada", Role.LEAD, GOOD, who="root")
    key = open_session(store, "Ada", "a browser")
    for _ in range(int(LONGEST / IDLE) + 1):
        now[0] += IDLE - timedelta(minutes=1)
        known = signed_in(store, key)
        assert (known is None) == (now[0] - datetime(2026, 1, 2) > LONGEST)
    fresh = open_session(store, "Ada", "a browser")
    now[0] += IDLE + timedelta(minutes=1)
    assert signed_in(store, fresh) is None
    store.close()


def test_a_new_password_leaves_the_session_in_which_it_was_set(team: Store) -> None:
    here, elsewhere = open_session(team, "Ada", "here"), open_session(team, "Ada", "elsewhere")
    found = signed_in(team, here)
    assert found is not None
    change_password(team, "Ada", "seven blue doors hum", who="Ada", but=found.session)
    assert signed_in(team, here) is not None
    assert signed_in(team, elsewhere) is None
    assert name_with_password(team, "Ada", GOOD) is None


def test_every_change_of_accounts_is_in_the_log_without_passwords(team: Store) -> None:
    change_role(team, "Ada", Role.CODER, who="root")
    change_password(team, "Ada", "seven blue doors hum", who="root")
    remove_account(team, "Ada", who="root")
    lines = [(who, what, why) for _, who, what, _, why in log_lines(team) if what.startswith("account")]
    assert lines == [
        ("root", "account added", "Ada, lead"), ("root", "account changed", "Ada is a coder"),
        ("root", "account changed", "Ada has a new password"), ("root", "account removed", "Ada"),
    ]  # fmt: skip


def test_who_is_not_there_cannot_be_changed(store: Store) -> None:
    for change in (lambda: change_role(store, "Bo", Role.LEAD, who="root"), lambda: remove_account(store, "Bo", who="root"), lambda: end_sessions(store, "Bo")):
        with pytest.raises(UsageError, match="no account Bo"):
            change()

"""Who may do what, from where, and how often: the rules without a server."""

from __future__ import annotations

import pytest

from contested.errors import UsageError
from contested.model.people import Role
from contested.web.browsers import browser_name
from contested.web.reach import read_origin
from contested.web.rights import needed_role
from contested.web.team import network_of
from contested.web.tries import Tries


def test_tries_come_back_with_time_and_right_ones_are_not_counted() -> None:
    now = [0.0]
    tries = Tries(2, 60.0, clock=lambda: now[0])
    assert [tries.take("a"), tries.take("a"), tries.take("a"), tries.take("b")] == [True, True, False, True]
    tries.forgive("a")
    assert tries.take("a")
    now[0] = 61.0
    assert tries.take("a")


def test_one_network_of_version_six_is_one_place() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff") != network_of("2001:db8:1::1")
    assert network_of("192.0.2.1") != network_of("192.0.2.2")
    assert network_of("<script>") == "unknown"


def test_what_is_named_nowhere_is_for_coders_and_pages_of_leads_for_leads() -> None:
    assert needed_role("POST", "/something/new") is Role.CODER
    assert needed_role("GET", "/something/new") is Role.READER
    assert needed_role("GET", "/accounts") is needed_role("POST", "/accounts/role") is needed_role("GET", "/accounts.json") is Role.LEAD
    assert needed_role("GET", "/accountsandmore") is Role.READER


@pytest.mark.parametrize(
    ("address", "origin"),
    [("", ""), ("https://Records.example.org/", "https://records.example.org"), ("https://a.example:443", "https://a.example"), ("http://localhost:8080", "http://localhost:8080"), ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443")],
)
def test_an_origin_is_read_as_browsers_name_it(address: str, origin: str) -> None:
    assert read_origin(address) == origin


@pytest.mark.parametrize("address", ["records.example.org", "https://a.example/path", "http://a.example", "https://u@a.example", "https://a.example:x", "ftp://a.example"])
def test_what_is_no_origin_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        read_origin(address)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", "Safari on iPhone"),
        ("python-httpx/0.28", "python-httpx/0.28"), ("", "unknown"),
    ],
)  # fmt: skip
def test_a_session_is_told_by_its_browser(agent: str, name: str) -> None:
    assert browser_name(agent) == name

"""Addresses from a browser reach the open internet only, at every step of the way."""

from __future__ import annotations

import httpx
import pytest

from contested.errors import InputError
from contested.reading.guarded import guarded_client, is_open_address
from contested.reading.web import fetch_address

NAMES = {"open.example": ["93.184.215.14"], "inner.example": ["10.0.0.7"], "both.example": ["93.184.215.14", "127.0.0.1"], "127.0.0.1": ["127.0.0.1"]}


def _client(answers: dict[str, httpx.Response], asked: list[httpx.Request]) -> httpx.Client:
    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answers[request.headers["host"]]

    return guarded_client(lambda host, port: NAMES.get(host, [host]), httpx.MockTransport(answer))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::",
     "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:0:7f00:1::", "ff02::1", "no"],
)  # fmt: skip
def test_addresses_of_this_machine_and_of_private_networks_are_not_open(address: str) -> None:
    assert not is_open_address(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700:4700::1111"])
def test_addresses_of_the_internet_are_open(address: str) -> None:
    assert is_open_address(address)


def test_the_checked_address_is_connected_to_under_the_name_that_was_asked() -> None:
    asked: list[httpx.Request] = []
    found = fetch_address("https://open.example/report.txt", _client({"open.example": httpx.Response(200, text="Two were killed.")}, asked))
    assert (found.data, found.url) == (b"Two were killed.", "https://open.example/report.txt")
    (sent,) = asked
    assert (sent.url.host, sent.headers["host"], sent.extensions["sni_hostname"]) == ("93.184.215.14", "open.example", "open.example")


@pytest.mark.parametrize("address", ["http://inner.example/", "http://both.example/", "http://127.0.0.1:8000/explore", "http://[::1]/", "http://169.254.169.254/latest"])
def test_a_name_with_an_inner_address_is_refused_before_anybody_is_asked(address: str) -> None:
    asked: list[httpx.Request] = []
    with pytest.raises(InputError, match="not an address of the open internet"):
        fetch_address(address, _client({}, asked))
    assert asked == []


@pytest.mark.parametrize("to", ["http://inner.example/", "http://127.0.0.1/", "file:///etc/passwd", "ftp://open.example/"])
def test_a_redirect_is_checked_like_the_first_address(to: str) -> None:
    asked: list[httpx.Request] = []
    with pytest.raises(InputError, match="cannot be reached"):
        fetch_address("http://open.example/", _client({"open.example": httpx.Response(302, headers={"location": to})}, asked))
    assert len(asked) == 1

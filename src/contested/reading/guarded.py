"""A client that fetches from the open internet only: never from this machine or a private network, whoever asks it to.

For addresses that come from people in a browser: a server that fetches them must not be made to ask services that only it
can reach. Names are resolved here, the address found is checked, and that very address is connected to, at each redirect.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

import httpx

from contested import __version__

TIMEOUT_S, WHOLE_TIME_S, MOST_REDIRECTS = 20.0, 90.0, 5
Resolve = Callable[[str, int], Sequence[str]]


def guarded_client(resolve: Resolve | None = None, transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """Make the client. ``resolve`` gives the addresses of a name, ``transport`` connects; both for tests."""
    guard = _Guard(resolve or _resolve, transport or httpx.HTTPTransport(retries=0, trust_env=False))
    agent = f"contested/{__version__} (coding of reports; httpx)"
    return httpx.Client(transport=guard, follow_redirects=True, max_redirects=MOST_REDIRECTS, timeout=TIMEOUT_S, trust_env=False, headers={"User-Agent": agent})


def is_open_address(address: str) -> bool:
    """Is it an address of the open internet, none of this machine, of a private network, or of many receivers?"""
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    for inner in (getattr(found, "ipv4_mapped", None), getattr(found, "sixtofour", None)):
        if inner is not None and not is_open_address(str(inner)):
            return False
    if isinstance(found, ipaddress.IPv6Address) and (found in _TRANSLATED or found.teredo is not None):
        return False
    return found.is_global and not found.is_multicast


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def _resolve(host: str, port: int) -> Sequence[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class _Guard(httpx.BaseTransport):
    def __init__(self, resolve: Resolve, transport: httpx.BaseTransport) -> None:
        self._resolve, self._transport = resolve, transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        if url.scheme not in ("http", "https") or not url.host:
            raise httpx.UnsupportedProtocol("only http and https addresses are fetched", request=request)
        address = self._checked(request)
        sent = httpx.Request(
            request.method, url.copy_with(host=address), headers=request.headers, stream=request.stream,
            extensions={**request.extensions, "sni_hostname": url.host},
        )  # fmt: skip
        answer = self._transport.handle_request(sent)
        if isinstance(answer.stream, httpx.SyncByteStream):
            answer.stream = _Timed(answer.stream, monotonic() + WHOLE_TIME_S)
        return answer

    def _checked(self, request: httpx.Request) -> str:
        """Give the one address to connect to; a name with any address that is not open is refused as a whole."""
        url = request.url
        try:
            found = self._resolve(url.host, url.port or (443 if url.scheme == "https" else 80))
        except (OSError, UnicodeError) as err:
            raise httpx.ConnectError(f"the name {url.host} is not known", request=request) from err
        if not found or not all(is_open_address(address) for address in found):
            raise httpx.ConnectError("it is not an address of the open internet", request=request)
        return found[0]

    def close(self) -> None:
        self._transport.close()


class _Timed(httpx.SyncByteStream):
    """A body that may take only so long in all, so that a server that drips holds nobody up."""

    def __init__(self, stream: httpx.SyncByteStream, until: float) -> None:
        self._stream, self._until = stream, until

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            if monotonic() > self._until:
                raise httpx.ReadTimeout("it took too long")
            yield part

    def close(self) -> None:
        self._stream.close()

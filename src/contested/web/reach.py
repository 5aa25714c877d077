"""From where a server may be reached, and under which name: never from elsewhere without accounts, never with passwords in the clear."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from contested.errors import UsageError

LOOPBACK = "127.0.0.1"
_PORTS = {"http": 80, "https": 443}


def read_origin(address: str) -> str:
    """Read how browsers reach the server through a proxy, in the form in which they name it as Origin; "" stays "".

    Raises: UsageError: it is no origin, or passwords would cross a network in the clear.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in _PORTS or not parts.hostname or port == -1 or parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise UsageError(f"'{address}' is no origin", fix="Write it as https://NAME or https://NAME:PORT, without a path.")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise UsageError(f"over {address} passwords would cross the network in the clear", fix="Let the proxy speak https, and name https://NAME.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port is not None and port != _PORTS[parts.scheme] else "")


def check_reach(host: str, origin: str, accounts: bool) -> None:
    """Raise a UsageError where whoever reaches the server could do everything, or passwords could be overheard."""
    if not accounts and (origin or not is_loopback(host)):
        raise UsageError("this store has no accounts, so nobody but this machine may reach it", fix="Make them first: contested accounts add NAME --role lead --store STORE.")
    if not origin and not is_loopback(host):
        raise UsageError(f"on {host} passwords would cross the network in the clear", fix="Put a reverse proxy with https before it, and name it: --behind-proxy https://NAME.")


def host_of(origin: str) -> str:
    """Give the Host that browsers send to an origin."""
    return urlsplit(origin).netloc


def is_loopback(host: str) -> bool:
    """Is this a name of the machine itself?"""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

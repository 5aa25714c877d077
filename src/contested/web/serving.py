"""Run the application until it is stopped: on this machine for one person, or behind a proxy for a team."""

from __future__ import annotations

import errno
import gc
import getpass
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from contested.batch.fingerprint import coding_fingerprint
from contested.batch.runner import Coder
from contested.errors import UsageError
from contested.store.accounts import has_accounts
from contested.store.database import Store, open_store
from contested.web.adding import Adding
from contested.web.app import Application, create_app
from contested.web.comparing import Comparisons
from contested.web.guard import Limits
from contested.web.places import PlaceSearch
from contested.web.reach import LOOPBACK, check_reach, host_of
from contested.web.sessions import Sessions
from contested.web.team import SIGN_IN, Team
from contested.web.tiles import NO_TILES, Tiles

MOST_AT_ONCE = 800


@dataclass(frozen=True, slots=True)
class Settings:
    """What a server may do beyond its store: draw map tiles from an address, fetch documents from addresses, be reached from elsewhere.

    ``host`` is the address that it listens on, ``origin`` how browsers reach it through a proxy; "" without one.
    """

    tiles: Tiles = NO_TILES
    fetching: bool = True
    host: str = LOOPBACK
    origin: str = ""


DEFAULTS = Settings()


def _load_pipeline() -> Coder:
    from contested.batch.pipeline import load_pipeline

    return load_pipeline()


def _fingerprint() -> str:
    from contested.mentions.places.keeping import gazetteer_folder

    return coding_fingerprint((), gazetteer_folder())


def serve(store_address: str, port: int, opened: Callable[[str], None], settings: Settings = DEFAULTS) -> None:
    """Serve a store; ``opened`` is told the opening address once the server listens.

    Args:   port: 0 takes any free one.
    Raises: StoreError: the store cannot be used. UsageError: the address or port cannot be listened on, or nobody who
            reaches it from elsewhere would have to sign in, or passwords would cross a network in the clear.
    """
    import uvicorn

    from contested.web.patience import PatientProtocol

    with closing(open_store(store_address)) as store:
        check_reach(settings.host, settings.origin, has_accounts(store))
        listening = _listen(port, settings.host)
        application = make_application(store, listening.getsockname()[1], settings=settings, address=store_address)
        config = uvicorn.Config(
            create_app(application), log_level="warning", access_log=False, limit_concurrency=MOST_AT_ONCE, timeout_keep_alive=5,
            timeout_graceful_shutdown=3, server_header=False, date_header=False, proxy_headers=False, h11_max_incomplete_event_size=16_384, http=PatientProtocol, ws="none",
        )  # fmt: skip
        server = uvicorn.Server(config)
        settle()
        opened(opening_address(application, listening.getsockname()[1]))
        try:
            server.run(sockets=[listening])
        finally:
            application.adding.close()
            application.comparisons.close()
            listening.close()


def settle() -> None:
    """Take all that the program loaded out of the reach of garbage collection: looking through it held up every long page."""
    gc.collect()
    gc.freeze()


def make_application(store: Store, port: int, load: Callable[[], Coder] = _load_pipeline, settings: Settings = DEFAULTS, address: str = "") -> Application:
    """Gather what the application works on, for a server on a port of this machine; another process can open the store at ``address``."""
    who = getpass.getuser()
    team = Team(store) if has_accounts(store) else None
    hosts = frozenset({host_of(settings.origin)} if settings.origin else {f"{LOOPBACK}:{port}", f"localhost:{port}"})
    cookie = "__Host-contested" if settings.origin.startswith("https") else f"contested_{port}"
    limits = Limits(hosts, cookie, images=settings.tiles.origin, origin=settings.origin)
    adding = Adding(store, who, load, fingerprint=partial(_fingerprint), fetching=settings.fetching)
    return Application(store, who, Sessions(), limits, adding, Comparisons(store, address), PlaceSearch(), settings.tiles, team)


def opening_address(application: Application, port: int) -> str:
    """Give the address to be opened: with the token, where nobody has an account."""
    base = application.limits.origin or f"http://{LOOPBACK}:{port}"
    return f"{base}{SIGN_IN}" if application.team else f"{base}/open?token={application.sessions.token}"


def _listen(port: int, host: str = LOOPBACK) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as err:
        listening.close()
        if err.errno != errno.EADDRINUSE:
            raise UsageError(f"{host}:{port} cannot be listened on ({err.strerror or err})", fix="Name an address of this machine with --host, and a port above 1023 with --port.") from err
        raise UsageError(f"port {port} is taken", fix="Name another with --port, or leave it out for any free one.") from err
    listening.listen(256)
    return listening

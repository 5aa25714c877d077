"""Run the application on this machine until it is stopped."""

from __future__ import annotations

import getpass
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from contested.batch.fingerprint import coding_fingerprint
from contested.batch.runner import Coder
from contested.errors import UsageError
from contested.store.database import Store, open_store
from contested.web.adding import Adding
from contested.web.app import Application, create_app
from contested.web.guard import Limits
from contested.web.places import PlaceSearch
from contested.web.sessions import Sessions
from contested.web.tiles import NO_TILES, Tiles

HOST = "127.0.0.1"
MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """What a server may do beyond its store: draw map tiles from an address, fetch documents from addresses."""

    tiles: Tiles = NO_TILES
    fetching: bool = True


DEFAULTS = Settings()


def _load_pipeline() -> Coder:
    from contested.batch.pipeline import load_pipeline

    return load_pipeline()


def _fingerprint() -> str:
    from contested.mentions.places.keeping import gazetteer_folder

    return coding_fingerprint((), gazetteer_folder())


def serve(store_address: str, port: int, opened: Callable[[str], None], settings: Settings = DEFAULTS) -> None:
    """Serve a store on the loopback address; ``opened`` is told the opening address once the server listens.

    Args:   port: 0 takes any free one.
    Raises: StoreError: the store cannot be used. UsageError: the port is taken.
    """
    import uvicorn

    store = open_store(store_address)
    listening = _listen(port)
    with closing(store), closing(listening):
        application = make_application(store, listening.getsockname()[1], settings=settings)
        config = uvicorn.Config(
            create_app(application), log_level="warning", access_log=False, limit_concurrency=MOST_AT_ONCE, timeout_keep_alive=5,
            timeout_graceful_shutdown=3, server_header=False, date_header=False, proxy_headers=False, h11_max_incomplete_event_size=16_384, http="h11", ws="none",
        )  # fmt: skip
        server = uvicorn.Server(config)
        opened(f"http://{HOST}:{listening.getsockname()[1]}/open?token={application.sessions.token}")
        try:
            server.run(sockets=[listening])
        finally:
            application.adding.close()


def make_application(store: Store, port: int, load: Callable[[], Coder] = _load_pipeline, settings: Settings = DEFAULTS) -> Application:
    """Gather what the application works on, for a server on a port of this machine."""
    who = getpass.getuser()
    hosts = frozenset({f"{HOST}:{port}", f"localhost:{port}"})
    adding = Adding(store, who, load, fingerprint=partial(_fingerprint), fetching=settings.fetching)
    return Application(store, who, Sessions(), Limits(hosts, f"contested_{port}", images=settings.tiles.origin), adding, PlaceSearch(), settings.tiles)


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as err:
        listening.close()
        raise UsageError(f"port {port} is taken", fix="Name another with --port, or leave it out for any free one.") from err
    listening.listen(128)
    return listening

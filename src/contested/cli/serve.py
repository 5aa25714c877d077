"""``contested serve``: explore and review a store in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port on this machine; 0 takes any free one.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only print the opening address; open no browser.")]

TilesOption = Annotated[
    str, typer.Option("--tiles", metavar="ADDRESS", help="Draw the map over tiles from this address, https://HOST/{z}/{x}/{y}.png; without it, nothing is asked of any host.")
]
CreditOption = Annotated[str, typer.Option("--tiles-credit", metavar="WORDS", help="To whom the tiles are owed, written on the map.")]
NoFetch = Annotated[bool, typer.Option("--no-fetch", help="Fetch no documents from addresses, only take files and pasted text.")]
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on; any but that of this machine alone needs accounts and --behind-proxy.")]
BehindProxy = Annotated[
    str, typer.Option("--behind-proxy", metavar="ORIGIN", help="How browsers reach the server through a reverse proxy, for instance https://records.example.org.")
]


def serve(
    store: StoreOption = DEFAULT_STORE, port: Port = 0, no_browser: NoBrowser = False, tiles: TilesOption = "", tiles_credit: CreditOption = "",
    no_fetch: NoFetch = False, host: Host = "127.0.0.1", behind_proxy: BehindProxy = "",
) -> None:
    """Explore and review the store in a browser; stop with Ctrl-C.

    The opening address is printed on a line of its own. It carries the token that lets a browser of this machine in; a
    store that has accounts (contested accounts) asks everybody to sign in instead, and may be served to others.
    """
    import webbrowser

    from contested.web.reach import read_origin
    from contested.web.serving import Settings
    from contested.web.serving import serve as run
    from contested.web.tiles import read_tiles

    def opened(address: str) -> None:
        print(address, flush=True)
        if not no_browser and not behind_proxy:
            webbrowser.open(address)

    run(store, port, opened, Settings(read_tiles(tiles, tiles_credit), fetching=not no_fetch, host=host, origin=read_origin(behind_proxy)))

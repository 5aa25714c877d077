"""``contested serve``: explore and review a store in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port on this machine; 0 takes any free one.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only print the opening address; open no browser.")]


def serve(store: StoreOption = DEFAULT_STORE, port: Port = 0, no_browser: NoBrowser = False) -> None:
    """Explore and review the store in a browser, on this machine only; stop with Ctrl-C.

    The opening address, with the token that lets a browser in, is printed on a line of its own.
    """
    import webbrowser

    from contested.web.serving import serve as run

    def opened(address: str) -> None:
        print(address, flush=True)
        if not no_browser:
            webbrowser.open(address)

    run(store, port, opened)

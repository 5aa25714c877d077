"""A store with the sample reports coded, the application on it, and a browser where there is one."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.reading.sources import read_documents
from contested.samples import sample_documents
from contested.store.database import Store, open_store
from contested.store.keep import keep_coding
from contested.web.app import Application, create_app
from contested.web.serving import Settings, _listen, make_application
from web.driving import let_in

BASE = "http://127.0.0.1:8000"
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="session")
def coded(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Path:
    path = tmp_path_factory.mktemp("coded") / "contested.db"
    store = open_store(str(path))
    for sample in sample_documents():
        for document in read_documents(str(sample)):
            keep_coding(store, document, pipeline.code(document), who="ada")
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return path


@pytest.fixture
def store(coded: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(coded, tmp_path / "contested.db")
    opened = open_store(str(tmp_path / "contested.db"))
    yield opened
    opened.close()


@dataclass(frozen=True)
class Served:
    """The application and a client of it that has not signed in."""

    made_of: Application
    app: ASGIApp
    stranger: TestClient


@pytest.fixture
def served(store: Store, pipeline: Pipeline) -> Iterator[Served]:
    made_of = make_application(store, 8000, lambda: pipeline)
    made_of = replace(made_of, who="ada")
    made_of.adding.in_process = True
    app = create_app(made_of)
    yield Served(made_of, app, TestClient(app, base_url=BASE, follow_redirects=False))
    made_of.adding.close()


@pytest.fixture
def client(served: Served) -> TestClient:
    """Give a client with a session, that sends the Origin of the server as browsers do."""
    signed_in = TestClient(served.app, base_url=BASE, headers={"origin": BASE})
    assert signed_in.get(f"/open?token={served.made_of.sessions.token}").status_code == 200
    return signed_in


@dataclass(frozen=True)
class Live:
    """A server on a port of its own, and the address that lets a browser in."""

    base: str
    opening: str


@contextmanager
def served_live(store: Store, pipeline: Pipeline, fetching: bool = True) -> Iterator[Live]:
    """Serve a store on a port of its own until the end of the block."""
    listening = _listen(0)
    port = listening.getsockname()[1]
    made_of = make_application(store, port, lambda: pipeline, Settings(fetching=fetching))
    made_of.adding.in_process = True
    server = uvicorn.Server(uvicorn.Config(create_app(made_of), log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    base = f"http://127.0.0.1:{port}"
    try:
        yield Live(base, f"{base}/open?token={made_of.sessions.token}")
    finally:
        made_of.adding.close()
        server.should_exit = True
        thread.join(5)
        listening.close()


@pytest.fixture
def live(store: Store, pipeline: Pipeline) -> Iterator[Live]:
    with served_live(store, pipeline) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=15_000)
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser, live: Live) -> Iterator[Page]:
    """Give a tab that is let in; a script error, a refused resource or a request to another host fails the test."""
    with let_in(browser, live.base, live.opening) as page:
        yield page

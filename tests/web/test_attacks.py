"""What an attacker may try: another name or site at every route, scripts in every field, files that are none, connections that stall."""

from __future__ import annotations

import asyncio
import io
import re
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient
from starlette.types import Message

from contested.batch.pipeline import Pipeline
from contested.errors import UsageError
from contested.store.ask import find_events
from contested.store.database import Store
from contested.store.decisions import decisions_of
from contested.web.adding import MOST_WAITING, Adding, safe_name
from contested.web.app import create_app
from contested.web.guard import Guard
from contested.web.patience import PatientProtocol
from contested.web.serving import _listen, make_application

ATTACK = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>{{131*131}}"
TOLD = "On 3 May 2023 gunmen of the Reed Company ambushed an army patrol near Homs, killing four soldiers."


class Elements(HTMLParser):
    """Collects what a page would run: images, scripts, handlers, frames and addresses of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        own_script = tag == "script" and (given.get("src") or "").startswith("/static/")
        harmless_data = tag == "script" and given.get("type") == "application/json"
        if tag in ("img", "iframe", "object", "embed", "style", "base") or (tag == "script" and not own_script and not harmless_data):
            self.found.append(tag)
        self.found += [name for name, value in attrs if name.startswith("on") or name == "style" or (value or "").lower().startswith("javascript:")]


def would_run(text: str) -> list[str]:
    reader = Elements()
    reader.feed(text)
    return reader.found


def addresses(served: Any) -> list[tuple[str, str]]:
    """Give every route as method and address, with something in the place of each part."""
    tops = served.app._app.router.routes
    every = [route for top in tops for route in (top.original_router.routes if hasattr(top, "original_router") else [top])]
    routes = [(method, route.path) for route in every for method in getattr(route, "methods", ())]
    found = [(m, re.sub(r"\{[^}]*\}", "1", path)) for m, path in routes if path not in ("/open", "/static/{name}")]
    assert len(found) > 40
    return found


def test_every_route_refuses_another_name_another_site_and_strangers(served: Any, client: TestClient) -> None:
    for method, address in addresses(served):
        assert client.request(method, address, headers={"host": "evil.example"}).status_code == 421, address
        assert client.request(method, address, headers={"origin": "http://evil.example"}).status_code == 403, address
        origin = {} if method in ("GET", "HEAD") else {"origin": "http://127.0.0.1:8000"}
        assert served.stranger.request(method, address, headers=origin).status_code == 401, address


def test_every_route_that_changes_something_asks_for_an_origin(served: Any, client: TestClient) -> None:
    del client.headers["origin"]
    for method, address in addresses(served):
        if method not in ("GET", "HEAD"):
            assert client.request(method, address).status_code == 403, address


def test_a_form_of_another_site_cannot_be_sent_as_json_or_otherwise(client: TestClient, store: Store) -> None:
    found = find_events(store)[0]
    address = f"/events/{found.document}/{found.event.id}/decisions"
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        headers = {"origin": "http://evil.example", "content-type": content_type}
        assert client.post(address, content=b'{"verdict": "reject"}', headers=headers).status_code == 403
    assert decisions_of(store, found.document) == ()


def attacked(client: TestClient, store: Store) -> str:
    """Put the attack into every field that takes words, and give the id of a document that is full of it."""
    client.post("/person", data={"name": ATTACK[:90]})
    client.post("/add/text", json={"text": f"{TOLD} {ATTACK} said the army.", "name": ATTACK[:100]})
    client.post("/add/files", files=[("files", (f"{ATTACK}.txt", io.BytesIO(f"{TOLD} {ATTACK}".encode()), "text/html"))])
    page = f"<html><head><title>{ATTACK}</title></head><body onload=alert(3)><h1>{ATTACK}</h1><p>{TOLD}</p><script>alert(4)</script><iframe src=//evil></iframe></body></html>"
    client.post("/add/files", files=[("files", ("page.html", io.BytesIO(page.encode()), "text/html"))])
    deadline = time.monotonic() + 60
    while any(j["state"] in ("waiting", "coding") for j in client.get("/add.json").json()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    event = next(e for e in find_events(store) if e.name == "page.html")
    here = f"/events/{event.document}/{event.event.id}"
    place = {"text": ATTACK, "name": ATTACK, "country": None, "admin1": ATTACK, "precision": "point", "latitude": 1.0, "longitude": 1.0}
    said = [("perpetrator", {"name": ATTACK}), ("place", place), ("casualty", {"kind": "killed", "low": 1, "high": 2, "of": ATTACK})]
    answers = [client.post(f"{here}/decisions", json={"verdict": "correct", "property": p, "why": ATTACK, "values": [{"value": v, "speaker": ATTACK}]}).status_code for p, v in said]
    assert 201 in answers
    return event.document


def test_no_field_and_no_file_name_can_carry_a_script(client: TestClient, store: Store) -> None:
    document = attacked(client, store)
    event = next(e.event.id for e in find_events(store) if e.document == document)
    found = {}
    for address in (
        "/explore", "/charts", "/documents", f"/documents/{document}", f"/claims/{document}", f"/events/{document}/{event}", "/review", "/review/many",
        "/actors", "/add", "/export", "/links", "/double", f"/actor?name={ATTACK}", f"/search?q={ATTACK}", f"/review?document={document}&event={event}",
        *(f"/explore?{name}={ATTACK}" for name in ("actor", "place", "action", "source", "country", "status", "from", "policy", "order", "box", "page")),
        f"/documents/{ATTACK}", f"/nothing/{ATTACK}", f"/events/{document}/{ATTACK}",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code < 500, address
        if ran := would_run(answer.text):
            found[address] = ran
        assert "17161" not in answer.text, address
    assert found == {}


def test_what_would_run_is_seen_by_this_test() -> None:
    assert would_run(ATTACK) == ["img", "onerror", "script"]
    assert would_run('<a href="javascript:alert(1)" style="x">') == ["href", "style"]


@pytest.mark.parametrize("name", ["virus.exe", "page.svg", "noending", "a.txt.scr", ".htaccess", ""])
def test_files_of_other_kinds_are_not_taken(client: TestClient, name: str) -> None:
    assert client.post("/add/files", files=[("files", (name, io.BytesIO(b"x"), "text/plain"))]).status_code == 422
    assert client.get("/add.json").json() == []


@pytest.mark.parametrize("name", ["../../etc/cron.d/job.txt", "..\\..\\boot.txt", "/etc/passwd.txt", "C:\\a.txt", "a\x00b.txt", "\u202etxt.exe.txt"])
def test_the_name_of_a_file_leads_nowhere(name: str) -> None:
    kept = safe_name(name)
    assert not set(kept) & set("/\\\x00:\u202e")
    assert not kept.startswith(".")


def add_some(adding: Adding, reader: Any) -> None:
    """Add two: the first that was added may be in work already, not waiting."""
    adding.add("last.txt", reader)
    adding.add("one more.txt", reader)


def test_only_so_many_documents_wait(store: Store) -> None:
    hold = threading.Event()

    def stuck() -> Iterator[Any]:
        hold.wait(30)
        return iter(())

    adding = Adding(store, "ada", lambda: None)  # type: ignore[arg-type, return-value]
    try:
        adding.add("first.txt", stuck)
        for n in range(MOST_WAITING - 1):
            adding.add(f"{n}.txt", stuck)
        with pytest.raises(UsageError, match="wait to be coded"):
            add_some(adding, stuck)
    finally:
        hold.set()
        adding.close()


@pytest.fixture
def port(store: Store, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Serve with little patience."""
    monkeypatch.setattr(PatientProtocol, "head_time_s", 0.4)
    listening = _listen(0)
    number: int = listening.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(make_application(store, number, lambda: pipeline)), log_level="critical", ws="none", http=PatientProtocol))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield number
    server.should_exit = True
    thread.join(5)
    listening.close()


@pytest.mark.parametrize("begun", [b"", b"GET /explore HTT", b"GET /explore HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "])
def test_a_connection_that_stalls_is_closed(port: int, begun: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as slow:
        slow.sendall(begun)
        assert slow.recv(1000) == b""


def drip(connection: socket.socket, head: bytes) -> None:
    for sign in head:
        connection.sendall(bytes([sign]))
        time.sleep(0.05)


def test_a_head_that_drips_is_cut_off_and_others_are_served_meanwhile(port: int) -> None:
    begin = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as slow, socket.create_connection(("127.0.0.1", port), timeout=5) as quick:
        quick.sendall(f"GET /explore HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        assert quick.recv(100).startswith(b"HTTP/1.1 401")
        with pytest.raises(OSError, match=r"."):
            drip(slow, b"GET /explore HTTP/1.1\r\nX: " + b"y" * 1000)
    assert time.monotonic() - begin < 10


def test_many_connections_that_stall_keep_nobody_out(port: int) -> None:
    stalled = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(100)]
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
            one.sendall(f"GET /explore HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            assert one.recv(100).startswith(b"HTTP/1.1 401")
    finally:
        for connection in stalled:
            connection.close()


def test_who_asks_and_does_not_take_the_answer_is_let_go(served: Any) -> None:
    guard = Guard(served.app._app, served.made_of.sessions, replace(served.made_of.limits, answer_time_s=0.05))
    scope = {"type": "http", "method": "GET", "path": "/open", "query_string": b"", "headers": [(b"host", b"127.0.0.1:8000")], "scheme": "http"}

    async def nothing() -> Message:
        return {"type": "http.request"}

    async def never(message: Message) -> None:
        await asyncio.sleep(30)

    begin = time.monotonic()
    with ThreadPoolExecutor(1) as own_loop, pytest.raises(TimeoutError):
        own_loop.submit(lambda: asyncio.run(guard(scope, nothing, never))).result()
    assert time.monotonic() - begin < 10

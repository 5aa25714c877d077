"""Nobody without the token, from another site, or by another name is let in; and no page can be made to act."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.database import Store
from contested.store.keep import keep_coding
from contested.web.guard import BODY_BYTES, Guard, Limits
from contested.web.sessions import TRIES, Sessions

BASE = "http://127.0.0.1:8000"
ATTACK = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'>{{7*7}}"


def test_without_a_session_nothing_is_told(served: Any) -> None:
    for address in ("/", "/explore", "/explore.json", "/documents", "/openapi.json", "/nothing"):
        answer = served.stranger.get(address)
        assert answer.status_code == 401, address
        assert "contested serve" in answer.text


def test_the_token_opens_a_session_in_a_cookie_that_scripts_and_other_sites_never_see(served: Any) -> None:
    answer = served.stranger.get(f"/open?token={served.made_of.sessions.token}")
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("contested_8000=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert served.stranger.get("/explore").status_code == 200


def test_wrong_tokens_are_refused_and_soon_not_even_looked_at(served: Any) -> None:
    for _ in range(TRIES):
        assert served.stranger.get("/open?token=guess").status_code == 401
    assert served.stranger.get(f"/open?token={served.made_of.sessions.token}").status_code == 429


def test_wrong_tokens_are_forgotten_after_a_minute() -> None:
    now = [0.0]
    sessions = Sessions("right", clock=lambda: now[0])
    for _ in range(TRIES):
        sessions.sign_in("wrong")
    assert sessions.sign_in("right") is None
    now[0] = 61.0
    assert sessions.sign_in("right") is not None


def test_a_session_ends_when_it_is_left(client: TestClient) -> None:
    kept = dict(client.cookies)
    assert client.post("/leave").status_code == 200
    client.cookies.update(kept)
    assert client.get("/explore").status_code == 401


@pytest.mark.parametrize("host", ["evil.example:8000", "127.0.0.1", "127.0.0.1:9000", "localhost.evil.example:8000", ""])
def test_a_forged_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/explore", headers={"host": host}).status_code == 421


def test_requests_from_other_sites_are_refused(client: TestClient) -> None:
    assert client.post("/review/undo", headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/review/undo", headers={"origin": "null"}).status_code == 403
    assert client.get("/explore.json", headers={"origin": "http://evil.example"}).status_code == 403
    del client.headers["origin"]
    assert client.post("/review/undo").status_code == 403


def test_every_answer_forbids_inline_scripts_framing_and_guessing_of_types(client: TestClient, served: Any) -> None:
    for answer in (client.get("/explore"), client.get("/explore.json"), client.get("/nothing"), served.stranger.get("/explore")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get("/explore").headers["cache-control"] == "no-store"


def test_no_page_has_an_inline_script_or_style(client: TestClient) -> None:
    for address in ("/explore", "/documents/lake-group-article", "/review", "/actors", "/add"):
        text = client.get(address).text
        assert "style=" not in text
        assert "<style" not in text
        assert text.count("<script") == text.count('<script type="module" src="/static/')


def test_large_bodies_are_refused_whether_they_say_so_or_not(client: TestClient) -> None:
    assert client.post("/add/text", content=b"x" * (BODY_BYTES + 1)).status_code == 413
    answer = client.post("/add/text", content=iter([b"x" * 40_000, b"x" * 40_000]), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    assert client.post("/add/text", content=b"{}", headers={"content-length": "-1"}).status_code in (400, 413)


def test_a_body_that_never_ends_is_cut_off() -> None:
    sessions = Sessions("token")
    session = sessions.sign_in("token")
    scope: Scope = {
        "type": "http", "method": "POST", "path": "/review/undo", "scheme": "http",
        "headers": [(b"host", b"here"), (b"origin", b"http://here"), (b"cookie", f"c={session}".encode())],
    }  # fmt: skip
    sent: list[Message] = []

    async def reads_all(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass

    async def drip() -> Message:
        await asyncio.sleep(0.03)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def keep(message: Message) -> None:
        sent.append(message)

    guard = Guard(reads_all, sessions, Limits(frozenset({"here"}), "c", body_time_s=0.1))
    with ThreadPoolExecutor(1) as own_loop:
        own_loop.submit(lambda: asyncio.run(guard(scope, drip, keep))).result()
    assert sent[0]["status"] == 408


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/..%5capp.py", "/documents/..%2f..%2fetc%2fpasswd", "/static/"])
def test_no_path_leads_out_of_the_application(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_text_of_documents_names_and_addresses_is_escaped(client: TestClient, store: Store) -> None:
    hostile = Document("evil", f"{ATTACK}.txt", f"{ATTACK} said the army.", "c" * 64, title=ATTACK, publisher=ATTACK)
    keep_coding(store, hostile, Coding(document=hostile.name, sha256=hostile.sha256, coder="rules 1"), who=ATTACK)
    addresses = (
        "/documents", "/documents/evil", "/claims/evil", f"/explore?actor={ATTACK}&place={ATTACK}", f"/actors?q={ATTACK}",
        f"/actor?name={ATTACK}", f"/documents/{ATTACK}", f"/explore?from={ATTACK}", f"/open?token={ATTACK}",
    )  # fmt: skip
    for address in addresses:
        text = client.get(address).text
        assert "<img" not in text, address
        assert "<script>" not in text, address
        assert "49" not in text or "{{7*7}}" in text, address

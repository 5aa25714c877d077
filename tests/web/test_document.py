"""A long document opens light and quickly: all of its text is there, the cards come when they are needed."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from contested.store.database import Store
from made_documents import keep_made

CHROMIUM = Path("/usr/bin/chromium").is_file()
LONG = 1_960


def test_200_kb_open_in_200_ms_and_weigh_less_than_a_megabyte(client: TestClient, store: Store) -> None:
    keep_made(store, "long", LONG)
    taken = []
    for _ in range(3):
        start = time.process_time()
        answer = client.get("/documents/long")
        taken.append(time.process_time() - start)
    assert len(client.get("/documents/long.json").json()["text"]) > 200_000
    assert len(answer.content) < 1_000_000
    assert f"note {LONG - 1:04}" in answer.text
    assert min(taken) < 0.8, "about 0.2 s on an idle machine"


def test_cards_come_in_portions_and_the_event_of_the_address_is_there(client: TestClient, store: Store) -> None:
    ids = keep_made(store, "long", 100)
    page = client.get("/documents/long").text
    assert page.count('class="card"') == 40
    assert re.findall(r'data-first="(\d+)" data-last="(\d+)"', page) == [("40", "79"), ("80", "99")]
    assert f'id="e-{ids[90]}"' in client.get(f"/documents/long?event={ids[90]}").text
    assert client.get("/cards/long?first=80").text.count('class="card"') == 20


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed: apt-get install chromium")
def test_a_mark_far_down_fetches_the_cards_of_its_event(tab: Page, store: Store) -> None:
    keep_made(store, "long", 100)
    tab.goto("/documents/long")
    tab.locator('#text [data-v="95.0"]').click()
    expect(tab.locator('.card[data-e="95"]')).to_be_in_viewport()
    expect(tab.locator("#lister .entry")).to_have_count(1)


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed: apt-get install chromium")
def test_marks_are_walked_and_opened_by_keys(tab: Page) -> None:
    tab.goto("/documents/lake-group-article")
    tab.keyboard.press("n")
    tab.keyboard.press("n")
    expect(tab.locator("#text mark:focus")).to_have_count(1)
    tab.keyboard.press("Enter")
    expect(tab.locator("#lister .entry:focus")).to_have_count(1)
    tab.keyboard.press("Enter")
    expect(tab.locator(".cards .v.said:focus")).to_have_count(1)

"""Axe finds no serious fault on any page, in light and in dark, wide and narrow; and forms have names that are read out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from web.conftest import CHROMIUM, Live

from contested.model.people import Role
from contested.store.accounts import add_account
from contested.store.ask import find_events
from contested.store.database import Store, open_store
from contested.store.rounds import StartFrom, open_round

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
LAKE = "lake-group-article"
GRAVE = ("serious", "critical")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM.is_file(), reason="Chromium is not installed: apt-get install chromium"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: npm ci in web/"),
]
PAGES = (
    "/explore", "/charts", "/documents", f"/documents/{LAKE}", f"/claims/{LAKE}", "/review", "/review/many", "/actors",
    "/actor?name=Kanem%20Lake%20Front", "/add", "/export", "/search?q=army", "/links", "/double", "/nothing-here",
)  # fmt: skip
NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1440, "height": 900}


def faults(page: Page) -> list[dict[str, Any]]:
    """Give the serious faults of a page: the rule, and where it is broken."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [{"rule": v["id"], "where": [n["html"][:160] for n in v["nodes"][:4]], "told": v["nodes"][0]["failureSummary"][:300]} for v in found if v["impact"] in GRAVE]


@pytest.fixture(scope="module")
def many_pages(coded: Path) -> tuple[str, ...]:
    store = open_store(str(coded))
    event = find_events(store)[0]
    store.close()
    return (*PAGES, f"/events/{event.document}/{event.event.id}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_fault(browser: Browser, live: Live, many_pages: tuple[str, ...], scheme: Any) -> None:
    page = browser.new_page(color_scheme=scheme, viewport=WIDE, base_url=live.base)
    page.goto(live.opening)
    page.wait_for_url("**/explore")
    found = {}
    for address in many_pages:
        page.goto(address, wait_until="networkidle")
        if faulty := faults(page):
            found[address] = faulty
    page.close()
    assert found == {}

"""Axe finds no serious fault on any page, in light and in dark, wide and narrow; and forms have names that are read out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from contested.batch.pipeline import Pipeline
from contested.model.people import Role
from contested.store.accounts import add_account
from contested.store.ask import find_events
from contested.store.database import Store, open_store
from web.conftest import CHROMIUM, Live, served_live

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
LAKE = "lake-group-article"
PASSWORD = "four green lamps sing"
GRAVE = ("serious", "critical")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM.is_file(), reason="Chromium is not installed: apt-get install chromium"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: npm ci in web/"),
]
PAGES = (
    "/explore", "/charts", "/documents", f"/documents/{LAKE}", f"/claims/{LAKE}", "/review", "/review/many", "/actors",
    "/actor?name=Kanem%20Lake%20Front", "/add", "/export", "/search?q=army", "/links", "/incidents", "/double", "/nothing-here",
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


def test_no_page_is_wider_than_a_narrow_window(browser: Browser, live: Live, many_pages: tuple[str, ...]) -> None:
    page = browser.new_page(viewport=NARROW, base_url=live.base)
    page.goto(live.opening)
    page.wait_for_url("**/explore")
    wide = {}
    for address in many_pages:
        page.goto(address, wait_until="networkidle")
        if (width := page.evaluate("document.documentElement.scrollWidth")) > NARROW["width"]:
            wide[address] = width
    page.close()
    assert wide == {}


def test_no_dialog_of_review_has_a_serious_fault(tab: Page) -> None:
    tab.goto("/review")
    expect(tab.locator("#review")).to_have_attribute("data-ready", "yes")
    found = {}
    for key in ("1", "2", "3", "4", "5", "6", "7", "x", "A", "d", "j", "?", "Control+k"):
        tab.keyboard.press(key)
        expect(tab.locator("dialog[open]"), f"the dialog of {key}").to_have_count(1)
        if faulty := faults(tab):
            found[key] = faulty
        tab.keyboard.press("Escape")
        expect(tab.locator("dialog[open]"), f"the dialog of {key}, closed").to_have_count(0)
    assert found == {}


def test_a_place_on_the_map_is_a_button_with_a_name(tab: Page) -> None:
    tab.goto("/explore?country=TD", wait_until="networkidle")
    expect(tab.get_by_role("button", name=re.compile(r": \d+ events?")).first).to_be_visible()


@pytest.fixture
def team(store: Store, pipeline: Pipeline) -> Iterator[str]:
    """Serve the store with accounts and give the address for signing in."""
    for name, role in (("Ada", Role.LEAD), ("Bo", Role.CODER), ("Cy", Role.READER)):
        add_account(store, name, role, PASSWORD, who="root")
    with served_live(store, pipeline) as found:
        yield f"{found.base}/sign-in"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_accounts_have_no_serious_fault(browser: Browser, team: str, scheme: Any) -> None:
    page = browser.new_page(color_scheme=scheme, viewport=WIDE)
    page.goto(team)
    found = {"sign-in": faults(page)}
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("The name or the password is wrong.")
    found["not let in"] = faults(page)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/explore")
    found["signed in"] = faults(page)
    page.get_by_role("link", name="Ada").click()
    found["account"] = faults(page)
    page.get_by_role("link", name="All accounts").click()
    page.get_by_label("Name").fill("Di")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Di is a coder now")
    found["accounts"] = faults(page)
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/sign-in")
    page.close()
    assert {where: faulty for where, faulty in found.items() if faulty} == {}

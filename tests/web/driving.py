"""What steps in a browser share: a page that is let in, whose decisions they are, and a page that listens to keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect


@contextmanager
def let_in(browser: Browser, base: str, opening: str) -> Iterator[Page]:
    """Give a page that is let in; a script error, a refused resource or a request to another host fails the test."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=base)
    faults: list[str] = []
    page.on("pageerror", lambda err: faults.append(str(err)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(base) else None)
    page.goto(opening)
    page.wait_for_url("**/explore")
    yield page
    page.close()
    assert faults == []


def become(page: Page, who: str, at: str) -> None:
    """Give a name under which is decided, on a page that asks for it."""
    page.goto(at)
    page.locator(".person [name=name]").fill(who)
    with page.expect_navigation():
        page.locator(".person [name=name]").press("Enter")
    expect(page.locator(".person [name=name]")).to_have_value(who)


def ready(page: Page, place: str = "#review") -> None:
    """Wait until a page listens to keys."""
    expect(page.locator(place)).to_have_attribute("data-ready", "yes")

"""What steps in a browser share: whose decisions they are, and a page that listens to keys."""

from __future__ import annotations

from playwright.sync_api import Page, expect


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

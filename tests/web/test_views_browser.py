"""Views of many events driven as a person would, in Chromium: filters, charts, policies, search, export and the offline page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from contested.batch.exporting import StoredReadings
from contested.exchange.release.releasing import Audience, Terms
from contested.report.page import write_report
from contested.store.database import Store

pytestmark = pytest.mark.skipif(not Path("/usr/bin/chromium").is_file(), reason="Chromium is not installed: apt-get install chromium")


def test_filters_and_a_dragged_stretch_of_time_stay_in_the_address(tab: Page) -> None:
    tab.fill("[name=from]", "2022-01-01")
    tab.press("[name=from]", "Enter")
    tab.wait_for_url("**/explore?from=2022-01-01*")
    expect(tab.locator(".killed .range").first).to_be_attached()
    room = tab.locator("#strip svg").first.bounding_box()
    assert room is not None
    tab.mouse.move(room["x"] + 2, room["y"] + 30)
    tab.mouse.down()
    tab.mouse.move(room["x"] + room["width"] * 0.5, room["y"] + 30, steps=4)
    tab.mouse.up()
    tab.wait_for_url(re.compile(r"to=20\d\d-"))
    assert re.fullmatch(r"\d+ of \d+ shown", tab.locator("#count").inner_text())


def test_a_policy_is_switched_and_what_it_changes_is_marked(tab: Page) -> None:
    tab.select_option("[name=policy]", "acled")
    tab.wait_for_url("**/explore?policy=acled")
    changed = int(re.findall(r"(\d+) figures? changed", tab.locator("#toll").inner_text())[0])
    expect(tab.locator("tr.differs")).to_have_count(changed)
    tab.click("text=only these")
    tab.wait_for_url("**changed=yes*")
    expect(tab.locator("tbody tr")).to_have_count(changed)


def test_a_row_shows_its_place_on_the_map_and_the_view_of_the_map_filters(tab: Page) -> None:
    tab.goto("/explore?country=TD")
    expect(tab.locator("#in-view")).to_be_visible()
    tab.locator(".events tbody tr[data-place='Bol']").first.hover()
    expect(tab.locator("#map .spot.near").first).to_be_attached()
    tab.click("#in-view")
    tab.wait_for_url("**box=*")


def test_ctrl_k_finds_and_opens(tab: Page) -> None:
    tab.keyboard.press("Control+k")
    tab.keyboard.type("kanem lake")
    expect(tab.locator(".palette [role=option]").first).to_contain_text("Kanem Lake Front")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/actor?name=Kanem*")
    expect(tab.locator(".ties .tie.opponent").first).to_be_attached()


def test_a_view_is_exported(tab: Page) -> None:
    tab.goto("/explore?status=disputed")
    tab.click("text=Export")
    tab.check("[value=geojson]")
    with tab.expect_download() as download:
        tab.click("text=/Export \\d+ events/")
    assert download.value.suggested_filename == "contested-geojson-public.zip"


def test_charts_by_source_lead_to_the_source(tab: Page) -> None:
    tab.goto("/charts")
    expect(tab.locator(".by-source .span").first).to_be_visible()
    tab.locator(".by-source th a").first.click()
    tab.wait_for_url("**/explore?source=*")


def test_the_offline_page_counts_by_policy(browser: Browser, store: Store, tmp_path: Path) -> None:
    write_report(StoredReadings(store), Terms(Audience.INTERNAL), tmp_path / "page.html", title="Events")
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda err: faults.append(str(err)))
    page.goto((tmp_path / "page.html").as_uri())
    page.select_option("[name=policy]", "acled")
    expect(page.locator("#killed-sum")).to_contain_text(re.compile(r"\d+ figures differ"))
    expect(page.locator("tr.differs").first).to_contain_text("≠")
    expect(page.locator("#killed text").first).to_have_text(re.compile(r"^20\d\d$"))
    page.fill("[name=from]", "2023")
    expect(page.locator("#shown")).to_contain_text("of")
    page.close()
    assert faults == []

"""The application driven as a person would, in Chromium: no script fault and no request to another host on the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from contested.store.ask import EventFilter, find_events
from contested.store.browse import count_reviewed
from contested.store.database import Store
from contested.store.decisions import decisions_of
from contested.store.verdicts import Verdict

pytestmark = pytest.mark.skipif(not Path("/usr/bin/chromium").is_file(), reason="Chromium is not installed: apt-get install chromium")
LAKE = "lake-group-article"
REPORT = "On 3 May 2023 gunmen of the Reed Company ambushed an army patrol near Homs, killing four soldiers. The army denied it."


def _ready(tab: Page) -> None:
    expect(tab.locator("#review")).to_have_attribute("data-ready", "yes")


def test_a_value_shows_its_words_and_words_list_their_values(tab: Page) -> None:
    tab.goto(f"/documents/{LAKE}")
    value = tab.locator(".cards .v.k-place").first
    value.click()
    said = tab.locator("#text mark.said").first
    expect(said).to_be_in_viewport()
    assert said.inner_text() in (value.inner_text(), value.inner_text().split(",")[0])
    tab.locator("#text mark.k-act").first.click()
    entry = tab.locator("#lister .entry").first
    expect(entry).to_be_visible()
    entry.click()
    expect(tab.locator(".cards .v.said")).to_have_count(1)


def test_hovering_a_card_marks_its_sentences_and_the_other_way_round(tab: Page) -> None:
    tab.goto(f"/documents/{LAKE}")
    tab.locator(".card").nth(1).hover()
    expect(tab.locator("#text .near").first).to_be_visible()
    tab.locator("#text mark").first.hover()
    expect(tab.locator(".card.near").first).to_be_visible()


def test_filters_stay_in_the_address_and_the_map_filters_by_place(tab: Page) -> None:
    tab.select_option("select[name=status]", "disputed")
    tab.wait_for_url("**/explore?status=disputed")
    expect(tab.locator("#count")).to_have_text(re.compile(r"^\d+ of \d+ shown$"))
    expect(tab.locator("tbody .status.disputed")).to_have_count(int(tab.locator("#count").inner_text().split()[0]))
    tab.goto("/explore?country=TD")
    tab.locator("#map .spot").first.focus()
    for _ in range(9):
        tab.get_by_label("Zoom in").click()
    tab.locator("#map .spot").first.dispatch_event("click")
    tab.wait_for_url(re.compile(r"place="))


def test_ten_events_are_reviewed_by_keyboard_alone_and_undone(tab: Page, store: Store) -> None:
    tab.goto("/review")
    for n in range(10):
        expect(tab.locator(".queue")).to_contain_text(f"{n} accepted")
        _ready(tab)
        tab.keyboard.press("a")
        expect(tab.locator(".queue")).to_contain_text(f"{n + 1} accepted")
    assert count_reviewed(store)["accepted"] == 10
    _ready(tab)
    tab.keyboard.press("u")
    tab.wait_for_url("**/review?document=*")
    assert count_reviewed(store)["accepted"] == 9


def test_the_legend_opens_and_a_rejection_keeps_its_reason(tab: Page, store: Store) -> None:
    tab.goto("/review")
    _ready(tab)
    tab.keyboard.press("?")
    expect(tab.locator("#legend")).to_be_visible()
    tab.keyboard.press("Escape")
    tab.keyboard.press("x")
    tab.keyboard.type("only an exercise")
    tab.keyboard.press("Enter")
    expect(tab.locator(".queue")).to_contain_text("1 rejected")
    (found,) = find_events(store, EventFilter(reviewed="rejected"))
    assert decisions_of(store, found.document)[0].why == "only an exercise"


def test_a_date_and_a_place_are_corrected_the_place_on_the_map(tab: Page, store: Store) -> None:
    event = next(f for f in find_events(store, EventFilter(documents=(LAKE,))) if f.event.place and f.event.place.latitude)
    tab.goto(f"/review?document={LAKE}&event={event.event.id}")
    _ready(tab)
    tab.keyboard.press("2")
    tab.fill("#edit-date [name=start]", "2022-02-05")
    tab.fill("#edit-date [name=end]", "2022-02-07")
    tab.click("#edit-date .primary")
    expect(tab.locator(".card .values")).to_contain_text("5–7 Feb 2022")
    _ready(tab)
    tab.keyboard.press("3")
    expect(tab.locator("#map .spot")).to_have_count(1)
    before = tab.input_value("#edit-place [name=latitude]")
    tab.locator("#map").click(position={"x": 120, "y": 300})
    assert tab.input_value("#edit-place [name=latitude]") != before
    with tab.expect_response("**/decisions"):
        tab.click("#edit-place .primary")
    expect(tab.locator(".card header")).to_contain_text("corrected")
    assert [d.verdict for d in decisions_of(store, LAKE)] == [Verdict.CORRECT, Verdict.CORRECT]


def test_a_party_is_added_and_a_toll_gets_its_speaker(tab: Page, store: Store) -> None:
    tab.goto("/review")
    _ready(tab)
    tab.keyboard.press("4")
    tab.click("#edit-by [data-add]")
    tab.locator("#edit-by .row:last-child input").fill("Reed Company")
    tab.click("#edit-by .primary")
    expect(tab.locator(".card")).to_contain_text("Reed Company")
    _ready(tab)
    tab.keyboard.press("7")
    tab.click("#edit-toll [data-add]")
    row = tab.locator("#edit-toll .row:last-child")
    row.locator("[name=low]").fill("3")
    row.locator("[name=high]").fill("5")
    row.locator("[name=speaker]").fill("a hospital")
    tab.click("#edit-toll .primary")
    expect(tab.locator(".card")).to_contain_text("3–5 killed")
    expect(tab.locator(".card")).to_contain_text("says a hospital")


def test_a_dropped_file_is_coded_and_opened(tab: Page) -> None:
    tab.goto("/add")
    tab.set_input_files("#files", [{"name": "reed.txt", "mimeType": "text/plain", "buffer": REPORT.encode()}])
    tab.click("#jobs .done a", timeout=20_000)
    tab.wait_for_url("**/documents/reed")
    expect(tab.locator(".card").first).to_contain_text("ambush", ignore_case=True)


def test_pages_fit_narrow_windows_and_weigh_little(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 800})
    for address in ("/explore", f"/documents/{LAKE}", "/review", "/actors", "/actor?name=Kanem Lake Front", f"/claims/{LAKE}", "/add", "/review/many", "/double", "/links", "/incidents"):
        tab.goto(address, wait_until="networkidle")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, address
        weight = tab.evaluate("performance.getEntries().reduce((n, e) => n + (e.transferSize || 0), 0)")
        assert weight < 1_000_000, address

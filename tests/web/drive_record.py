"""Steps of the day that are about the whole record: merge and take apart, adjudicate, switch the policy, export."""

from __future__ import annotations

import csv
import io
import zipfile

from playwright.sync_api import Page, expect

from contested.linking.across.records import Ref
from contested.store.ask import EventFilter, find_events
from contested.store.browse import count_events, events_of_document
from contested.store.database import Store, log_lines
from contested.store.decisions import decisions_of
from contested.store.history import history_of
from contested.store.merges import Kind, all_merges
from contested.store.ruling import merged_groups, waiting_pairs
from web.driving import become, ready

DOUBLE = "note-0500"


def merge_two_and_take_them_apart(page: Page, store: Store) -> None:
    """Rule that two reports tell one event, see it told twice, and part it again."""
    waiting, before = len(waiting_pairs(store)), merged_groups(store)
    page.goto("/links")
    expect(page.locator(".queue strong")).to_have_text(f"{waiting} pairs waiting")
    ready(page, "#linking")
    place = page.locator("#linking")
    left, right = (Ref(*(place.get_attribute(f"data-{side}-{of}") or "" for of in ("document", "event"))) for side in ("left", "right"))
    page.keyboard.press("s")
    expect(page.locator(".queue strong")).to_have_text(f"{waiting - 1} pairs waiting")
    ((incident, _),) = set(merged_groups(store)) - set(before)
    made = all_merges(store)[-1]
    assert (made.kind, made.who, {made.left, made.right}) == (Kind.MERGE, "ada", {left, right})
    page.goto(f"/events/{left.document}/{left.event}")
    page.get_by_role("link", name="merged: told 2 times").click()
    page.wait_for_url(f"**/incidents/{incident}")
    expect(page.locator(".telling")).to_have_count(2)
    page.locator("form.apart [name=why]").fill("another post")
    page.locator("form.apart button").click()
    page.wait_for_url("**/incidents")
    expect(page.locator("h1 + .meta")).to_contain_text(f"{len(before)} events that several documents tell")
    assert merged_groups(store) == before
    assert [(h.who, h.why) for h in history_of(store, left)[-2:]] == [("ada", "another post")] * 2
    page.goto(f"/events/{left.document}/{left.event}")
    expect(page.get_by_role("link", name="merged: told")).to_have_count(0)


def code_twice_and_adjudicate(page: Page, store: Store) -> None:
    """Let ada and bo code one report blind, and cy settle what differs."""
    page.goto("/double")
    page.locator("[name=document]").press_sequentially(DOUBLE[:-1])
    expect(page.locator(f"#found-documents option[value='{DOUBLE}']")).to_be_attached()
    page.fill("[name=document]", DOUBLE)
    page.fill("[name=second]", "bo")
    page.get_by_role("button", name="Open").click()
    page.get_by_role("link", name=f"{DOUBLE}.txt").click()
    page.get_by_role("link", name="review them").click()
    ready(page)
    page.keyboard.press("1")
    page.locator("#edit-act select").select_option("clash")
    page.locator("#edit-act [name=why]").press("Enter")
    expect(page.locator(".card-title")).to_contain_text("Clash")
    page.goto("/double/1")
    page.get_by_role("button", name="I am done").click()
    expect(page.locator("h1")).to_contain_text("Double coding 1")
    become(page, "bo", "/double")
    page.goto("/double/1")
    expect(page.locator(".card")).not_to_contain_text("Clash")
    page.get_by_role("button", name="I am done").click()
    ready(page, "#settling")
    become(page, "cy", "/double")
    _settle(page, store)


def _settle(page: Page, store: Store) -> None:
    page.goto("/double/1")
    ready(page, "#settling")
    expect(page.locator(".sides-table tr.differs")).to_have_count(1)
    (before,) = events_of_document(store, DOUBLE)
    assert before.reviewed is None
    page.fill("#choice [name=why]", "both sides fired")
    page.press("#choice [name=why]", "Enter")
    expect(page.locator(".queue")).to_contain_text("1 of 1 events settled")
    ready(page, "#settling")
    page.get_by_role("button", name="close").click()
    page.wait_for_url("**/double")
    expect(page.locator("tbody")).to_contain_text("closed")
    (after,) = events_of_document(store, DOUBLE)
    assert (after.event.action, after.reviewed) == ("clash", "corrected")
    assert [(d.who, d.why) for d in decisions_of(store, DOUBLE)] == [("cy", "both sides fired")]


def switch_the_policy(page: Page, store: Store) -> None:
    """Count the killed of the shellings by another policy, and see the events that it changes."""
    page.goto("/explore")
    page.select_option("[name=action]", "shelling")
    page.wait_for_url("**action=shelling*")
    number, total = (count_events(store, EventFilter(action=action)) for action in ("shelling", None))
    expect(page.locator("#count")).to_have_text(f"{number} of {total:,} shown")
    summed = page.locator("#toll b").first.inner_text()
    page.select_option("[name=policy]", "acled")
    page.wait_for_url("**policy=acled*")
    expect(page.locator("#toll b").first).not_to_have_text(summed)
    expect(page.locator("#toll .changed")).to_have_text(f"{number} figures changed")
    expect(page.locator("tbody tr.differs")).to_have_count(page.locator("tbody tr").count())
    page.get_by_role("link", name="only these").click()
    page.wait_for_url("**changed=yes*")
    expect(page.locator("#count")).to_have_text(f"{number} of {total:,} shown")


def export_what_was_accepted(page: Page, store: Store) -> None:
    """Export what people accepted: as many rows as events, and a line in the log."""
    accepted = find_events(store, EventFilter(reviewed="accepted"))
    assert len(accepted) > 5
    page.goto("/explore?reviewed=accepted")
    page.get_by_role("link", name="Export", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Export {len(accepted)} events").click()
    assert download.value.suggested_filename == "contested-csv-public.zip"
    with zipfile.ZipFile(download.value.path()) as packed:
        table = packed.read("contested-csv/events.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(accepted)
    written = log_lines(store)[-1]
    assert (written[1], written[2]) == ("cy", "export written")
    assert "reviewed=accepted" in written[4]
    assert f"{len(accepted)} events" in written[4]

"""One person's day at a store of 2,000 reports: every step that the application promises, in one browser at the real server.

Each step looks at what a person sees and then at what the store, and the history, hold.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from contested.linking.across.link import LinkResources
from contested.linking.across.records import Ref
from contested.store.ask import EventFilter, StoredEvent, find_events
from contested.store.browse import count_events, count_reviewed, events_of_document, find_event
from contested.store.database import Store, log_lines, open_store
from contested.store.decisions import decisions_of
from contested.store.history import history_of
from contested.store.linking import link_store
from contested.store.merges import Kind, all_merges
from contested.store.ruling import merged_groups, waiting_pairs
from contested.store.verdicts import Verdict
from many_documents import keep_many
from web.serving_program import Program, serving

pytestmark = pytest.mark.skipif(not Path("/usr/bin/chromium").is_file(), reason="Chromium is not installed: apt-get install chromium")
REPORTS, LAKE, DOUBLE = 2000, "lake-group-article", "note-0500"
DROPPED = "On 3 May 2023 gunmen of the Reed Company ambushed an army patrol near Homs, killing four soldiers. The army denied it."
DROP = """([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name, { type: "text/plain" }));
    document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def full(coded: Path, tmp_path: Path) -> Iterator[Store]:
    """Give a store of the coded samples and 2,000 made reports, linked."""
    shutil.copy(coded, tmp_path / "full.db")
    store = open_store(str(tmp_path / "full.db"))
    keep_many(store, REPORTS)
    link_store(store, LinkResources.load())
    yield store
    store.close()


@pytest.fixture
def program(full: Store, tmp_path: Path) -> Iterator[Program]:
    with serving(tmp_path / "full.db") as running:
        yield running


@pytest.fixture
def page(browser: Browser, program: Program) -> Iterator[Page]:
    """Give a page that is let in; a script error, a refused resource or a request to another host fails the test."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=program.base)
    faults: list[str] = []
    opened.on("pageerror", lambda err: faults.append(str(err)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(program.base) else None)
    opened.goto(program.opening)
    opened.wait_for_url("**/explore")
    yield opened
    opened.close()
    assert faults == []


def test_a_day_at_a_store_of_two_thousand_reports(page: Page, full: Store) -> None:
    _become(page, "ada", "/review")
    _drop_a_file(page, full)
    _review_ten_by_keyboard(page, full)
    _correct_a_place_on_the_map(page, full)
    _divide_an_event(page, full)
    _merge_two_and_take_them_apart(page, full)
    _code_twice_and_adjudicate(page, full)
    _switch_the_policy(page, full)
    _export_what_was_accepted(page, full)


def _become(page: Page, who: str, at: str) -> None:
    page.goto(at)
    page.locator(".person [name=name]").fill(who)
    with page.expect_navigation():
        page.locator(".person [name=name]").press("Enter")
    expect(page.locator(".person [name=name]")).to_have_value(who)


def _ready(page: Page, place: str = "#review") -> None:
    expect(page.locator(place)).to_have_attribute("data-ready", "yes")


def _drop_a_file(page: Page, store: Store) -> None:
    page.goto("/add")
    page.evaluate(DROP, ["reed.txt", DROPPED])
    expect(page.locator("#jobs li")).to_contain_text("reed.txt")
    page.locator("#jobs .done a").click(timeout=60_000)
    page.wait_for_url("**/documents/reed")
    expect(page.locator(".card")).to_contain_text("Ambush")
    expect(page.locator(".card .v.k-by")).to_have_text("Reed Company")
    page.goto("/documents?q=reed.txt")
    expect(page.locator(".count strong")).to_have_text(re.compile(r"1 of 1 shown"))
    (event,) = events_of_document(store, "reed")
    assert [c.low for c in event.event.casualties] == [4]
    first = history_of(store, Ref("reed", event.event.id))[0]
    assert (first.who, first.what) == ("ada", "coding added")


def _review_ten_by_keyboard(page: Page, store: Store) -> None:
    page.goto("/review")
    waiting = int(page.locator(".queue strong").inner_text().split()[0])
    assert waiting == count_reviewed(store)[""]
    decided: list[str] = []
    for number in range(10):
        expect(page.locator(".queue strong")).to_have_text(f"{waiting - number} waiting")
        _ready(page)
        decided.append(page.locator("#review").get_attribute("data-event") or "")
        _decide_by_keyboard(page, number)
    expect(page.locator(".queue strong")).to_have_text(f"{waiting - 10} waiting")
    expect(page.locator(".queue span")).to_have_text("8 accepted · 1 corrected · 0 added · 1 rejected")
    assert len(set(decided)) == 10
    assert count_reviewed(store) == {"": waiting - 10, "accepted": 8, "corrected": 1, "rejected": 1}
    (gone,) = find_events(store, EventFilter(reviewed="rejected"))
    assert (gone.event.id in decided[3], decisions_of(store, gone.document)[0].why) == (True, "an exercise")
    (other,) = find_events(store, EventFilter(reviewed="corrected"))
    assert (other.event.id in decided[6], other.event.action) == (True, "clash")


def _decide_by_keyboard(page: Page, number: int) -> None:
    """Reject the fourth with a reason, correct the act of the seventh, and accept the others."""
    keys = page.keyboard
    if number == 3:
        keys.press("x")
        keys.type("an exercise")
        keys.press("Enter")
    elif number == 6:
        keys.press("1")
        keys.type("clash")
        keys.press("Tab")
        keys.press("Enter")
        expect(page.locator(".card-title")).to_contain_text("Clash")
        _ready(page)
        keys.press("s")
    else:
        keys.press("a")


def _of_the_article(store: Store) -> Iterator[StoredEvent]:
    return (f for f in events_of_document(store, LAKE) if f.reviewed != "rejected" and f.event.place and f.event.place.latitude is not None)


def _open_for_review(page: Page, event: StoredEvent) -> None:
    """Go to an event as a person does: from the text to its card, and from there to the review."""
    page.goto(f"/documents/{event.document}")
    page.locator(f"[id='e-{event.event.id}'] footer a", has_text="review").click()
    page.wait_for_url("**/review?document=*")
    _ready(page)


def _correct_a_place_on_the_map(page: Page, store: Store) -> None:
    event = next(_of_the_article(store))
    _open_for_review(page, event)
    page.keyboard.press("3")
    expect(page.locator("#map .spot")).to_have_count(1)
    page.locator("#map").click(position={"x": 150, "y": 120})
    chosen = tuple(float(page.input_value(f"#edit-place [name={name}]")) for name in ("latitude", "longitude"))
    page.fill("#edit-place [name=why]", "the map of the mission")
    page.press("#edit-place [name=why]", "Enter")
    expect(page.locator(".card header")).to_contain_text("corrected")
    kept = find_event(store, LAKE, event.event.id)
    assert kept is not None
    assert event.event.place is not None
    assert kept.event.place is not None
    assert (kept.event.place.latitude, kept.event.place.longitude) == chosen
    assert chosen != (event.event.place.latitude, event.event.place.longitude)
    last = history_of(store, Ref(LAKE, event.event.id))[-1]
    assert (last.who, last.what, last.why) == ("ada", "decision correct place", "the map of the mission")


def _divide_an_event(page: Page, store: Store) -> None:
    event = next(f for f in _of_the_article(store) if f.event.perpetrators and f.event.targets)
    before = len(events_of_document(store, LAKE))
    _open_for_review(page, event)
    page.keyboard.press("d")
    expect(page.locator("#edit-split")).to_be_visible()
    name = event.event.perpetrators[0].name
    page.get_by_label(f"{name}: second").first.check()
    page.locator("#edit-split select[name=action]").select_option("arrest")
    page.fill("#edit-split [name=why]", "told of two days")
    page.press("#edit-split [name=why]", "Enter")
    expect(page.locator(".card header")).to_contain_text("added")
    expect(page.locator(".card-title")).to_contain_text("Arrest")
    page.goto(f"/documents/{LAKE}")
    expect(page.locator(".card .tag.added")).to_have_count(1)
    assert len(events_of_document(store, LAKE)) == before + 1
    (second,) = find_events(store, EventFilter(reviewed="added"))
    first = find_event(store, LAKE, event.event.id)
    assert first is not None
    assert name in [p.name for p in second.event.perpetrators]
    assert name not in [p.name for p in first.event.perpetrators]
    split = decisions_of(store, LAKE)[-1]
    assert (split.verdict, split.who, split.why) == (Verdict.SPLIT, "ada", "told of two days")


def _merge_two_and_take_them_apart(page: Page, store: Store) -> None:
    waiting, before = len(waiting_pairs(store)), merged_groups(store)
    page.goto("/links")
    expect(page.locator(".queue strong")).to_have_text(f"{waiting} pairs waiting")
    _ready(page, "#linking")
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


def _code_twice_and_adjudicate(page: Page, store: Store) -> None:
    page.goto("/double")
    page.select_option("[name=document]", DOUBLE)
    page.fill("[name=second]", "bo")
    page.get_by_role("button", name="Open").click()
    page.get_by_role("link", name=f"{DOUBLE}.txt").click()
    page.get_by_role("link", name="review them").click()
    _ready(page)
    page.keyboard.press("1")
    page.locator("#edit-act select").select_option("clash")
    page.locator("#edit-act [name=why]").press("Enter")
    expect(page.locator(".card-title")).to_contain_text("Clash")
    page.goto("/double/1")
    page.get_by_role("button", name="I am done").click()
    expect(page.locator("h1")).to_contain_text("Double coding 1")
    _become(page, "bo", "/double")
    page.goto("/double/1")
    expect(page.locator(".card")).not_to_contain_text("Clash")
    page.get_by_role("button", name="I am done").click()
    _ready(page, "#settling")
    _become(page, "cy", "/double")
    _settle(page, store)


def _settle(page: Page, store: Store) -> None:
    page.goto("/double/1")
    _ready(page, "#settling")
    expect(page.locator(".sides-table tr.differs")).to_have_count(1)
    (before,) = events_of_document(store, DOUBLE)
    assert before.reviewed is None
    page.fill("#choice [name=why]", "both sides fired")
    page.press("#choice [name=why]", "Enter")
    expect(page.locator(".queue")).to_contain_text("1 of 1 events settled")
    page.get_by_role("button", name="close").click()
    page.wait_for_url("**/double")
    expect(page.locator("tbody")).to_contain_text("closed")
    (after,) = events_of_document(store, DOUBLE)
    assert (after.event.action, after.reviewed) == ("clash", "corrected")
    assert [(d.who, d.why) for d in decisions_of(store, DOUBLE)] == [("cy", "both sides fired")]


def _switch_the_policy(page: Page, store: Store) -> None:
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


def _export_what_was_accepted(page: Page, store: Store) -> None:
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

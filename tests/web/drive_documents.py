"""Steps of the day that are about one document: code a dropped file, review, correct a place, divide an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page, expect

from contested.linking.across.records import Ref
from contested.store.ask import EventFilter, StoredEvent, find_events
from contested.store.browse import count_reviewed, events_of_document, find_event
from contested.store.database import Store
from contested.store.decisions import decisions_of
from contested.store.history import history_of
from contested.store.verdicts import Verdict
from web.driving import ready

LAKE = "lake-group-article"
DROPPED = "On 3 May 2023 gunmen of the Reed Company ambushed an army patrol near Homs, killing four soldiers. The army denied it."
DROP = """([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name, { type: "text/plain" }));
    document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


def drop_a_file(page: Page, store: Store) -> None:
    """Drop a file on the page of additions: it is coded, shown beside its text, and listed among the documents."""
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


def review_ten_by_keyboard(page: Page, store: Store) -> None:
    """Decide about ten events of the queue, without the pointer."""
    page.goto("/review")
    waiting = int(page.locator(".queue strong").inner_text().split()[0])
    assert waiting == count_reviewed(store)[""]
    decided: list[str] = []
    for number in range(10):
        expect(page.locator(".queue strong")).to_have_text(f"{waiting - number} waiting")
        ready(page)
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
        ready(page)
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
    ready(page)


def correct_a_place_on_the_map(page: Page, store: Store) -> None:
    """Move an event of the article by a click on the map."""
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


def divide_an_event(page: Page, store: Store) -> None:
    """Make two events of one: the second gets its first perpetrator."""
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

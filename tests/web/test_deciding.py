"""Splitting, joining, adding and accepting many, through the requests that pages send."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from contested.store.ask import EventFilter, find_events
from contested.store.browse import count_reviewed, events_of_document
from contested.store.database import Store
from contested.store.decisions import decisions_of
from made_documents import keep_made

chromium = pytest.mark.skipif(not Path("/usr/bin/chromium").is_file(), reason="Chromium is not installed: apt-get install chromium")


@pytest.fixture
def made(store: Store) -> list[str]:
    return keep_made(store, "made", 4)


def _ready(tab: Page, place: str = "#review") -> None:
    expect(tab.locator(place)).to_have_attribute("data-ready", "yes")


def test_an_event_is_added_split_joined_and_each_step_taken_back(client: TestClient, store: Store, made: list[str]) -> None:
    added = client.post("/documents/made/events", json={"action": "clash", "spans": [[0, 20]], "why": "told, not read"})
    assert (added.status_code, added.json()["reviewed"]) == (201, "added")
    halves = client.post(f"/events/made/{made[0]}/split", json={"action": "shelling", "where": {"target.0": "second"}})
    assert halves.json()["reviewed"] == "added"
    assert client.post(f"/events/made/{made[0]}/join", json={"other": made[1]}).json()["reviewed"] == "corrected"
    assert [f.reviewed for f in events_of_document(store, "made")].count(None) == 2
    assert [client.post("/review/undo").json()["exists"] for _ in range(3)] == [True, True, False]
    assert [f.reviewed for f in events_of_document(store, "made")] == [None] * 4
    assert decisions_of(store, "made")[0].why == "told, not read"


def test_what_cannot_be_done_is_told_and_not_kept(client: TestClient, store: Store, made: list[str]) -> None:
    for address, body in (
        ("/documents/made/events", {"action": "dance", "spans": [[0, 20]]}), ("/documents/made/events", {"action": "clash", "spans": []}),
        (f"/events/made/{made[0]}/split", {"action": "clash", "where": {"told.0": "third"}}), (f"/events/made/{made[0]}/join", {"other": "none"}),
        ("/review/accept", {"events": []}), (f"/events/made/{made[0]}/decisions", {"verdict": "split"}),
    ):  # fmt: skip
        assert client.post(address, json=body).status_code == 422, address
    assert client.post("/events/made/none/join", json={"other": made[0]}).status_code == 404
    assert decisions_of(store, "made") == ()


def test_many_are_previewed_with_the_same_filters_as_they_are_explored(client: TestClient, made: list[str]) -> None:
    page = client.get("/review/many?source=made&sure=0.6").text
    assert "<strong>4 of" in page
    assert page.count('data-document="made"') == 4
    assert client.get("/review/many.json?source=made&sure=0.6").json()["waiting"] == 4
    done = client.post("/review/accept", json={"events": [{"document": "made", "event": e} for e in made[:3]]})
    assert done.json()["accepted"] == 3
    assert client.get("/review/many?source=made").text.count('data-document="made"') == 1


def test_two_people_at_one_server_decide_each_under_their_own_name(client: TestClient, store: Store, made: list[str]) -> None:
    client.post(f"/events/made/{made[0]}/decisions", json={"verdict": "accept"})
    answer = client.post("/person", data={"name": " bo   lee ", "back": "//evil.example"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    client.post(f"/events/made/{made[1]}/decisions", json={"verdict": "reject"})
    assert [d.who for d in decisions_of(store, "made")] == ["ada", "bo lee"]


@chromium
def test_an_event_is_divided_by_keyboard(tab: Page, store: Store, made: list[str]) -> None:
    tab.goto(f"/review?document=made&event={made[0]}")
    _ready(tab)
    tab.keyboard.press("d")
    expect(tab.locator("#edit-split")).to_be_visible()
    tab.get_by_label("Reed Company: first").check()
    tab.locator("#edit-split select[name=action]").select_option("shelling")
    tab.locator("#edit-split [name=why]").press("Enter")
    expect(tab.locator(".card-title")).to_contain_text("Shelling")
    expect(tab.locator(".card header")).to_contain_text("added")
    other = find_events(store, EventFilter(reviewed="added"))[0]
    assert [p.name for p in other.event.perpetrators] == []
    _ready(tab)
    tab.keyboard.press("u")
    expect(tab.locator(".card header")).not_to_contain_text("added")
    assert count_reviewed(store).get("added") is None


@chromium
def test_an_event_is_added_from_words_selected_by_pointer_and_by_keys(tab: Page, store: Store, made: list[str]) -> None:
    tab.goto("/documents/made")
    _ready(tab, "#adding")
    tab.keyboard.press("e")
    expect(tab.locator("#problem")).to_contain_text("Select the words")
    tab.locator("#text p").nth(2).select_text()
    tab.keyboard.press("e")
    expect(tab.locator("#chosen-words")).to_contain_text("note 0002")
    tab.locator("#edit-add select[name=action]").select_option("clash")
    tab.fill("#edit-add [name=start]", "2020-01-03")
    tab.locator("#edit-add .primary").click()
    expect(tab.locator(".card-title")).to_contain_text("Clash")
    tab.goto("/documents/made")
    _ready(tab, "#adding")
    tab.keyboard.press("]")
    tab.keyboard.press("]")
    tab.keyboard.press("e")
    expect(tab.locator("#chosen-words")).to_contain_text("note 0001")
    tab.locator("#edit-add [name=why]").press("Enter")
    tab.wait_for_url("**/review?document=made*")
    words = [f.event.evidence[0].text for f in find_events(store, EventFilter(reviewed="added"))]
    assert sorted(w[-5:] for w in words) == ["0001.", "0002."]


@chromium
def test_many_are_accepted_after_a_preview_and_taken_back(tab: Page, store: Store, made: list[str]) -> None:
    tab.goto("/review/many?source=made")
    _ready(tab, "#many")
    tab.locator(".many input").first.uncheck()
    tab.get_by_role("button", name="Accept 3").click()
    expect(tab.locator("#done")).to_contain_text("3 accepted")
    assert count_reviewed(store)["accepted"] == 3
    tab.keyboard.press("u")
    expect(tab.locator(".many input:checked")).to_have_count(4)
    assert "accepted" not in count_reviewed(store)

"""Two people code blind, each at their own pages; then the differences are settled side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from contested.store.browse import events_of_document
from contested.store.database import Store
from contested.store.decisions import decisions_of
from made_documents import keep_made

chromium = pytest.mark.skipif(not Path("/usr/bin/chromium").is_file(), reason="Chromium is not installed: apt-get install chromium")


@pytest.fixture
def made(store: Store) -> list[str]:
    return keep_made(store, "made", 3)


def _as(client: TestClient, who: str) -> None:
    client.post("/person", data={"name": who, "back": "/double"})


def _open(client: TestClient, start_from: str = "machine") -> int:
    number: int = client.post("/double", json={"document": "made", "coders": ["ada", "bo"], "start_from": start_from}).json()["id"]
    return number


def _code_differently(client: TestClient, made: list[str]) -> int:
    """Let ada call the first event a clash, bo reject the second, and both be done."""
    number = _open(client)
    clash = {"verdict": "correct", "property": "action", "values": [{"value": {"action": "clash"}}], "round": number}
    assert client.post(f"/events/made/{made[0]}/decisions", json=clash).status_code == 201
    client.post(f"/double/{number}/finish")
    _as(client, "bo")
    assert client.post(f"/events/made/{made[1]}/decisions", json={"verdict": "reject", "round": number}).status_code == 201
    client.post(f"/double/{number}/finish")
    _as(client, "cy")
    return number


def test_neither_sees_what_the_other_decides_before_both_are_done(client: TestClient, made: list[str]) -> None:
    number = _open(client)
    client.post("/documents/made/events", json={"action": "shelling", "spans": [[0, 20]], "round": number})
    assert len(client.get(f"/double/{number}.json").json()["events"]) == 4
    for who, events in (("bo", 3), ("cy", 0)):
        _as(client, who)
        shown = client.get(f"/double/{number}.json").json()
        assert (len(shown["events"]), shown["compared"]) == (events, None)
        assert "Shelling" not in client.get(f"/double/{number}").text.replace("Shelling</option>", "")
    assert "shelling" not in client.get("/events/made/" + made[0]).text
    assert client.get(f"/double/{number}/review").status_code == 403
    assert client.post(f"/double/{number}/settle", json={"event": made[0]}).status_code == 422


def test_a_document_that_is_double_coded_waits_in_no_queue(client: TestClient, made: list[str]) -> None:
    before = client.get("/review.json?most=200").json()["events"]
    number = _open(client)
    after = client.get("/review.json?most=200").json()["events"]
    assert {e["document"] for e in before} - {e["document"] for e in after} == {"made"}
    assert client.post(f"/events/made/{made[0]}/decisions", json={"verdict": "accept"}).status_code == 422
    client.post(f"/double/{number}/close")
    assert client.post(f"/events/made/{made[0]}/decisions", json={"verdict": "accept"}).status_code == 201


def test_the_comparison_names_differences_and_agreement(client: TestClient, made: list[str]) -> None:
    number = _code_differently(client, made)
    shown = client.get(f"/double/{number}.json").json()["compared"]
    assert [p["differing"] for p in shown["pairs"]] == [["action"], ["event"], []]
    assert shown["events"] == {"both": 2, "first": 3, "second": 2}
    assert {a["field"]: a["equal"] for a in shown["agreement"]}["action"] == 0.5
    page = client.get(f"/double/{number}").text
    assert "0 of 3 events settled" in page
    assert "Krippendorff" in page


def test_what_is_chosen_goes_to_the_record_under_the_adjudicators_name(client: TestClient, store: Store, made: list[str]) -> None:
    number = _code_differently(client, made)
    assert client.post(f"/double/{number}/agreed").json() == {"settled": 1, "pairs": 3}
    client.post(f"/double/{number}/settle", json={"event": made[0], "take": {"action": "left"}, "why": "both sides fired"})
    client.post(f"/double/{number}/settle", json={"event": made[1], "keep": False})
    record = {e.event.id: (e.event.action, e.reviewed) for e in events_of_document(store, "made")}
    assert record == {made[0]: ("clash", "corrected"), made[1]: ("ambush", "rejected"), made[2]: ("ambush", "accepted")}
    assert {d.who for d in decisions_of(store, "made")} == {"cy"}
    assert client.post(f"/double/{number}/settle", json={"event": "none"}).status_code == 404


def test_documents_are_offered_by_a_part_of_their_name(client: TestClient, made: list[str]) -> None:
    assert client.get("/suggest/documents.json?q=ade.t").json() == [{"document": "made", "called": "made.txt"}]
    assert client.get("/suggest/documents.json?q= ").json() == client.get("/suggest/documents.json?q=nowhere").json() == []
    assert 'value="made"' in client.get("/double?document=made").text


def test_what_cannot_be_double_coded_is_told(client: TestClient, made: list[str]) -> None:
    for body in ({"document": "made", "coders": ["ada", " ada "]}, {"document": "none", "coders": ["ada", "bo"]}, {"document": "made", "coders": ["ada"]}):
        assert client.post("/double", json=body).status_code == 422
    assert client.get("/double/99").status_code == 404


@chromium
def test_two_code_and_a_third_settles_by_keyboard(tab: Page, store: Store, made: list[str]) -> None:
    def become(who: str) -> None:
        tab.goto("/double")
        tab.locator(".person [name=name]").fill(who)
        with tab.expect_navigation():
            tab.locator(".person [name=name]").press("Enter")
        expect(tab.locator(".person [name=name]")).to_have_value(who)

    become("ada")
    tab.goto("/documents/made")
    tab.get_by_role("link", name="code it twice").click()
    expect(tab.locator("[name=document]")).to_have_value("made")
    tab.fill("[name=second]", "bo")
    tab.get_by_role("button", name="Open").click()
    tab.get_by_role("link", name="made.txt").click()
    tab.get_by_role("link", name="review them").click()
    expect(tab.locator("#review")).to_have_attribute("data-ready", "yes")
    tab.keyboard.press("1")
    tab.locator("#edit-act select").select_option("clash")
    tab.locator("#edit-act [name=why]").press("Enter")
    expect(tab.locator(".card-title")).to_contain_text("Clash")
    tab.goto("/double/1")
    tab.get_by_role("button", name="I am done").click()
    expect(tab.locator("h1")).to_contain_text("Double coding 1")
    become("bo")
    tab.goto("/double/1")
    tab.get_by_role("button", name="I am done").click()
    expect(tab.locator("#settling")).to_have_attribute("data-ready", "yes")
    become("cy")
    tab.goto("/double/1")
    expect(tab.locator("#settling")).to_have_attribute("data-ready", "yes")
    expect(tab.locator(".sides-table tr.differs")).to_have_count(1)
    tab.keyboard.press("1")
    expect(tab.locator("input[value=right]")).to_be_checked()
    tab.keyboard.press("1")
    tab.keyboard.press("a")
    expect(tab.locator(".queue")).to_contain_text("1 of 3 events settled")
    expect(tab.locator("#settling")).to_have_attribute("data-ready", "yes")
    tab.get_by_role("button", name="settle the 2 on which both agree").click()
    expect(tab.locator(".queue")).to_contain_text("3 of 3 events settled")
    assert [e.event.action for e in events_of_document(store, "made")] == ["clash", "ambush", "ambush"]

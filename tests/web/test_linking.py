"""Pairs of events are ruled on side by side; merged events show their sources and are taken apart again."""

from __future__ import annotations

import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import insert
from starlette.testclient import TestClient

from contested.errors import StoreError
from contested.store.actor_schema import actor_pairs
from contested.store.database import Store
from contested.store.merges import Kind, all_merges, in_force
from contested.store.ruling import merged_groups, unsure_pairs
from contested.web.comparing import Comparisons, Found, Stage, link_here
from made_documents import keep_made
from store_tellings import keep
from tellings import telling
from web.conftest import Served

chromium = pytest.mark.skipif(not Path("/usr/bin/chromium").is_file(), reason="Chromium is not installed: apt-get install chromium")


@pytest.fixture
def pairs(store: Store, client: TestClient) -> TestClient:
    """Give a client of a store in which two documents tell two ambushes each, a day apart: two are merged, two pairs wait."""
    keep_made(store, "one", 2)
    keep_made(store, "two", 2, date(2020, 1, 2))
    assert _compare(client)["events"]["waiting"] == 2
    return client


def _compare(client: TestClient) -> dict[str, Any]:
    """Compare all events anew, and give how it ended."""
    assert client.post("/links/find").status_code == 202
    while (last := client.get("/links/find.json").json())["stage"] == "running":
        time.sleep(0.02)
    found: dict[str, Any] = last
    return found


def _rule(client: TestClient, relation: str, number: int = 0) -> int:
    pair = client.get("/links.json").json()["pairs"][number]
    waiting: int = client.post("/links/rule", json={"left": pair["left"], "right": pair["right"], "relation": relation, "why": "read both"}).json()["waiting"]
    return waiting


def test_a_pair_shows_how_far_apart_its_events_are_and_what_that_counts(pairs: TestClient) -> None:
    found = pairs.get("/links.json").json()["pairs"][0]
    respects = {r["axis"]: r for r in found["respects"]}
    assert respects["place"]["apart"] == "0 km apart"
    assert respects["perpetrators"]["apart"] == "both name Reed Company"
    assert respects["date"]["apart"] in ("same day", "1 day apart", "2 days apart")
    assert all(r["why"] for r in found["respects"])
    page = pairs.get("/links").text
    assert "Is it one event?" in page
    assert "0 km apart" in page
    assert f'{respects["place"]["bits"]:+.1f}' in page


def test_each_ruling_takes_the_pair_from_the_queue_and_is_taken_back(pairs: TestClient, store: Store) -> None:
    for relation, kind in (("same", Kind.MERGE), ("different", Kind.APART), ("part of", Kind.PART_OF), ("unsure", Kind.UNSURE)):
        assert _rule(pairs, relation) == 1
        last = all_merges(store)[-1]
        assert (last.kind, last.who, last.why) == (kind, "ada", "read both")
        assert pairs.post("/links/undo").json()["waiting"] == 2
    assert pairs.post("/links/undo").status_code == 409
    assert unsure_pairs(store) == []


def test_what_was_ruled_holds_when_all_is_compared_anew(pairs: TestClient, store: Store) -> None:
    _rule(pairs, "different")
    _rule(pairs, "part of")
    before = merged_groups(store)
    assert _compare(pairs)["events"]["waiting"] == 0
    assert merged_groups(store) == before


def test_a_merged_event_shows_its_sources_and_comes_apart(pairs: TestClient, store: Store) -> None:
    listed = pairs.get("/incidents.json").json()
    assert listed["total"] == 2
    first = listed["incidents"][0]
    page = pairs.get(f"/incidents/{first['incident']}").text
    for event in first["events"]:
        assert f"/documents/{event['document']}?event=" in page
    assert pairs.post(f"/merges/{first['merges'][0]['number']}/undo", json={"why": "another patrol"}).status_code == 201
    assert pairs.get(f"/incidents/{first['incident']}").status_code == 404
    assert pairs.post(f"/merges/{first['merges'][0]['number']}/undo", json={}).status_code == 422
    _compare(pairs)
    assert len(merged_groups(store)) == 1


def test_ones_own_merge_that_was_taken_apart_is_not_made_again(pairs: TestClient, store: Store) -> None:
    _rule(pairs, "same")
    mine = next(r for r in in_force(all_merges(store)) if r.who == "ada")
    pairs.post(f"/merges/{mine.id}/undo", json={})
    _compare(pairs)
    assert not any(mine.left in g and mine.right in g for _, g in merged_groups(store))


def test_a_pair_left_as_unsure_is_taken_up_by_somebody_else_and_the_last_word_counts(pairs: TestClient, store: Store) -> None:
    _rule(pairs, "unsure")
    (pair,) = unsure_pairs(store)
    _compare(pairs)
    page = pairs.get("/links?unsure=true").text
    assert f'data-left-event="{pair.left.event}"' in page
    left, right = ({"document": ref.document, "event": ref.event} for ref in pair)
    pairs.post("/person", data={"name": "bo"})
    pairs.post("/links/rule", json={"left": left, "right": right, "relation": "same"})
    _compare(pairs)
    assert unsure_pairs(store) == []
    assert any(pair.left in g and pair.right in g for _, g in merged_groups(store))


def test_an_event_leads_to_what_it_was_merged_into(pairs: TestClient) -> None:
    first = pairs.get("/incidents.json").json()["incidents"][0]
    event = first["events"][0]
    assert f'href="/incidents/{first["incident"]}"' in pairs.get(f"/events/{event['document']}/{event['event']['id']}").text


def test_what_cannot_be_ruled_is_told(pairs: TestClient) -> None:
    one, two = ({"document": "one", "event": "ambush-0000"}, {"document": "two", "event": "none"})
    assert pairs.post("/links/rule", json={"left": one, "right": two, "relation": "same"}).status_code == 422
    assert pairs.post("/links/rule", json={"left": one, "right": one, "relation": "same"}).status_code == 422
    assert pairs.post("/links/rule", json={"left": one, "right": one, "relation": "cousin"}).status_code == 422


def _clashes(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/links/contradictions.json").json()["events"]
    return found


def test_what_contradicts_a_pair_stands_beside_it_until_somebody_rules(client: TestClient, store: Store) -> None:
    keep(store, telling("a"), telling("b"), telling("c"))
    first, second = ({"document": name, "event": f"{name}-e"} for name in "ab")
    assert "contradiction</a>" not in client.get("/links").text
    client.post("/links/rule", json={"left": first, "right": second, "relation": "different"})
    _compare(client)
    (clash,) = _clashes(client)
    assert clash["against"]["pair"] == [["a", "a-e"], ["b", "b-e"]]
    assert "1 contradiction</a>" in client.get("/links").text
    page = client.get("/links?contradictions=true").text
    assert "It contradicts something" in page
    assert page.count("told by") == 4
    left, right = ({"document": d, "event": e} for d, e in clash["joined"]["pair"])
    client.post("/links/rule", json={"left": left, "right": right, "relation": "different"})
    assert _clashes(client) == []
    assert "No events contradict each other" in client.get("/links?contradictions=true").text


def test_names_that_contradict_each_other_are_told(client: TestClient, store: Store) -> None:
    rows = [("contradiction: for", "Reed Co", "Reed Company", 6.0), ("contradiction: against", "Reed Co", "Reed <i>Guard", -6.0)]
    with store.writing() as connection:
        values = [
            {"position": n, "state": state, "left": left, "right": right, "relation": "same", "bits": bits, "levels": [], "day": None}
            for n, (state, left, right, bits) in enumerate(rows)
        ]
        connection.execute(insert(actor_pairs), values)
    page = client.get("/links?contradictions=true").text
    assert "<bdi>Reed Co</bdi> and <bdi>Reed Company</bdi> look like one body (98%)" in page
    assert "<bdi>Reed &lt;i&gt;Guard</bdi> do not (2%)" in page
    assert "1 contradiction</a>" in client.get("/links").text


def test_one_comparison_runs_at_a_time_and_is_answered_at_once(pairs: TestClient, served: Served) -> None:
    goes_on, comparisons = threading.Event(), served.made_of.comparisons

    def slowly() -> Found:
        goes_on.wait(30)
        return link_here(comparisons.store)

    comparisons.work = slowly
    assert pairs.post("/links/find").json()["stage"] == "running"
    refused = pairs.post("/links/find")
    assert refused.status_code == 409
    assert "being compared already" in refused.json()["detail"]
    page = pairs.get("/links").text
    assert 'data-stage="running"' in page
    assert "for <bdi>ada</bdi>" in page
    goes_on.set()
    while pairs.get("/links/find.json").json()["stage"] == "running":
        time.sleep(0.02)
    assert "All events were compared" in pairs.get("/links").text


def test_why_a_comparison_failed_is_shown(pairs: TestClient, served: Served) -> None:
    def refuse() -> Found:
        raise StoreError("the disk is full", where="contested.db")

    served.made_of.comparisons.work = refuse
    assert _compare(pairs)["told"] == "contested.db: the disk is full."
    assert "contested.db: the disk is full." in pairs.get("/links").text
    served.made_of.comparisons.work = None
    assert _compare(pairs)["stage"] == "done"


def test_events_are_compared_in_a_process_of_their_own(store: Store, tmp_path: Path) -> None:
    keep_made(store, "one", 2)
    keep_made(store, "two", 2, date(2020, 1, 2))
    comparisons = Comparisons(store, str(tmp_path / "contested.db"))
    comparisons.start("ada")
    while (last := comparisons.last()).stage is Stage.RUNNING:
        time.sleep(0.05)
    comparisons.close()
    assert (last.stage, last.told) == (Stage.DONE, "")
    assert len(merged_groups(store)) == 2


@chromium
def test_pairs_are_ruled_on_by_key_and_a_merge_is_taken_apart(tab: Page, store: Store) -> None:
    keep_made(store, "one", 2)
    keep_made(store, "two", 2, date(2020, 1, 2))
    tab.goto("/links")
    tab.get_by_role("button", name="compare all events anew").click()
    expect(tab.locator(".queue")).to_contain_text("2 pairs waiting")
    expect(tab.locator("#linking")).to_have_attribute("data-ready", "yes")
    tab.keyboard.press("d")
    expect(tab.locator(".queue")).to_contain_text("1 pair waiting")
    expect(tab.locator("#linking")).to_have_attribute("data-ready", "yes")
    tab.keyboard.press("u")
    expect(tab.locator(".queue")).to_contain_text("2 pairs waiting")
    expect(tab.locator("#linking")).to_have_attribute("data-ready", "yes")
    tab.keyboard.press("s")
    expect(tab.locator(".queue")).to_contain_text("1 pair waiting")
    tab.goto("/incidents")
    tab.locator("tbody a").first.click()
    expect(tab.locator(".telling").nth(1)).to_be_visible()
    before = merged_groups(store)
    tab.locator("form.apart [name=why]").first.fill("told of two places")
    tab.locator("form.apart [name=why]").first.press("Enter")
    tab.wait_for_url("**/incidents")
    assert all_merges(store)[-1].why == "told of two places"
    assert merged_groups(store) != before

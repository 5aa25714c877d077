"""Pages and JSON answer the same questions; decisions are kept; documents are added."""

from __future__ import annotations

import re
import time
from datetime import date
from typing import Any

from starlette.testclient import TestClient

from contested.linking.actors.records import ActorRelation, Bond
from contested.store.ask import EventFilter, find_events
from contested.store.database import Store
from contested.store.decisions import decisions_of
from contested.store.identities import decide_actors
from made_documents import keep_made

LAKE = "lake-group-article"
REPORT = "On 3 May 2023 gunmen of the Reed Company ambushed an army patrol near Homs, killing four soldiers. The army denied it."


def _event(store: Store, action: str) -> str:
    return next(f.event.id for f in find_events(store, EventFilter(documents=(LAKE,), action=action)))


def test_filters_in_the_address_narrow_page_and_json_alike(client: TestClient, store: Store) -> None:
    shown = client.get("/explore.json?status=disputed").json()
    assert shown["shown"] == len(find_events(store, EventFilter(status="disputed")))
    assert shown["total"] == len(find_events(store))
    page = client.get("/explore?status=disputed&actor=&from=").text
    assert f"{shown['shown']} of {shown['total']} shown" in page
    assert 'href="/explore?"' in page


def test_a_filter_that_cannot_be_read_is_told(client: TestClient) -> None:
    assert client.get("/explore.json?from=spring").status_code == 422
    assert "from" in client.get("/explore?from=spring").text


def test_spots_and_days_count_the_same_events(client: TestClient) -> None:
    shown = client.get("/explore.json?country=TD").json()["shown"]
    assert sum(d["events"] for d in client.get("/explore/days.json?country=TD").json()) == shown
    assert sum(n for s in client.get("/explore/spots.json?country=TD").json() for _, n in s["statuses"]) <= shown


def test_every_marked_word_names_values_that_the_cards_have(client: TestClient) -> None:
    text = client.get(f"/documents/{LAKE}").text
    marked = {v for values in re.findall(r'<mark class="k-[^>]* data-v="([^"]+)"', text) for v in values.split()}
    carded = set(re.findall(r'<button class="v k-\w+" data-v="([^"]+)"', text))
    assert marked == carded
    assert len(marked) > 40


def test_the_marked_text_is_the_text(client: TestClient) -> None:
    text = client.get(f"/documents/{LAKE}.json").json()["text"]
    shown = re.search(r'<article class="text"[^>]*>(.*?)</article>', client.get(f"/documents/{LAKE}").text, re.DOTALL)
    assert shown is not None
    words = re.sub(r"<[^>]+>", "", shown[1]).replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")
    assert words.split() == text.split()


def test_a_decision_is_kept_under_the_name_of_the_person_and_can_be_undone(client: TestClient, store: Store) -> None:
    event = _event(store, "ambush")
    done = client.post(f"/events/{LAKE}/{event}/decisions", json={"verdict": "accept", "why": "as told"})
    assert (done.status_code, done.json()["reviewed"]) == (201, "accepted")
    (kept,) = decisions_of(store, LAKE)
    assert (kept.who, kept.why) == ("ada", "as told")
    assert client.post("/review/undo").json()["reviewed"] is None
    assert client.post("/review/undo").status_code == 409
    history = client.get(f"/events/{LAKE}/{event}.json").json()["decisions"]
    assert [d["verdict"] for d in history] == ["accept", "undo"]


def test_a_corrected_place_moves_the_event_on_the_map(client: TestClient, store: Store) -> None:
    event = _event(store, "ambush")
    value = {"text": "Bol", "name": "Rig Rig", "country": "TD", "latitude": 14.27, "longitude": 14.35, "precision": "town"}
    body = {"verdict": "correct", "property": "place", "values": [{"value": value, "spans": [[0, 4]]}]}
    assert client.post(f"/events/{LAKE}/{event}/decisions", json=body).json()["reviewed"] == "corrected"
    spots = client.get("/explore/spots.json?place=Rig Rig").json()
    assert (14.27, 14.35) in [(s["latitude"], s["longitude"]) for s in spots]


def test_a_value_of_another_kind_is_refused_and_nothing_kept(client: TestClient, store: Store) -> None:
    event = _event(store, "ambush")
    for body in (
        {"verdict": "correct", "property": "date", "values": [{"value": {"start": "soon"}}]},
        {"verdict": "correct", "property": "claim", "values": []},
        {"verdict": "correct"}, {"verdict": "accept", "more": 1}, {"verdict": "undo"},
    ):  # fmt: skip
        assert client.post(f"/events/{LAKE}/{event}/decisions", json=body).status_code == 422
    assert client.post(f"/events/{LAKE}/none/decisions", json={"verdict": "accept"}).status_code == 404
    assert decisions_of(store, LAKE) == ()


def test_the_queue_is_ordered_by_doubt_and_loses_what_is_decided(client: TestClient) -> None:
    before = client.get("/review.json?most=2").json()
    first = before["events"][0]
    client.post(f"/events/{first['document']}/{first['event']['id']}/decisions", json={"verdict": "reject"})
    after = client.get("/review.json?most=2").json()
    assert after["waiting"] == before["waiting"] - 1
    assert after["events"][0] == before["events"][1]


def _added(client: TestClient) -> list[dict[str, Any]]:
    for _ in range(400):
        jobs: list[dict[str, Any]] = client.get("/add.json").json()
        if all(j["state"] in ("done", "refused") for j in jobs):
            return jobs
        time.sleep(0.02)
    raise AssertionError("the documents were never coded")


def test_files_text_and_what_cannot_be_read_are_told_one_by_one(client: TestClient) -> None:
    files = [("files", ("../../reed.txt", REPORT.encode())), ("files", ("empty.txt", b"")), ("files", ("torn.pdf", b"%PDF-1.4 torn"))]
    assert client.post("/add/files", files=files).status_code == 202
    assert client.post("/add/text", json={"text": REPORT.replace("four", "five"), "name": "reed"}).status_code == 202
    pasted, torn, empty, reed = _added(client)
    assert (reed["name"], reed["state"], reed["events"] >= 1, reed["document"]) == ("reed.txt", "done", True, "reed")
    assert (empty["state"], torn["state"]) == ("refused", "refused")
    assert "it is empty" in empty["told"]
    assert (pasted["state"], pasted["document"].startswith("reed-")) == ("done", True)
    assert client.get(f"/documents/{pasted['document']}").status_code == 200


def test_files_of_other_kinds_and_other_addresses_are_refused(client: TestClient) -> None:
    assert client.post("/add/files", files=[("files", ("run.exe", b"MZ"))]).status_code == 422
    assert client.post("/add/address", json={"address": "file:///etc/passwd"}).status_code == 422


def test_an_actor_shows_profile_events_and_how_its_claims_fared(client: TestClient) -> None:
    page = client.get("/actor?name=Kanem Lake Front").text
    for words in ("Profile", "As perpetrator", "how they fared", "denied", "Allies and opponents"):
        assert words in page
    assert client.get("/actor.json?name=Kanem Lake Front").json()["perpetrator"]
    assert client.get("/actor?name=Nobody").status_code == 404


def test_names_of_one_body_share_a_page_that_says_what_was_decided(client: TestClient, store: Store) -> None:
    keep_made(store, "made", 2)
    decide_actors(store, Bond("Reed Company", "Kanem Lake Front", ActorRelation.MERGED, date(2020, 1, 2)), who="ada", why="their statement")
    (row,) = client.get("/actors.json?q=reed company").json()["actors"][1:]
    assert (row["name"], row["perpetrator"]) == ("Reed Company", 1)
    page = client.get("/actor?name=Reed Company").text
    assert "merged into" in page
    assert "from 2020-01-02" in page
    assert [e["document"] for e in client.get("/actor.json?name=Kanem Lake Front").json()["perpetrator"]].count("made") == 1
    decide_actors(store, Bond("Reed Company", "Kanem Lake Front", ActorRelation.SAME), who="ada", why="one body throughout")
    found = client.get("/actor.json?name=Reed Company").json()
    assert (found["name"], found["names"]) == ("Kanem Lake Front", ["Kanem Lake Front", "Reed Company"])
    assert "Reed Company" in client.get("/actors?q=kanem").text


def test_the_claim_matrix_opens_its_quotations_and_says_why_the_status(client: TestClient, store: Store) -> None:
    disputed = next(f for f in find_events(store, EventFilter(status="disputed")))
    page = client.get(f"/events/{disputed.document}/{disputed.event.id}").text
    assert "Why disputed" in page
    assert "<details" in page
    assert client.get(f"/claims/{disputed.document}").text.count("<table") >= 1


def test_every_json_question_is_in_the_open_api_document(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/explore.json", "/documents.json", "/review.json", "/actors.json", "/add.json", "/events/{document}/{event}/decisions"} <= set(paths)
    assert all(p.endswith(".json") or "post" in asked for p, asked in paths.items())

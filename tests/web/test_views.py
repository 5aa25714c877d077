"""Views of many events: sources, the map, policies, charts, search and export under one set of filters."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from starlette.testclient import TestClient

from contested.errors import UsageError
from contested.linking.actors.records import ActorRelation, Bond
from contested.store.ask import EventFilter, find_events
from contested.store.database import Store, log_lines
from contested.store.identities import decide_actors
from contested.web.app import create_app
from contested.web.tiles import read_tiles
from made_documents import keep_made
from web.conftest import BASE, Served

LAKE = "lake-group-article"


def _shown(client: TestClient, filters: str) -> int:
    return int(client.get(f"/explore.json?{filters}").json()["shown"])


def test_a_view_is_narrowed_by_source_and_by_a_stretch_of_the_map(client: TestClient, store: Store) -> None:
    assert _shown(client, f"source={LAKE}") == len(find_events(store, EventFilter(documents=(LAKE,))))
    placed = [f.event.place for f in find_events(store) if f.event.place and f.event.place.latitude is not None]
    there = sum(13 <= (p.latitude or 0) <= 15 and 13 <= (p.longitude or 0) <= 16 for p in placed)
    assert 0 < _shown(client, "box=13,13,16,15") == there < len(placed)


@pytest.mark.parametrize("asked", ["box=13,15,16,13", "box=1,2,3", "box=north", "policy=mine", "sure=2", "from=2021-13-01"])
def test_what_cannot_be_read_is_told_and_not_guessed(client: TestClient, asked: str) -> None:
    assert client.get(f"/explore.json?{asked}").status_code == 422
    assert client.get(f"/charts?{asked}").status_code == 422


def test_a_policy_counts_anew_and_marks_what_it_changes(client: TestClient) -> None:
    told, cautious = (client.get(f"/explore.json?policy={p}").json()["killed"] for p in ("by_source", "acled"))
    assert cautious["low"] == cautious["best"] == cautious["high"] <= told["high"]
    page = client.get("/explore?policy=acled").text
    changed = re.search(r"(\d+) figures? changed", page)
    assert changed is not None
    assert int(changed[1]) == page.count('class="differs"') > 0
    assert _shown(client, "policy=acled&changed=yes") == int(changed[1])


def test_charts_tell_the_range_of_each_source(client: TestClient) -> None:
    sources = client.get("/charts.json").json()
    assert sum(s["events"] for s in sources) == _shown(client, "")
    page = client.get("/charts?policy=ucdp").text
    assert all(s["source"] in page for s in sources)
    assert page.count('class="span"') == sum(s["killed"]["told"] > 0 for s in sources)


def test_words_names_and_places_are_found(client: TestClient) -> None:
    found = client.get("/search.json?q=kanem lake").json()
    assert "Kanem Lake Front" in [a["name"] for a in found["actors"]]
    assert found["passages"]["total"] >= len(found["passages"]["passages"]) > 0
    assert any(hit for p in found["passages"]["passages"] for _, hit in p["parts"])
    assert "Baga Sola" in [p["name"] for p in client.get("/search.json?q=baga").json()["places"]]
    assert client.get("/search.json?q=wire").json()["documents"]
    assert "Kanem Lake Front" in client.get("/search?q=kanem").text


@pytest.mark.parametrize("words", ['"', "*", "AND OR", "a* NEAR(b", "'; DROP TABLE events; --", "<script>", "%", ""])
def test_signs_in_a_search_mean_nothing(client: TestClient, words: str) -> None:
    assert client.get("/search.json", params={"q": words}).status_code == 200
    assert "<script>" not in client.get("/search", params={"q": words}).text.replace('<script type="module"', "")


def test_an_export_holds_what_the_view_shows_and_is_logged(client: TestClient, store: Store) -> None:
    page = client.get("/export?status=disputed").text
    assert 'name="status" value="disputed"' in page
    answer = client.post("/export.zip", data={"status": "disputed", "layout": "csv", "audience": "public"})
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    rows = list(csv.DictReader(io.StringIO(packed.read("contested-csv/events.csv").decode())))
    assert len(rows) == _shown(client, "status=disputed")
    assert {r["status"] for r in rows} == {"disputed"}
    assert "contested-csv/manifest.json" in packed.namelist()
    assert "csv for public from the application, filtered by status=disputed" in [line[4] for line in log_lines(store) if line[2] == "export"]


def test_an_export_in_no_layout_or_for_nobody_is_refused(client: TestClient) -> None:
    for data in ({"layout": "xml"}, {"audience": "everybody"}, {"by": "mine"}, {"places": "street"}):
        assert client.post("/export.zip", data=data).status_code == 422


def test_tiles_come_from_a_set_address_only(served: Served) -> None:
    tiles = read_tiles("https://tiles.example/{z}/{x}/{y}.png", "Example mappers")
    limits = replace(served.made_of.limits, images=tiles.origin)
    client = TestClient(create_app(replace(served.made_of, tiles=tiles, limits=limits)), base_url=BASE)
    client.get(f"/open?token={served.made_of.sessions.token}")
    answer = client.get("/explore")
    assert "img-src 'self' https://tiles.example;" in answer.headers["content-security-policy"]
    assert 'data-tiles="https://tiles.example/{z}/{x}/{y}.png" data-credit="Example mappers"' in answer.text
    for address in ("https://tiles.example/", "file:///{z}/{x}/{y}", "https://a.example; script-src *; /{z}{x}{y}"):
        with pytest.raises(UsageError, match="no address of map tiles"):
            read_tiles(address, "")


def test_a_server_that_may_not_fetch_says_so(client: TestClient, served: Served) -> None:
    served.made_of.adding.fetching = False
    assert 'id="address"' not in client.get("/add").text
    assert client.post("/add/address", json={"address": "https://open.example/"}).status_code == 403


def test_an_event_and_a_documents_claims_are_counted_by_each_policy(client: TestClient, store: Store) -> None:
    ambush = next(f.event.id for f in find_events(store, EventFilter(documents=(LAKE,), action="ambush")))
    page = client.get(f"/events/{LAKE}/{ambush}?policy=acled").text
    assert [name for name in ("acled", "by source", "independent only", "ucdp") if name in page] == ["acled", "by source", "independent only", "ucdp"]
    assert "≠" in page
    claims = client.get(f"/claims/{LAKE}?policy=acled").text
    assert "1 figure changed" in claims
    assert "Why claimed" in claims
    assert client.get(f"/claims/{LAKE}?policy=mine").status_code == 422


def test_explore_says_that_an_event_counts_for_each_document_that_tells_it(client: TestClient) -> None:
    assert "once for each document that tells them" in client.get("/explore").text


def test_an_actor_is_filtered_by_every_name_of_its_body(client: TestClient, store: Store) -> None:
    keep_made(store, "made", 2)
    before = _shown(client, "actor=kanem lake front")
    decide_actors(store, Bond("Reed Company", "Kanem Lake Front", ActorRelation.MERGED, date(2020, 1, 2)), who="ada", why="their statement")
    assert _shown(client, "actor=kanem lake front") == before + 1
    assert len(client.get("/explore/days.json?actor=kanem lake front&from=2020-01-01&to=2020-01-05").json()) == 1

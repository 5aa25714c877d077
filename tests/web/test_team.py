"""With accounts everybody signs in; each may do what the role says, decisions carry the name, and what is ended is ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from contested.batch.pipeline import Pipeline
from contested.errors import UsageError
from contested.model.people import Role
from contested.store import accounts
from contested.store.accounts import add_account, change_role
from contested.store.ask import find_events
from contested.store.database import Store
from contested.store.decisions import decisions_of
from contested.store.passwords import hash_password
from contested.store.rounds import finish_coding
from contested.store.sign_ins import end_sessions
from contested.web import team
from contested.web.app import create_app
from contested.web.guard import Limits
from contested.web.reach import check_reach
from contested.web.serving import Settings, make_application, opening_address

BASE = "https://records.example.org"
GOOD = "four green lamps sing"
PEOPLE = {"Ada": Role.LEAD, "Bo": Role.CODER, "Cy": Role.READER}


class TeamServer:
    """The application of a team, and clients of it."""

    def __init__(self, store: Store, pipeline: Pipeline) -> None:
        self.made_of = make_application(store, 8000, lambda: pipeline, Settings(origin=BASE))
        self.made_of.adding.in_process = True
        self.app = create_app(self.made_of)

    def stranger(self, follow: bool = False) -> TestClient:
        return TestClient(self.app, base_url=BASE, headers={"origin": BASE, "x-forwarded-for": "192.0.2.7"}, follow_redirects=follow)

    def signed_in(self, name: str, password: str = GOOD) -> TestClient:
        client = self.stranger()
        answer = client.post("/sign-in", data={"name": name, "password": password})
        assert answer.status_code == 303, answer.text
        return client


@pytest.fixture(scope="session")
def hashed() -> str:
    return hash_password(GOOD)


@pytest.fixture
def server(store: Store, pipeline: Pipeline, hashed: str) -> Iterator[TeamServer]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(accounts, "hash_password", lambda password: hashed)
        for name, role in PEOPLE.items():
            add_account(store, name, role, GOOD, who="root")
    made = TeamServer(store, pipeline)
    yield made
    made.made_of.adding.close()


def first_event(store: Store) -> tuple[str, str]:
    found = find_events(store)[0]
    return found.document, found.event.id


def test_a_page_leads_to_signing_in_and_back(server: TeamServer) -> None:
    stranger = server.stranger()
    answer = stranger.get("/explore?actor=army")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?to=%2Fexplore%3Factor%3Darmy")
    assert "/explore?actor=army" in stranger.get(answer.headers["location"]).text
    answer = stranger.post("/sign-in", data={"name": "cy", "password": GOOD, "to": "/explore?actor=army"})
    assert answer.headers["location"] == "/explore?actor=army"
    assert stranger.get("/explore").status_code == 200


def test_programs_are_told_in_a_line(server: TeamServer) -> None:
    stranger = server.stranger()
    for answer in (stranger.get("/explore.json"), stranger.post("/review/undo"), stranger.get("/explore", headers={"sec-fetch-dest": "empty"})):
        assert (answer.status_code, answer.text) == (401, "Sign in first, at /sign-in.\n")


def test_a_link_on_another_site_is_asked_for_once_more_from_here(server: TeamServer) -> None:
    answer = server.stranger().get("/documents", headers={"sec-fetch-site": "cross-site"})
    assert 'content="0; url=/documents"' in answer.text


def test_the_cookie_is_for_this_host_encrypted_and_for_no_script(server: TeamServer) -> None:
    answer = server.stranger().post("/sign-in", data={"name": "Cy", "password": GOOD})
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("__host-contested=")
    assert all(part in cookie for part in ("secure", "httponly", "samesite=strict", "path=/"))
    assert "max-age" in answer.headers["strict-transport-security"]


def test_the_token_of_a_single_person_lets_nobody_in(server: TeamServer) -> None:
    assert "token" not in opening_address(server.made_of, 8000)
    stranger = server.stranger()
    stranger.get(f"/open?token={server.made_of.sessions.token}")
    assert stranger.get("/explore").status_code == 303


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(server: TeamServer, to: str) -> None:
    assert server.stranger().post("/sign-in", data={"name": "Cy", "password": GOOD, "to": to}).headers["location"] == "/explore"


def test_wrong_names_and_wrong_passwords_are_told_alike(server: TeamServer) -> None:
    told = [server.stranger().post("/sign-in", data={"name": name, "password": "no such password"}) for name in ("Ada", "Nobody")]
    assert [a.status_code for a in told] == [401, 401]
    assert all("The name or the password is wrong." in a.text for a in told)


def test_passwords_cannot_be_tried_for_long(server: TeamServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "name_with_password", lambda store, name, password: "Ada" if password == GOOD else None)
    stranger = server.stranger()
    seen = [stranger.post("/sign-in", data={"name": f"n{n}", "password": "wrong"}).status_code for n in range(team.OF_AN_ADDRESS + 1)]
    assert seen == [401] * team.OF_AN_ADDRESS + [429]
    assert stranger.post("/sign-in", data={"name": "Ada", "password": GOOD}).status_code == 429
    forged = {"x-forwarded-for": "198.51.100.1, 192.0.2.7"}
    assert stranger.post("/sign-in", data={"name": "Ada", "password": GOOD}, headers=forged).status_code == 429
    assert stranger.post("/sign-in", data={"name": "Ada", "password": GOOD}, headers={"x-forwarded-for": "192.0.2.8"}).status_code == 303


def test_a_name_cannot_be_tried_from_many_addresses(server: TeamServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "name_with_password", lambda store, name, password: None)
    stranger = server.stranger()
    seen = [
        stranger.post("/sign-in", data={"name": "Ada", "password": "wrong"}, headers={"x-forwarded-for": f"192.0.2.{n}"}).status_code
        for n in range(team.OF_A_NAME + 1)
    ]
    assert seen[-2:] == [401, 429]


def test_a_reader_sees_and_does_not_decide(server: TeamServer, store: Store) -> None:
    reader = server.signed_in("Cy")
    document, event = first_event(store)
    for address in ("/explore", "/documents", f"/documents/{document}", "/actors", "/explore.json", "/account"):
        assert reader.get(address).status_code == 200, address
    answer = reader.post(f"/events/{document}/{event}/decisions", json={"verdict": "accept"})
    assert (answer.status_code, answer.text) == (403, "Your account is that of a reader: this is for a coder.\n")
    assert reader.post("/add/text", json={"text": "The army left."}).status_code == 403
    assert reader.get("/accounts").status_code == 403
    assert 'href="/review"' not in reader.get("/explore").text


def test_a_coder_decides_under_the_name_of_the_account(server: TeamServer, store: Store) -> None:
    coder = server.signed_in("bo")
    document, event = first_event(store)
    assert coder.post(f"/events/{document}/{event}/decisions", json={"verdict": "accept"}).status_code == 201
    assert [d.who for d in decisions_of(store, document)] == ["Bo"]
    assert coder.post("/person", data={"name": "Ada"}).status_code in (404, 405)
    assert coder.post("/accounts", data={"name": "Di", "role": "lead"}).status_code == 403


def test_a_lead_opens_and_settles_double_codings_that_coders_code(server: TeamServer, store: Store) -> None:
    document, _ = first_event(store)
    new = {"document": document, "coders": ["Bo", "Cy"], "start_from": "machine"}
    lead, coder = server.signed_in("Ada"), server.signed_in("Bo")
    assert coder.post("/double", json=new).status_code == 403
    assert "Open another" not in coder.get("/double").text
    assert "Open another" in lead.get("/double").text
    number = lead.post("/double", json=new).json()["id"]
    assert coder.post(f"/double/{number}/finish").status_code == 201
    for way in ("agreed", "close"):
        assert coder.post(f"/double/{number}/{way}").status_code == 403
    assert coder.post(f"/double/{number}/settle", json={"event": "e"}).status_code == 403
    assert "Close it without settling" not in coder.get(f"/double/{number}").text
    finish_coding(store, number, who="Cy")
    assert "a lead settles them" in coder.get(f"/double/{number}").text
    page = lead.get(f"/double/{number}").text
    assert f'data-post="/double/{number}/agreed"' in page
    assert lead.post(f"/double/{number}/agreed").status_code == 201
    assert lead.post(f"/double/{number}/close").status_code == 201


@pytest.mark.parametrize(("name", "status"), [("Ada", 200), ("Bo", 403), ("Cy", 403)])
def test_what_is_withheld_leaves_by_a_lead_only(server: TeamServer, name: str, status: int) -> None:
    client = server.signed_in(name)
    assert client.post("/export.zip", data={"layout": "csv", "audience": "internal"}).status_code == status
    assert client.post("/export.zip", data={"layout": "csv", "audience": "public"}).status_code == 200
    assert ('value="internal"' in client.get("/export").text) == (status == 200)


def test_a_changed_role_and_an_ended_session_hold_at_the_next_request(server: TeamServer, store: Store) -> None:
    client = server.signed_in("Bo")
    change_role(store, "Bo", Role.READER, who="root")
    assert client.post("/review/undo").status_code == 403
    end_sessions(store, "Bo")
    assert client.get("/explore").status_code == 303


def test_signing_out_ends_the_session_itself(server: TeamServer) -> None:
    client = server.signed_in("Cy")
    kept = dict(client.cookies)
    assert client.post("/leave").headers["location"] == "/sign-in"
    client.cookies.update(kept)
    assert client.get("/explore").status_code == 303


def test_a_lead_adds_somebody_who_must_choose_a_password_first(server: TeamServer) -> None:
    lead = server.signed_in("Ada")
    text = lead.post("/accounts", data={"name": "Di", "role": "coder"}).text
    given = text.split('<code class="password">')[1].split("</code>")[0]
    new = server.signed_in("Di", given)
    assert new.get("/explore").headers["location"] == "/account"
    assert new.post("/review/undo").status_code == 303
    chosen = {"now": given, "new": "seven blue doors hum", "again": "seven blue doors hum"}
    assert new.post("/account/password", data=chosen).status_code == 200
    assert new.get("/explore").status_code == 200
    server.signed_in("Di", "seven blue doors hum")


def test_a_password_is_changed_by_who_knows_it(server: TeamServer) -> None:
    client, elsewhere = server.signed_in("Cy"), server.signed_in("Cy")
    for now, new, again in ((GOOD + "x", "seven blue doors hum", "seven blue doors hum"), (GOOD, "seven blue doors hum", "other"), (GOOD, "short", "short")):
        assert client.post("/account/password", data={"now": now, "new": new, "again": again}).status_code == 422
    assert client.post("/account/password", data={"now": GOOD, "new": "seven blue doors hum", "again": "seven blue doors hum"}).status_code == 200
    assert client.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303


def test_somebody_ends_their_own_sessions_and_a_lead_everybodys(server: TeamServer, store: Store) -> None:
    here, elsewhere, lead = server.signed_in("Cy"), server.signed_in("Cy"), server.signed_in("Ada")
    number = here.get("/account").text.split('name="session" value="')[1].split('"')[0]
    assert here.post("/account/sessions", data={"session": number}).status_code == 303
    assert [here.get("/account").status_code, elsewhere.get("/account").status_code] == [200, 303]
    assert here.post("/account/sessions", data={"session": "1000"}).status_code == 422
    assert lead.post("/accounts/revoke", data={"name": "Cy"}).status_code == 303
    assert here.get("/account").status_code == 303


def test_a_lead_changes_others_but_never_the_own_account(server: TeamServer) -> None:
    lead = server.signed_in("Ada")
    assert lead.post("/accounts/role", data={"name": "Bo", "role": "reader"}).status_code == 303
    assert "New password" in lead.get("/accounts").text
    assert lead.post("/accounts/password", data={"name": "Bo"}).status_code == 200
    assert lead.post("/accounts/remove", data={"name": "Bo"}).status_code == 303
    assert "<bdi>Bo</bdi>" not in lead.get("/accounts").text
    for path, more in (("role", {"role": "reader"}), ("remove", {}), ("password", {})):
        assert lead.post(f"/accounts/{path}", data={"name": "Ada", **more}).status_code == 422


def test_who_added_a_document_is_kept(server: TeamServer) -> None:
    coder = server.signed_in("Bo")
    assert coder.post("/add/text", json={"text": "Reed Company ambushed a patrol near Oakford.", "name": "note"}).json()["who"] == "Bo"


def test_a_server_of_a_team_goes_by_one_name(server: TeamServer) -> None:
    client = server.signed_in("Cy")
    assert client.get("/explore", headers={"host": "127.0.0.1:8000"}).status_code == 421
    assert client.get("/explore", headers={"origin": "http://records.example.org"}).status_code == 403
    assert client.get("/explore", headers={"host": "Records.Example.ORG"}).status_code == 200


def test_a_server_is_reached_from_elsewhere_only_with_accounts_and_encrypted() -> None:
    check_reach("127.0.0.1", "", accounts=False)
    check_reach("0.0.0.0", BASE, accounts=True)
    with pytest.raises(UsageError, match="no accounts"):
        check_reach("127.0.0.1", BASE, accounts=False)
    with pytest.raises(UsageError, match="no accounts"):
        check_reach("0.0.0.0", "", accounts=False)
    with pytest.raises(UsageError, match="in the clear"):
        check_reach("192.0.2.1", "", accounts=True)


def test_pages_of_accounts_write_names_as_text(server: TeamServer, store: Store) -> None:
    attack = "<img src=x onerror=alert(1)>"
    add_account(store, attack, Role.LEAD, GOOD, who="root")
    lead = server.signed_in(attack)
    for address in ("/account", "/accounts", "/explore"):
        text = lead.get(address).text
        assert "&lt;img" in text
        assert "<img" not in text
    answer = server.stranger().post("/sign-in", data={"name": attack, "password": "wrong", "to": f"/{attack}"})
    assert "<img" not in answer.text


def test_a_store_that_gets_no_accounts_is_used_as_before(store: Store, pipeline: Pipeline) -> None:
    made_of = replace(make_application(store, 8000, lambda: pipeline), limits=Limits(frozenset({"127.0.0.1:8000"}), "c"))
    assert made_of.team is None
    assert "token=" in opening_address(made_of, 8000)

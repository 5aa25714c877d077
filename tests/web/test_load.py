"""Many people at once, and the server killed under them: no error, and no decision that was answered is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Event as Signal

import httpx
import pytest

from contested.store.ask import find_events
from contested.store.database import open_store
from contested.store.decisions import decisions_of
from web.serving_program import Program, serving

READERS, REVIEWERS, PAGES_EACH, DECISIONS_EACH = 50, 5, 4, 12
PAGES = ("/explore", "/documents/lake-group-article", "/explore.json", "/actors", "/review.json", "/claims/lake-group-article", "/documents")
Decided = tuple[str, str]


@pytest.fixture
def path(coded: Path, tmp_path: Path) -> Path:
    shutil.copy(coded, tmp_path / "served.db")
    return tmp_path / "served.db"


@pytest.fixture
def program(path: Path) -> Iterator[Program]:
    with serving(path) as running:
        yield running


def events_of(path: Path) -> list[tuple[str, str]]:
    store = open_store(str(path), create=False)
    found = [(e.document, e.event.id) for e in find_events(store)]
    store.close()
    return found


def kept_in(path: Path) -> dict[Decided, int]:
    """Count the decisions of a store by reviewer and reason."""
    store = open_store(str(path), create=False)
    documents = {e.document for e in find_events(store)}
    made = [(d.who, d.why) for document in documents for d in decisions_of(store, document)]
    store.close()
    return {one: made.count(one) for one in made}


def reviewing(client: httpx.Client, who: str, events: list[tuple[str, str]], most: int, answered: list[Decided]) -> None:
    """Decide under a name, again and again over the same events; note every decision that the server said it keeps."""
    assert client.post("/person", data={"name": who}).status_code == 303
    for n, (document, event) in zip(range(most), cycle(events), strict=False):
        verdict = ("accept", "reject")[n % 2]
        answer = client.post(f"/events/{document}/{event}/decisions", json={"verdict": verdict, "why": f"number {n}"})
        assert answer.status_code == 201, answer.text
        answered.append((who, f"number {n}"))


def test_fifty_people_read_and_five_review_with_no_error_and_no_lost_decision(program: Program, path: Path) -> None:
    events = events_of(path)
    answered: list[Decided] = []

    def reading(number: int) -> list[int]:
        with program.client() as client:
            return [client.get(PAGES[(number + n) % len(PAGES)]).status_code for n in range(PAGES_EACH)]

    def review(number: int) -> None:
        with program.client() as client:
            reviewing(client, f"reviewer {number}", events, DECISIONS_EACH, answered)

    with ThreadPoolExecutor(READERS + REVIEWERS) as people:
        reviews = [people.submit(review, n) for n in range(REVIEWERS)]
        seen = [status for found in people.map(reading, range(READERS)) for status in found]
        for one in reviews:
            one.result()
    assert seen == [200] * READERS * PAGES_EACH
    assert len(answered) == REVIEWERS * DECISIONS_EACH
    assert kept_in(path) == dict.fromkeys(answered, 1)


def test_a_server_that_is_killed_in_the_middle_of_reviews_has_kept_all_that_it_answered(path: Path) -> None:
    events = events_of(path)
    answered: list[Decided] = []
    enough = Signal()

    def review(program: Program, number: int) -> None:
        with program.client() as client, pytest.raises(httpx.TransportError):
            reviewing(client, f"reviewer {number}", events, 10_000, answered)

    with serving(path) as program, ThreadPoolExecutor(REVIEWERS) as people:
        reviews = [people.submit(review, program, n) for n in range(REVIEWERS)]
        while len(answered) < 2 * REVIEWERS and not any(r.done() for r in reviews):
            enough.wait(0.01)
        program.process.kill()
        for one in reviews:
            one.result()
    kept = kept_in(path)
    assert set(answered) <= set(kept)
    assert len(kept) <= len(answered) + REVIEWERS
    assert set(kept.values()) == {1}
    with serving(path) as again, again.client() as client:
        assert client.get("/review").status_code == 200

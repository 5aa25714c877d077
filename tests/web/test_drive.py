"""One person's day at a store of 2,000 reports: every step that the application promises, in one browser at the real server.

Each step looks at what a person sees and then at what the store, and the history, hold.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from contested.linking.across.link import LinkResources
from contested.store.database import Store, open_store
from contested.store.linking import link_store
from many_documents import keep_many
from web.drive_documents import correct_a_place_on_the_map, divide_an_event, drop_a_file, review_ten_by_keyboard
from web.drive_record import (
    code_twice_and_adjudicate,
    export_what_was_accepted,
    merge_two_and_take_them_apart,
    switch_the_policy,
)
from web.driving import become, let_in
from web.serving_program import Program, serving

pytestmark = pytest.mark.skipif(not Path("/usr/bin/chromium").is_file(), reason="Chromium is not installed: apt-get install chromium")
REPORTS = 2000


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
    with let_in(browser, program.base, program.opening) as opened:
        yield opened


def test_a_day_at_a_store_of_two_thousand_reports(page: Page, full: Store) -> None:
    become(page, "ada", "/review")
    drop_a_file(page, full)
    review_ten_by_keyboard(page, full)
    correct_a_place_on_the_map(page, full)
    divide_an_event(page, full)
    merge_two_and_take_them_apart(page, full)
    code_twice_and_adjudicate(page, full)
    switch_the_policy(page, full)
    export_what_was_accepted(page, full)

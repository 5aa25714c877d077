"""Write pictures of the application's pages, with the sample reports coded, into docs/.

Usage: python tools/screenshots.py [FOLDER]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, sync_playwright
from review_store import make_review_store

from contested.samples import sample_documents

CHROMIUM = "/usr/bin/chromium"
PAGES = {
    "explore": "/explore", "document": "/documents/lake-group-article", "review": "/review", "actor": "/actor?name=Kanem Lake Front",
    "claims": "/claims/lake-group-article?policy=acled", "add": "/add", "policy": "/explore?policy=acled", "charts": "/charts?policy=ucdp",
    "export": "/export?status=disputed", "search": "/search?q=lake",
    "documents": "/documents", "actors": "/actors",
}  # fmt: skip
REVIEW_PAGES = {"many": "/review/many?sure=0.7", "double": "/double/1?pair=5", "links": "/links", "incidents": "/incidents"}


TEAM_PAGES = {"account": "/account", "accounts": "/accounts"}
PASSWORD = "four green lamps sing"


def main(folder: Path) -> None:
    """Code the samples, serve them, and take a picture of each page; then of the pages that need several reports or coders."""
    program = str(Path(sys.executable).with_name("contested"))
    with tempfile.TemporaryDirectory() as made:
        store, reviewed = Path(made) / "contested.db", Path(made) / "reviewed.db"
        subprocess.run([program, "code", *map(str, sample_documents()), "--store", str(store)], check=True, stdout=subprocess.DEVNULL)
        make_review_store(reviewed)
        _serve(program, store, PAGES, folder)
        _serve(program, reviewed, REVIEW_PAGES, folder)
        for name, role in (("Ada Lovell", "lead"), ("Bo Reyes", "coder"), ("Cy Okoro", "reader")):
            subprocess.run([program, "accounts", "add", name, "--role", role, "--store", str(store)], input=PASSWORD, text=True, check=True, stderr=subprocess.DEVNULL)
        _serve(program, store, TEAM_PAGES, folder)


def _serve(program: str, store: Path, pages: dict[str, str], folder: Path) -> None:
    server = subprocess.Popen([program, "serve", "--store", str(store), "--no-browser"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        opening = server.stdout.readline().strip()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            _take(browser.new_page(viewport={"width": 1440, "height": 900}), opening, pages, folder)
            browser.close()
    finally:
        server.terminate()
        server.wait(10)


def _take(page: Page, opening: str, pages: dict[str, str], folder: Path) -> None:
    page.goto(opening)
    if opening.endswith("/sign-in"):
        _sign_in(page, folder)
    page.wait_for_url("**/explore")
    for name, address in pages.items():
        page.goto(urljoin(opening, address), wait_until="networkidle")
        if name == "document":
            page.locator(".cards .v.k-place").first.click()
            page.wait_for_timeout(800)
        page.screenshot(path=folder / f"{name}.png")


def _sign_in(page: Page, folder: Path) -> None:
    page.get_by_label("Name").fill("Ada Lovell")
    page.get_by_label("Password").fill(PASSWORD)
    page.screenshot(path=folder / "sign-in.png")
    page.keyboard.press("Enter")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs")

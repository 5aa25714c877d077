import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from contested.errors import InputError
from contested.reading.sources import read_documents

WIKITEXT = "'''River Front''' is a [[militia]] in the hills.\n== History ==\nOn 4 March 2020 it attacked [[Oster]].\n"


class Answers(BaseHTTPRequestHandler):
    """Answers as a MediaWiki API (formatversion 2) and as a web site do."""

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/w/api.php":
            self._send(200, "application/json; charset=utf-8", json.dumps(self._api(parse_qs(address.query))).encode())
        elif address.path == "/report.txt":
            self._send(200, "text/plain; charset=windows-1252", "Tibú was calm — for once.\n".encode("cp1252"))
        elif address.path == "/huge.txt":
            self._send(200, "text/plain", b"calm " * 10_100_000)
        else:
            self._send(404, "text/html", b"gone")

    def _api(self, query: dict[str, list[str]]) -> object:
        assert query["formatversion"] == ["2"]
        assert query["rvslots"] == ["main"]
        title = query["titles"][0]
        if title == "Nothing":
            return {"batchcomplete": True, "query": {"pages": [{"ns": 0, "title": "Nothing", "missing": True}]}}
        if title == "Broken|":
            return {"error": {"code": "badtitle", "info": "Bad title"}}
        slot = {"contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": WIKITEXT}
        revision = {"revid": 7, "parentid": 6, "timestamp": "2025-01-01T00:00:00Z", "slots": {"main": slot}}
        page = {"pageid": 5, "ns": 0, "title": "River Front", "revisions": [revision]}
        return {"batchcomplete": True, "query": {"redirects": [{"from": title, "to": "River Front"}], "pages": [page]}}

    def _send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def refusal(source: str, site: str) -> str:
    with pytest.raises(InputError) as caught:
        list(read_documents(source, wikipedia_api=f"{site}/w/api.php"))
    return str(caught.value)


def test_article_through_the_api(site: str) -> None:
    (document,) = read_documents("wikipedia:river front", wikipedia_api=f"{site}/w/api.php")
    assert document.text.startswith("= River Front =\n\nRiver Front is a militia in the hills.")
    assert (document.id, document.url, document.published) == ("River Front", f"{site}/wiki/River_Front", None)


def test_address_with_its_encoding(site: str) -> None:
    (document,) = read_documents(f"{site}/report.txt")
    assert (document.text, document.id, document.url) == ("Tibú was calm — for once.\n", "report", f"{site}/report.txt")


def test_refusals_of_the_web(site: str) -> None:
    assert "wikipedia:Nothing: there is no such article" in refusal("wikipedia:Nothing", site)
    assert "the API says: Bad title" in refusal("wikipedia:Broken|", site)
    assert "the server answered 404" in refusal(f"{site}/none", site)
    assert "larger than 50 MB" in refusal(f"{site}/huge.txt", site)
    assert "cannot be reached" in refusal("http://127.0.0.1:9/report", site)

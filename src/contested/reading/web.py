"""Fetch an address, or an article through the MediaWiki API."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from contested import __version__
from contested.errors import InputError
from contested.reading.raw import Raw, read_limited

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

WIKIPEDIA_API = "https://en.wikipedia.org/w/api.php"
_TIMEOUT_S = 30.0
_AGENT = f"contested/{__version__} (coding of reports; httpx)"
_FIX = "Check the address and the connection, or save the page and give the file."


def fetch_address(address: str, client: httpx.Client | None = None) -> Raw:
    """Fetch an http(s) address.

    Raises: InputError: unreachable, answered with an error, or too large.
    """
    data, headers, final = _get(address, {}, address, client)
    media_type, _, rest = headers.get("content-type", "").partition(";")
    charset = rest.split("charset=")[-1].strip("\"' ") if "charset=" in rest else None
    name = unquote(urlsplit(final).path.rstrip("/").rsplit("/", 1)[-1]) or urlsplit(final).netloc
    stem = name.rsplit(".", 1)[0] if 1 < len(name) - name.rfind(".") <= 9 and "." in name else name
    return Raw(data, address, stem, name, media_type.strip().lower(), charset, final)


def fetch_article(title: str, client: httpx.Client | None = None, api: str = WIKIPEDIA_API) -> Raw:
    """Fetch the wikitext of an article, redirects followed.

    Raises: InputError: unreachable, no such article, or not the answer of a MediaWiki API.
    """
    where = f"wikipedia:{title}"
    parameters = {
        "action": "query", "prop": "revisions", "titles": title, "rvprop": "ids|timestamp|content", "rvslots": "main",
        "redirects": "1", "format": "json", "formatversion": "2",
    }  # fmt: skip
    data, _, _ = _get(api, parameters, where, client)
    found, words = _article(data, where)
    address = f"{urlsplit(api).scheme}://{urlsplit(api).netloc}/wiki/{quote(found.replace(' ', '_'), safe='/:(),')}"
    return Raw(words.encode("utf-8", "surrogatepass"), where, found, f"{found}.wiki", "text/x-wiki", "utf-8", address)


def _article(data: bytes, where: str) -> tuple[str, str]:
    """Read title and wikitext from the answer of the API."""
    try:
        answer: Any = json.loads(data)
        if "error" in answer:
            raise InputError(f"the API says: {answer['error'].get('info', 'error')}", where=where, fix="Check the title.")
        page = answer["query"]["pages"][0]
        if page.get("missing") or page.get("invalid"):
            raise InputError("there is no such article", where=where, fix="Check the spelling of the title.")
        return str(page["title"]), str(page["revisions"][0]["slots"]["main"]["content"])
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as err:
        raise InputError("the answer is not that of a MediaWiki API", where=where, fix="Check the address of the API.") from err


def _get(address: str, parameters: dict[str, str], where: str, client: httpx.Client | None) -> tuple[bytes, httpx.Headers, str]:
    import httpx

    try:
        with _session(client) as session, session.stream("GET", address, params=parameters or None) as answer:
            if answer.status_code >= 400:
                raise InputError(f"the server answered {answer.status_code} {answer.reason_phrase}", where=where, fix=_FIX)
            return read_limited(answer.iter_bytes(), where), answer.headers, str(answer.url)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as err:
        reason = str(err).rstrip(".") or type(err).__name__
        raise InputError(f"cannot be reached: {reason}", where=where, fix=_FIX) from err


@contextmanager
def _session(client: httpx.Client | None) -> Iterator[httpx.Client]:
    import httpx

    if client is not None:
        yield client
        return
    with httpx.Client(follow_redirects=True, timeout=_TIMEOUT_S, headers={"User-Agent": _AGENT}) as own:
        yield own

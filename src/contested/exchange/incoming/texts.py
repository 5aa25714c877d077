"""Texts of posts and feeds as plain words: marked-up text flattened, links and ways to reach a person dropped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from contested.errors import InputError
from contested.exchange.incoming.record import Incoming
from contested.exchange.release.contacts import WITHHELD, withhold_contacts
from contested.reading.build import build_document
from contested.reading.raw import Raw, Rendered

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_BLOCKS = frozenset(["p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "pre"])
_UNSEEN = frozenset({"script", "style", "template", "noscript"})


class _Flattener(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _UNSEEN and self._hidden > 0
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def flat_html(markup: str) -> str:
    """Give the words of a piece of HTML, one paragraph a line, without scripts."""
    parser = _Flattener()
    parser.feed(markup)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).splitlines())
    return "\n\n".join(line for line in lines if line)


def drop_contacts(text: str) -> str:
    """Drop links, handles, telephone numbers, mail addresses and details of payment."""
    bare = withhold_contacts(_LINK.sub("", text)).replace(WITHHELD, "")
    lines = (re.sub(r"[ \t]{2,}", " ", line).strip() for line in bare.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def told(raw: Raw, rendered: Rendered) -> Incoming | InputError:
    """Make a document to be coded, or give the error that says why it cannot be."""
    try:
        return Incoming(build_document(raw, rendered))
    except InputError as err:
        return err

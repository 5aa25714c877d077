"""Tellings kept in a store, each in a document of its own."""

from __future__ import annotations

import hashlib

from contested.linking.across.records import Telling
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.database import Store
from contested.store.keep import keep_coding


def keep(store: Store, *tellings: Telling) -> None:
    """Keep events as one coder read them, each document with the words of its event."""
    for one in tellings:
        name = one.ref.document
        sha = hashlib.sha256(name.encode()).hexdigest()
        document = Document(name, f"{name}.txt", f"{name}: {one.event.evidence[0].text}", sha)
        keep_coding(store, document, Coding(document=name, sha256=sha, coder="rules 1", events=(one.event,)), who="ada")

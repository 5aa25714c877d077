"""What a store holds, as exports read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.ask import all_readings
from contested.store.database import Store


@dataclass(frozen=True, slots=True)
class StoredReadings:
    """The documents of a store with their codings; may be gone through again and again."""

    store: Store

    def __iter__(self) -> Iterator[tuple[Document, Coding]]:
        return all_readings(self.store)

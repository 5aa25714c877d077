"""Who published the documents of a store, and when."""

from __future__ import annotations

from sqlalchemy import select

from contested.assessing.ledger import Publication
from contested.store.database import Store
from contested.store.schema import documents


def find_publications(store: Store) -> dict[str, Publication]:
    """Give the publisher and day of publication of every document by its id."""
    d = documents.c
    with store.reading() as connection:
        rows = connection.execute(select(d.id, d.name, d.publisher, d.published))
        return {r.id: Publication(r.name, r.publisher, r.published) for r in rows}

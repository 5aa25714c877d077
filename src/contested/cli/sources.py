"""``contested sources``: the documents in the store."""

from __future__ import annotations

from contested.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption


def sources(store: StoreOption = DEFAULT_STORE, format: FormatOption = Format.TABLE) -> None:
    """List the documents in the store: who published them and when, and what was coded and left out."""
    from contested.cli.show.records import show_sources
    from contested.store.ask import list_sources
    from contested.store.database import open_store

    show_sources(list_sources(open_store(store, create=False)), format)

"""Take words, an event or a document out of a store: one transaction, logged without what was taken out, then the bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from contested.errors import UsageError
from contested.linking.across.records import Ref
from contested.store.database import Store
from contested.store.expunging.erasing import erase_freed
from contested.store.expunging.masking import Words
from contested.store.expunging.removing import remove_document, remove_event
from contested.store.expunging.returning import EXPUNGED_DOCUMENT, EXPUNGED_EVENT, EXPUNGED_WORDS, mark_of
from contested.store.expunging.rewriting import Rewriting, mask_words
from contested.store.expunging.tables import with_the_record_open
from contested.store.schema import documents, log

_TELLING = 4


@dataclass(frozen=True, slots=True)
class Target:
    """What shall go: words wherever they stand, one event with the sentences that tell it, or one document; exactly one of them."""

    words: Words | None = None
    event: Ref | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Expunged:
    """How many rows of each table were taken out or changed, and which documents remain with other words."""

    rows: Mapping[str, int]
    documents: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Was there anything?"""
        return any(self.rows.values())


class _OnlyLooking(Exception):
    """Ends the transaction of a look at what would go."""


def look(store: Store, target: Target) -> Expunged:
    """Count what would go; nothing does.

    Raises: UsageError: there is no such event or document. StoreError: the database cannot be used.
    """
    found: list[Expunged] = []
    try:
        with store.writing() as connection:
            found.append(_take_out(connection, target))
            raise _OnlyLooking
    except _OnlyLooking:
        return found[0]


def expunge(store: Store, target: Target, *, who: str, why: str) -> Expunged:
    """Take out what is named, from every table and from the bytes of the file, and write down who did so and why.

    The log keeps no more of it than the hash of a document's file, by which it is refused when somebody would add it again.

    Raises: UsageError: there is no such event or document, or the reason tells what shall go.
            StoreError: the database cannot be used (then nothing went), or another program holds it open (then the bytes
            may still be there; the same command again erases them).
    """
    _check_reason(target, why)
    with store.writing() as connection:
        marks = _marks(connection, target)
        done = _take_out(connection, target)
        what = EXPUNGED_DOCUMENT if target.document else EXPUNGED_EVENT if target.event else EXPUNGED_WORDS
        for mark in marks or done.documents or (None,):
            connection.execute(insert(log).values(at_utc=store.now(), who=who, what=what, document=mark, why=why))
    erase_freed(store)
    return done


def _take_out(connection: Connection, target: Target) -> Expunged:
    rewriting = Rewriting(Counter(), [])
    work: Callable[[], None]
    if target.document is not None:
        wanted = target.document
        _check_document(connection, wanted)
        work = lambda: remove_document(connection, wanted, rewriting)  # noqa: E731
    elif target.event is not None:
        event = target.event
        work = lambda: remove_event(connection, event, rewriting)  # noqa: E731
    elif target.words is not None:
        words = target.words
        work = lambda: mask_words(connection, words, rewriting)  # noqa: E731
    else:
        raise UsageError("nothing is named", fix="Name words, an event or a document.")
    try:
        with_the_record_open(connection, work)
    except IntegrityError as err:
        raise UsageError("two documents would be named alike without these words", fix="Expunge one of them as a document first.") from err
    return Expunged(dict(sorted(rewriting.counts.items())), tuple(sorted(rewriting.documents)))


def _check_reason(target: Target, why: str) -> None:
    if not why.strip():
        raise UsageError("no reason is given", fix="Give one with --why, without what shall go.")
    named = target.words or (Words((target.document,)) if target.document and len(target.document) >= _TELLING else None)
    told = named is not None and named.spans(why)
    if told:
        raise UsageError("the reason tells what shall go, and reasons are kept", fix="Say why in other words.")


def _check_document(connection: Connection, document_id: str) -> None:
    if connection.scalar(select(documents.c.id).where(documents.c.id == document_id)) is None:
        raise UsageError(f"there is no document {document_id}", fix="contested sources --format csv lists them.")


def _marks(connection: Connection, target: Target) -> tuple[str, ...]:
    """Name an expunged document by the hash of its file."""
    if target.document is None:
        return ()
    return tuple(mark_of(s) for s in connection.scalars(select(documents.c.sha256).where(documents.c.id == target.document)))

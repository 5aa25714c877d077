"""``contested expunge``: take words, an event or a document out of a store for good."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.options import DEFAULT_STORE, StoreOption

WordsOption = Annotated[list[str] | None, typer.Option("--words", metavar="WORDS", help="A name or other words, wherever they stand; may be given again.")]
FromFile = Annotated[
    typer.FileText | None,
    typer.Option("--words-from", metavar="FILE", help="A text file of such words, one a line, or - for standard input: so the shell keeps none of them."),
]
EventOption = Annotated[str | None, typer.Option("--event", metavar="DOCUMENT:EVENT", help="An event, with the sentences that tell it.")]
DocumentOption = Annotated[str | None, typer.Option("--document", metavar="ID", help="A document, with all that was made of it.")]
Why = Annotated[str, typer.Option("--why", help="The reason, which is kept; it must not tell what goes.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def expunge(
    why: Why, words: WordsOption = None, words_from: FromFile = None, event: EventOption = None, document: DocumentOption = None,
    yes: Yes = False, store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take words, an event or a document out of the store for good, for people's safety: it cannot be undone.

    They go from texts, codings, decisions, merges, the log, the search index and the bytes of the file. The log keeps who,
    when and why. Files that were exported before, and copies of the store, are not changed.
    """
    from contested.cli.show.expunging import ask_and_expunge, target_of

    given = [*(words or ()), *(words_from or ())]
    ask_and_expunge(store, target_of(given, event, document), why, ask=not yes)

"""Check words that the user typed against the codebook's lists, and offer the nearest."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def check_status(word: str | None) -> str | None:
    """Give the status as the codebook writes it.

    Raises: UsageError: no such status.
    """
    from contested.model.vocabulary import Status

    return _check(word, "status", [str(s) for s in Status])


def check_action(word: str | None) -> str | None:
    """Give the act as the table of actions writes it.

    Raises: UsageError: no such act.
    """
    if word is None:
        return None
    from contested.batch.known_tables import known_actions

    return _check(word, "act", known_actions())


def _check(word: str | None, what: str, known: Sequence[str]) -> str | None:
    from contested.errors import UsageError

    if word is None or word.lower() in known:
        return word.lower() if word else None
    near = difflib.get_close_matches(word.lower(), known, 1)
    fix = f"Did you mean {near[0]}?" if near else f"Choose one of {', '.join(known)}."
    raise UsageError(f"there is no {what} '{word}'", fix=fix)

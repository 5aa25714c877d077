"""The way by which a position came to a document: whom it cites, and whom those cite ("the agency, citing police")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contested.model.events import Event
from contested.model.spans import Evidence

_CITING = re.compile(r"\b(?:citing|quoting)\s+(?:the\s+|a\s+|an\s+)?(?P<whom>[^,.;]+)")
_QUOTED = re.compile(r"\b(?:quoted|quotes)\s+(?:the\s+|a\s+|an\s+)?(?P<whom>[^,.;]+?)(?:\s+as\b|$)")
_TOLD = re.compile(r"^\s*(?:told\s+)?(?:the\s+)?(?P<whom>[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*)")
_LONGEST_WORDS = 8


def chain_of(event: Event, speaker: str, words: Sequence[Evidence]) -> tuple[str, ...]:
    """Give who passed a speaker's position on, and last whose it is: (agency, police) for "the agency, citing police".

    Args: words: where the document cites the speaker.
    """
    for span in words:
        sentence = _sentence(event, span)
        if span.text.casefold().startswith(("citing", "quoting")):
            relays = _others(event, speaker, sentence)
            return (*relays[:1], speaker)
        cited = _CITING.search(span.text) or _QUOTED.search(span.text) or _CITING.match(_after(sentence, span).lstrip(" ,"))
        if cited and (whom := _short(cited["whom"])):
            return speaker, whom
        told = _TOLD.match(_after(sentence, span)) if re.search(r"\btold$", span.text.rstrip()) else None
        if told:
            return told["whom"], speaker
    relays = [c.party for c in event.claims for e in c.evidence if c.party != speaker and _cites(e.text, speaker)]
    return (*relays[:1], speaker)


def _cites(words: str, speaker: str) -> bool:
    cited = _CITING.search(words) or _QUOTED.search(words)
    return cited is not None and cited["whom"].strip().casefold() == speaker.casefold()


def _short(whom: str) -> str | None:
    return whom.strip() if len(whom.split()) <= _LONGEST_WORDS else None


def _sentence(event: Event, span: Evidence) -> Evidence:
    return next((e for e in event.evidence if e.start <= span.start and span.end <= e.end), span)


def _after(sentence: Evidence, span: Evidence) -> str:
    return sentence.text[span.end - sentence.start :]


def _others(event: Event, speaker: str, sentence: Evidence) -> list[str]:
    """Give who else is cited in the sentence, not as one whom another cites."""
    found = (
        c.party for c in event.claims for e in c.evidence
        if c.party != speaker and sentence.start <= e.start < sentence.end and not e.text.casefold().startswith(("citing", "quoting"))
    )  # fmt: skip
    return list(dict.fromkeys(found))

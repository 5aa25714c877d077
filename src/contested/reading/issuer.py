"""Whose own statement a document is: a communiqué, a press release; None for what others report."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from contested.resources import read_table

_LINK = r"(?:of|for|the|and|in|de|del|la|las|los|el|du|des|al|ul|bin)"
_NAME = rf"(?P<party>(?-i:[A-Z\u00C0-\u00DE])[\w'’-]*(?:\s+(?:{_LINK}\s+){{0,3}}(?-i:[A-Z\u00C0-\u00DE])[\w'’-]*){{0,10}})"
_HEAD_LINES, _LINE_CHARS, _NAME_WORDS = 4, 300, 9
_PARTS = re.compile(r"\s+[–—-]{1,2}\s+|\s*[|/]\s*")
_DAYS = frozenset(w.lower() for w in (*calendar.day_name, *calendar.month_name) if w)
_UNIT = re.compile(
    r"(?<=\w\s)(\w+)['’]s\s+(?:[\w-]+\s+){0,3}(?:command|corps|division|brigade|regiment|battalion|wing|sector|district|zone)\b.*$",
    re.IGNORECASE,
)
_OBSERVED = re.compile(r"\b(?:summary|digest|log|list|review|reactions?|remarks? on|roundup|round-up)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class IssuerTable:
    """Patterns of the table ``issuers.csv``."""

    issued_by: re.Pattern[str]
    statement_of: re.Pattern[str]
    heads_statement: re.Pattern[str]
    observer: re.Pattern[str]
    report: re.Pattern[str]
    body: re.Pattern[str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> IssuerTable:
        """Read the table and build the patterns."""
        rows = read_table("issuers.csv", ("kind", "words"), extra)
        kinds = {k: "|".join(re.escape(r["words"]) for r in rows if r["kind"] == k) for k in ("document", "office", "observer", "report", "body")}
        office = rf"(?:the\s+)?(?:(?:{kinds['office']})\s+(?:of|for)\s+(?:the\s+)?)*"
        number = r"(?:\s+(?:no|nr|number|#)?\.?\s*\(?\d[\d/-]*\)?)?"
        document = rf"(?:{kinds['document']}){number}"
        return cls(
            re.compile(rf"\bissued\s+(?:(?:at|in|from|on)\s+[^,;.]{{2,40}}?\s+)?by\s+{office}{_NAME}", re.IGNORECASE),
            re.compile(rf"^\W*(?:(?:joint|final|important|urgent)\s+)?{document}\s*(?:of|by|from|issued by|[:–—-])\s*{office}{_NAME}", re.IGNORECASE),
            re.compile(rf"^\W*(?:the\s+)?{_NAME}\s*(?:[:–—]|--?\s)\s*{document}\b", re.IGNORECASE),
            re.compile(rf"\b(?:{kinds['observer']})", re.IGNORECASE),
            re.compile(rf"^\W*(?:(?:joint|final|important|urgent|press)\s+)?(?:{kinds['document']}|{kinds['report']})\b(?!['’])", re.IGNORECASE),
            re.compile(rf"\b(?:{kinds['body']})\b", re.IGNORECASE),
        )


@cache
def _default_table() -> IssuerTable:
    return IssuerTable.load()


def find_issuer(lines: Sequence[str], table: IssuerTable | None = None) -> str | None:
    """Name the party that issued a document, from the first lines of it; None unless they say so plainly."""
    table = table or _default_table()
    for line in lines[:_HEAD_LINES]:
        words = line[:_LINE_CHARS].strip("= \t*#")
        for pattern in (table.issued_by, table.statement_of, table.heads_statement):
            match = pattern.search(words)
            party = _party(match["party"]) if match else None
            if match and party and not (table.observer.search(party) or _OBSERVED.search(words[: match.end()])):
                return party
    return _of_letterhead([line[:_LINE_CHARS].strip("= \t*#") for line in lines[:_HEAD_LINES]], table)


def _of_letterhead(lines: Sequence[str], table: IssuerTable) -> str | None:
    """Name the body whose name is a line of the head, or begins one, over or before the kind of the document."""
    parts = [part for line in lines for part in _PARTS.split(line) if part]
    if not any(table.report.match(part) and not _OBSERVED.search(part) for part in parts):
        return None
    for part in parts:
        name = part.split(",")[0].strip()
        if table.body.search(name) and not (table.report.match(name) or table.observer.search(table.body.sub("", name))) and _is_name(name):
            return name
    return None


def _is_name(words: str) -> bool:
    """Is a line nothing but a name: no stop, few words, the long ones capitalised?"""
    return len(words.split()) <= _NAME_WORDS and not re.search(r"[.!?:;\d]", words) and all(w[0].isupper() for w in words.split() if len(w) > len("the"))


def _party(name: str) -> str | None:
    """Cut a unit off its force ("Army's Western Command" is the army), and a date or number off the name."""
    party = _UNIT.sub(r"\1", name).strip(" -")
    return party if len(party) > 2 and not party.isdigit() and party.split()[0].lower() not in _DAYS else None

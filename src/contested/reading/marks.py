"""What the marks of a line say: heading, field, item, date line, stamp, marking; row of a table, end of a sentence."""

from __future__ import annotations

import re

WIKI_HEADING = re.compile(r"^(=+)\s*(.*?)\s*=+$")
MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
BOLD_HEADING = re.compile(r"^\*\*([^*]{2,80})\*\*:?$")
FIELD = re.compile(r"^[-*]\s+([A-Z][\w' /()-]{1,40}):[ \t]*(.*)$")
ITEM = re.compile(r"^(?:[-*•·–—+]|\(?\d{1,3}[.)](?!\d)|\([a-z]{1,3}\)|\[\d+\])[ \t]+(?=\S)")
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DATE_HEADING = re.compile(
    rf"^(?:(?:no\.?|nos\.?|day|week|entry)\s*[\w/-]+[,.:]?\s+)?(?:{_DAYS},?\s+)?"
    rf"(?:(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?(?:{_MONTHS})|"
    rf"(?:{_MONTHS})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(?:\d{{1,2}}|(?:{_MONTHS})))?)?|\d{{4}})(?:,?\s+\d{{4}})?"
    rf"(?:\s*(?:-|–|to)\s*(?:{_DAYS},?\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTHS})(?:\s+\d{{4}})?)?(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"^(?:\[TEXT\]\s*)?(?P<place>[A-Z][\w.'’/ -]{1,40}?(?:,\s*[A-Z][\w.'’ -]{1,40}?){0,2}?)"
    rf"(?:,\s*(?P<date>(?i:(?:{_DAYS}),?\s+)?(?:\d{{1,2}}\s+)?(?i:{_MONTHS})\.?(?:\s+\d{{1,2}})?(?:,?\s+\d{{2,4}})?))?"
    r"\s*(?P<source>\([^()]{2,60}\))?\s+(?:-{1,2}|–|—)\s+(?=[A-Z\"“‘0-9])"
)
STAMP = re.compile(
    r"^(?:\d{6}Z\s+(?i:[A-Z]{3})\s+\d{2,4}|"
    rf"(?i:(?:{_DAYS},?\s+)?(?:\d{{1,2}}\s+(?:{_MONTHS})|(?:{_MONTHS})\s+\d{{1,2}},?)\s+\d{{4}}),?\s+\d{{1,2}}[:.]\d\d.{{0,20}})$"
)
MARKING = re.compile(
    r"^(?:(?:TOP )?SECRET|UNCLASSIFIED|CONFIDENTIAL|RESTRICTED|FOR OFFICIAL USE ONLY)(?:\s*/.*)?$|^(?:END|ENDS|-30-|#{3,}|[-*_=~]{3,})$|^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$"
)
HEADER = re.compile(r"^(?:SUBJECT|SUBJ|SOURCE|FROM|TO|REF|CLASSIFICATION|FM|INFO):\s", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"[.!?;…][\"'”’)\]]*(?:\[\w{1,8}\])*$")
HYPHENED = re.compile(r"[a-z]-$")
HEADING_CHARS = 300
_ENDING = 40


def is_row(words: str) -> bool:
    """Is a line a row of a table: cells between bars or tabs?"""
    return words.startswith("|") or "\t" in words or " | " in words


def ends_sentence(words: str) -> bool:
    """Does a line end with the end of a sentence?"""
    return _END_OF_SENTENCE.search(words[-_ENDING:]) is not None


def is_marked(words: str) -> bool:
    """Does a line carry the marks of a heading, or of a stamp or end of a text?"""
    if len(words) > HEADING_CHARS:
        return False
    patterns = (WIKI_HEADING, MARKDOWN_HEADING, BOLD_HEADING, MARKING, STAMP)
    return any(pattern.match(words) for pattern in patterns) or DATE_HEADING.match(words.rstrip(".:")) is not None

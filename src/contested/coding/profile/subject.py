"""Which actor a document is about: the title of an article with a group's infobox or lead, or of a log on one group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contested.coding.profile.items import evidence
from contested.coding.profile.tables import ProfileTables
from contested.mentions.actors.defining import definitions
from contested.model.documents import Block, BlockKind, Document
from contested.model.events import ProfileItem
from contested.model.spans import Evidence
from contested.reading.headings import heading_words

_DISAMBIGUATION = re.compile(r"\s*\([^()]*\)$")
_CAPITALS = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z0-9’'-]{1,11}$")
_LED_IN = re.compile(
    r"^(?:also|or|abbreviated(?: as)?|abbr\.|(?:better |also |formerly |locally )?known (?:by (?:its|the) [\w ]+|as|simply as)|acronym|short|officially|[A-Z]\w+:|lit\.)\s*:?\s*",
)
_NAMED = re.compile(r"((?:[A-ZÀ-Þ][\w'’-]*)(?:\s+(?:(?:of|the|for|and|in|de|del|la|al|y|ta)\s+){0,3}[A-ZÀ-Þ][\w'’-]*){1,9})\s*\(([^()\n]{2,160})\)")
_LABELLED = re.compile(r"(?:also |better |formerly )?known as\b|[A-Z]\w+:\s")
_ROLE_ONLY = re.compile(r"\b(?:by|against|after|between|with|from|in|to)\s+(?:the\s+)?$", re.IGNORECASE)
_CLAUSE = frozenset(["who", "which", "that", "whose", "where", "in", "by", "against", "with", "to", "led", "founded"])
_FIRST_WORDS, _LEADS = 16, 6
_HEAD_BLOCKS = 3
_MIN_FIELDS = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """The actor that a document is about; ``names`` are its name and the shorter ones that prose uses."""

    name: str
    names: tuple[str, ...]
    aliases: tuple[ProfileItem, ...]
    evidence: tuple[Evidence, ...]

    @property
    def named(self) -> str:
        """Give a pattern of its names."""
        return "(?:" + "|".join(re.escape(n) for n in self.names) + ")"

    @property
    def meant(self) -> str:
        """Give a pattern of its names and of what stands for them: "the group", "it", "they"."""
        return rf"(?:{self.named}|\b[Tt]h(?:e|is)\s+(?:group|movement|organi[sz]ation|party|militia|faction)\b|\b[Ii]t\b|\b[Tt]hey\b)"


def find_subject(document: Document, tables: ProfileTables) -> Subject | None:
    """Name the actor, or None: an article about an event, a person or a place, or a report about many."""
    title = next((b for b in document.blocks[:4] if b.kind is BlockKind.TITLE), None)
    if title is None:
        return _of_lead(document, [])
    if document.text.startswith("=", title.start):
        return _of_article(document, title, tables)
    return _of_log(document, title, tables)


def _of_article(document: Document, title: Block, tables: ProfileTables) -> Subject | None:
    name = _DISAMBIGUATION.sub("", heading_words(document.text, title))
    fields = {f.name for i in document.infobox if (f := tables.fields.get(i.key.lower())) and i.value.strip(" ,*")}
    if fields & {"event", "person", "place"}:
        return None
    lead = next((b for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.end - b.start > len(name) + 20), None)
    said = lead is not None and _is_about_group(document.words(lead), name, tables)
    if not said and len(fields & {"leaders", "ideology", "allies", "opponents", "wars", "designated_by", "subgroups"}) < _MIN_FIELDS:
        return None
    start = document.text.index(name, title.start)
    aliases = tuple(_aliases(document, name))
    return Subject(name, _names(name, aliases), aliases, (evidence(document.text, start, start + len(name)),))


def _is_about_group(lead: str, name: str, tables: ProfileTables) -> bool:
    """Does the lead say that the name is a group ("X (...) is an armed group")?"""
    match = re.match(rf"(?:The\s+)?{re.escape(name)}\b.{{0,300}}?\b(?:is|was|are|were)\b\s+([^.;]{{3,200}})", lead, re.IGNORECASE)
    for word in re.findall(r"[A-Za-z]+", match[1])[:_FIRST_WORDS] if match else ():
        if word in _CLAUSE:
            return False
        singular = word.lower().removesuffix("s")
        if {word.lower(), singular} & tables.words["person"]:
            return False
        if {word.lower(), singular, re.sub(r"ies$", "y", word.lower())} & tables.words["group"]:
            return True
    return False


def _of_log(document: Document, title: Block, tables: ProfileTables) -> Subject | None:
    """Find a group that the title or the line under it names, and whose founding or end the text tells."""
    heads = [document.words(b) for b in document.blocks[:_HEAD_BLOCKS] if b is title or (b.end - b.start < 160 and document.text[b.end - 1] not in ".!")]
    leads = [document.words(b) for b in document.blocks if b.kind is BlockKind.PARAGRAPH][:_LEADS]
    for match in _NAMED.finditer(document.text):
        name, shorts = match[1].removeprefix("The "), [s for s in _bracket_names(match[2]) if _CAPITALS.match(s)]
        forms = "|".join(re.escape(n) for n in (name, *shorts))
        named = shorts and any(_names_subject(head, forms) for head in heads)
        if named and (_tells_life(document.text, forms) or any(_is_about_group(lead, name, tables) for lead in leads)):
            aliases = tuple(_aliases(document, name))
            return Subject(name, _names(name, aliases), aliases, (evidence(document.text, match.end(1) - len(name), match.end(1)),))
    return _of_lead(document, heads)


def _of_lead(document: Document, heads: list[str]) -> Subject | None:
    """Find a group that the first paragraphs define ("The X is an armed group") and the title names, if there is one."""
    for defined in definitions(document):
        if any(_names_subject(h, re.escape(defined.name)) for h in heads) if heads else defined.opens:
            aliases = tuple(_aliases(document, defined.name))
            where = evidence(document.text, defined.start, defined.start + len(defined.name))
            return Subject(defined.name, _names(defined.name, aliases), aliases, (where,))
    return None


def _names_subject(head: str, forms: str) -> bool:
    """Does a title name the group as its matter, not only as the author or the victim of something?"""
    match = re.search(rf"\b(?:{forms})\b", head, re.IGNORECASE)
    return match is not None and _ROLE_ONLY.search(head[: match.start()]) is None


def _tells_life(text: str, forms: str) -> bool:
    """Does the text tell that the group was founded or dissolved?"""
    return re.search(
        rf"(?:{forms})\)?\s+(?:was|were|had been)\s+(?:founded|established|formed|created|set up)\b|(?:{forms})\s+(?:(?:was|has been)\s+(?:dissolved|disbanded)|(?:has\s+)?(?:dissolved|disbanded)\s+itself|declared itself dissolved)",
        text,
    ) is not None


def _names(name: str, aliases: tuple[ProfileItem, ...]) -> tuple[str, ...]:
    return tuple(sorted({name, *(a.name for a in aliases)}, key=lambda n: (-len(n), n)))


def _aliases(document: Document, name: str) -> Iterator[ProfileItem]:
    """Give the names in the brackets after the name, wherever the text first writes them."""
    seen = {name}
    for match in re.finditer(rf"{re.escape(name)}\s*\(([^()\n]{{2,200}})\)", document.text):
        for alias in _bracket_names(match[1]):
            if alias not in seen:
                seen.add(alias)
                start = document.text.index(alias, match.start(1))
                yield ProfileItem(name=alias, evidence=(evidence(document.text, start, start + len(alias)),))


def _bracket_names(words: str) -> Iterator[str]:
    """Cut what stands in brackets into names: capitals, other scripts, names in another language."""
    for piece in re.split(r"\s*[;,]\s*", words):
        alias = _LED_IN.sub("", _LED_IN.sub("", piece.strip())).removeprefix("the ").strip(" \"“”'")
        labelled = _LABELLED.match(piece.strip()) is not None and alias[:1].isupper()
        foreign = any(c.isalpha() and ord(c) > 0x24F for c in alias)
        if foreign or labelled or _CAPITALS.match(alias) or (alias.count(" ") and alias[:1].isupper() and alias.split()[-1][:1].isupper()):
            yield alias

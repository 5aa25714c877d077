"""Sentences that define an armed group: "The Red Hills Front (RHF), also known as the Hillmen, is a rebel group"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contested.mentions.actors.words import word_set
from contested.model.documents import BlockKind, Document

_CAPITAL = r"(?:(?:al|an|as|ad|ash|el)-)?[A-ZÀ-Þ0-9][\w'’.-]*"
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:of|the|for|and|in|de|del|la|las|los|al|ul|wal|bin)\s+){{0,3}}{_CAPITAL}){{0,9}}"
_CALLED = r"(?:(?:also|better|sometimes|often|commonly|formerly|locally|popularly|widely|usually|previously|more)\s+)*(?:known|called|referred\s+to|styled|named)"
_ALIAS = rf"{_CALLED}\s+(?:simply\s+)?(?:as\s+|by\s+its\s+[\w ]+?\s+)?(?:the\s+)?[\"“'‘]?(?P<alias>{_NAME})[\"”'’]?"
_OPENING = word_set("a an the one of among several many what is was were described as")
_NOT_BEFORE = word_set("of by in on at from for with to against who which that when where whose and or but not no over under after before")
_NOUNS = word_set(
    """
    group groups militia militias movement organisation organization faction alliance coalition front brigade army
    gang cartel guerrilla guerrillas insurgency network offshoot outfit grouping wing council command battalion
    party force paramilitary umbrella
    """
)
_ARMED = word_set(
    """
    armed militant jihadist islamist insurgent rebel guerrilla terrorist extremist paramilitary separatist secessionist
    salafi salafi-jihadist salafist resistance criminal vigilante self-defence self-defense clandestine underground
    communist maoist marxist marxist-leninist leftist nationalist ethnic militia guerrillas dissident liberation
    revolutionary loyalist republican sunni shia shiite kurdish
    """
)
_ALWAYS = word_set("militia militias guerrilla guerrillas insurgency gang cartel paramilitary")
_PERSONS = word_set(
    """
    leader leaders commander commanders officer officers member members fighter fighters spokesman chief founder figure
    activist veteran general politician offensive attack operation base stronghold conflict war campaign camp ally
    """
)
_FIGHTING = word_set("fought fights fighting arms insurgents rebels militias fighters")
_STANDS_FOR = word_set("it this that there he she they we what who these those here one")
_DEFINITION = re.compile(
    rf"(?:The\s+)?(?P<name>{_NAME})[\"”]?(?:\s*\([^()\n]{{1,300}}\))?(?:,?\s+(?:or\s+)?{_ALIAS})?(?:\s*\([^()\n]{{1,120}}\))?,?\s+"
    r"(?:is|was|are|were|has\s+been|became|remains)\s+(?P<said>[^.;:\n]{3,160})"
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A group that a sentence defines; ``start`` is the offset of its name, ``opens``: it begins the first paragraph."""

    name: str
    aliases: tuple[str, ...]
    start: int
    opens: bool


def definitions(document: Document) -> tuple[Definition, ...]:
    """Give the groups that the sentences of a document define, in the order of the text."""
    found: list[Definition] = []
    first = next((b for b in document.blocks if b.kind is BlockKind.PARAGRAPH), None)
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for match in _DEFINITION.finditer(document.text, block.start, block.end):
            name = _name(match["name"])
            if name and _is_armed_group(match["said"]):
                aliases = (match["alias"].rstrip(".'’"),) if match["alias"] else ()
                opens = block is first and not document.text[block.start : match.start()].strip(" \"“")
                found.append(Definition(name, aliases, match.start("name"), opens))
    return tuple(found)


def _name(words: str) -> str:
    """Give the name in the words before a verb; "" for a pronoun, a lone first word, or the end of another sentence."""
    name = " ".join(words.split())
    return "" if name.lower() in _STANDS_FOR or ". " in name or not any(c.isalpha() for c in name) else name


def _is_armed_group(said: str) -> bool:
    """Does what is said of a name call it an armed group, before any clause or preposition?"""
    words = re.findall(r"[\w'’-]+", said)
    marked = False
    for n, word in enumerate(words):
        key = word.lower()
        after = words[n + 1].lower() if n + 1 < len(words) else ""
        if key in _OPENING and n < 5:
            continue
        if key in _NOT_BEFORE:
            return False
        if key in _NOUNS and after not in _PERSONS and after not in _NOUNS:
            return marked or key in _ALWAYS or _armed_after(words[n + 1 :])
        if key in _PERSONS:
            return False
        marked = marked or key in _ARMED or key in _ALWAYS
    return False


def _armed_after(words: list[str]) -> bool:
    """Does what follows the noun say that it is armed ("a coalition of rebel groups", "a movement that took up arms")?"""
    return bool({w.lower() for w in words[:8]} & (_ARMED | _FIGHTING))

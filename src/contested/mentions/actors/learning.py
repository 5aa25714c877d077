"""Names that a document itself gives: abbreviations, aliases, names in other languages, and its main actor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.mentions.actors.defining import Definition, definitions
from contested.mentions.actors.name_index import NameIndex, name_keys
from contested.mentions.actors.spelled import spelled_name, told_aliases
from contested.mentions.actors.tables import Actor, ActorTables
from contested.mentions.actors.words import word_set
from contested.model.documents import BlockKind, Document
from contested.model.vocabulary import ActorKind
from contested.reading.headings import heading_words

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,160})[)\]]")
_ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z0-9&./-]{1,11}$")
_CONNECTOR = word_set(
    """
    – — - of the for and in de del la las los du des da do y e et to al el for-the against
    """
)
_WORD = re.compile(r"[^\s()\[\],;:\"“”]+")
_CALLING = re.compile(
    r"\b(?:calling (?:itself|themselves)|(?:call|calls|called) (?:itself|themselves)|under the name(?: of)?|known as|styling itself)\s+"
    r"(?:the\s+)?[\"“']?((?:[A-Z0-9][\w'’.-]*)(?:\s+(?:of|the|for|and|in|al|de|del|[A-Z0-9][\w'’.-]*))*)",
)
_CALLING_UPPER = re.compile(
    r"\bCALLING (?:ITSELF|THEMSELVES) (?:THE )?((?:[A-Z0-9'-]+ ){0,3}[A-Z0-9'-]+(?: (?:OF|FOR) (?:THE )?[A-Z0-9'-]+)?)"
)
_ALIAS_KEYS = frozenset(
    {"abbreviation", "other name", "other names", "also known as", "aliases", "nickname", "native name", "acronym"}
)
_TIED = re.compile(r"-(?:linked|affiliated|backed|led|aligned|allied|inspired|supported|dominated|based)$", re.IGNORECASE)
_LITTER = re.compile(r"\(.*?\)|\b\d+px\b")
_GLOSSARY = re.compile(r"(?:list of )?(?:abbrev|acronym|glossary|sources)\w*\s*:", re.IGNORECASE)
_ALIAS = re.compile(
    r"((?:[A-ZÀ-Þ][\w'’.-]+ ){1,3}[A-ZÀ-Þ][\w'’-]+),? (?:also )?(?:alias|known as|aka|a\.k\.a\.|nicknamed|"
    r"known by the nom[ -]de[ -]guerre|nom de guerre) [\"“]([^\"“”]{2,30})[\"”]"
)
_RUN = r"[A-Z][\w'’-]*(?: (?:(?:al|an|as|ash|el)-[A-Z][\w'’-]*|(?:of|for|the|and|in|al|de|la|del)\b|[A-Z][\w'’-]*)){0,7}"
_FIGHTERS = r"(?:fighters|militants|gunmen|rebels|insurgents|guerrillas|militiamen|commanders)"
_OF_FIGHTERS = re.compile(rf"\b{_FIGHTERS} (?:of|from|belonging to|loyal to) (?:the )?({_RUN})")
_WITH_FIGHTERS = re.compile(rf"({_RUN}) {_FIGHTERS}\b")
_GROUP_FIELDS = frozenset(
    {
        "ideology",
        "opponents",
        "allies",
        "designated as terror group by",
        "battles",
        "war",
        "split from",
        "headquarters",
        "armed wing",
    }
)


@dataclass(frozen=True, slots=True)
class LearnedNames:
    """What a document teaches: names with the actor they denote, and the actor that it is about, if any."""

    index: NameIndex[Actor]
    main: Actor | None


def learn_names(document: Document, tables: ActorTables) -> LearnedNames:
    """Collect the names that a document introduces, once for the whole text."""
    index: NameIndex[Actor] = NameIndex()
    defined = definitions(document)
    main = _main_actor(document, tables) or _defined_first(document, defined, tables)
    armed = _armed_names(document.text) | {d.name for d in defined}
    if main:
        for name in (main.name, *main.aliases):
            index.add(name, main)
        for abbreviation in main.abbreviations:
            index.add(abbreviation, main, exact_case=True)
    for block in document.blocks:
        if block.kind in (BlockKind.REFERENCE, BlockKind.BOILERPLATE):
            continue
        text = re.sub(r"\s", " ", document.words(block))
        for person, alias in _person_aliases(text):
            actor = Actor(person, ActorKind.PERSON, where="document")
            index.add(person, actor)
            index.add(alias, actor)
        for name, alias in _glossary(text):
            _learn(index, tables, name, alias, armed)
        for name, alias in (*told_aliases(text), *_introduced(text)):
            _learn(index, tables, name, alias, armed)
    for definition in defined:
        for alias in definition.aliases or ("",):
            _learn(index, tables, definition.name, alias, armed)
    for name in sorted(armed):
        if " " in name and _speaks_of_group(name) and not (index.get(name) or tables.names.get(name)):
            index.add(name, Actor(name, ActorKind.GROUP, where="document"))
    return LearnedNames(index, main)


def _main_actor(document: Document, tables: ActorTables) -> Actor | None:
    """The actor that the title names, where an infobox describes a group or the first words define it as one."""
    keys = {f.key.casefold(): f for f in document.infobox}
    title = next((heading_words(document.text, b) for b in document.blocks if b.kind is BlockKind.TITLE), "")
    if not title or not _GROUP_FIELDS & keys.keys():
        return None
    found = [part.strip() for key in keys if key in _ALIAS_KEYS for part in _LITTER.sub("", keys[key].value).split(",")]
    aliases = tuple(dict.fromkeys(part for part in found if len(part) > 1 and part != title))
    short = tuple(a for a in aliases if _ABBREVIATION.match(a))
    known = next(iter(tables.names.get(title)), None)
    kind, country = (known.kind, known.country) if known else (ActorKind.GROUP, None)
    rest = tuple(a for a in aliases if a not in short)
    return Actor(title, kind, country=country, aliases=rest, abbreviations=short, where="infobox")


def _defined_first(document: Document, defined: Sequence[Definition], tables: ActorTables) -> Actor | None:
    """The group that the first sentence defines, where the title names it or there is no title."""
    first = next((d for d in defined if d.opens), None)
    title = next((heading_words(document.text, b) for b in document.blocks if b.kind is BlockKind.TITLE), None)
    if first is None or (title is not None and not any(n in title for n in (first.name, *first.aliases))):
        return None
    known = next(iter(tables.names.get(first.name)), None)
    return known or Actor(first.name, ActorKind.GROUP, aliases=first.aliases, where="document")


def _glossary(text: str) -> Iterator[tuple[str, str]]:
    """Give (name, abbreviation) of a list of abbreviations or sources: "Abbrev: RWF River Watch Front; ...", "Sources: MD-K, Ministry of Defence of K; ..."."""
    if not _GLOSSARY.match(text):
        return
    for part in re.split(r"[;\n]", text[text.find(":") + 1 :]):
        short, _, name = part.strip().partition(" ")
        short = short.rstrip(",")
        if _ABBREVIATION.match(short) and name[:1].isupper():
            yield name.strip(" .=:-–"), short


def _person_aliases(text: str) -> Iterator[tuple[str, str]]:
    """Give (name, alias) of people: 'Juan Rojas, alias "Flaco"'."""
    for match in _ALIAS.finditer(text):
        if not _GROUP_WORDS & set(name_keys(match[1])):
            yield match[1], match[2]


def _armed_names(text: str) -> frozenset[str]:
    """Give the names that the text says fighters belong to ("fighters of the X", "X militants"), and what begins or ends so."""
    found: set[str] = set()
    for match in _OF_FIGHTERS.finditer(text):
        words = match[1].split()
        found.update(" ".join(words[:n]) for n in range(1, len(words) + 1))
    for match in _WITH_FIGHTERS.finditer(text):
        words = match[1].split()
        found.update(" ".join(words[n:]) for n in range(len(words)))
    return frozenset(found)


def _learn(index: NameIndex[Actor], tables: ActorTables, name: str, alias: str, armed: frozenset[str]) -> None:
    if tables.country_names.get(name):
        return
    held = index.get(name) or tables.names.get(name)
    kind = ActorKind.GROUP if armed & {name, alias} or _speaks_of_group(name) else _kind_of(f"{name} {alias}")
    if held:
        actor = held[0]
    elif known := tables.names.get(alias):
        actor = (
            known[0]
            if _initials_fit(alias, name) and known[0].name.split()[0] == name.split()[0]
            else Actor(name, kind, where="document")
        )
    else:
        actor = Actor(name, _kind_of_whole(index, name) or kind, where="document")
    index.add(name, actor)
    if alias:
        index.add(alias, actor, exact_case=bool(_ABBREVIATION.match(alias)) and len(alias) < 9)


_GROUP_WORDS = word_set(
    """
    front movement brigade brigades army column cell guard alliance party militia faction resistance command
    commandos battalion battalions companies company liberation jihad ansar harakat jaysh jaish kataib liwa
    forces force sons shield hawks lions youth volunteers coalition insurgent popular
    mouvement rassemblement armee milice milices patriotes rebelle
    frente ejercito movimiento fuerzas autodefensas comando comandos bloque columna guerrilla
    """
)
_GROUP_OPENERS = frozenset(["ansar", "asaib", "fath", "harakat", "hizb", "jabhat", "jaish", "jamaat", "jaysh", "katibat", "kataib", "lashkar", "liwa", "saraya", "tehrik"])


def _speaks_of_group(name: str) -> bool:
    """Does a transliterated name open with a word for a group, and end with the name's last word?"""
    words = name_keys(name)
    return len(words) > 1 and words[0] in _GROUP_OPENERS and name.split()[-1].lower() not in _CONNECTOR


def _kind_of_whole(index: NameIndex[Actor], name: str) -> ActorKind | None:
    """Give the kind of the body that a part is named after: "FPR-Nord" is what "FPR" is."""
    whole = index.get(name.partition("-")[0]) if _PART.match(name) else ()
    return whole[0].kind if whole else None


def _kind_of(name: str) -> ActorKind:
    return ActorKind.GROUP if _GROUP_WORDS & set(name_keys(name)) else ActorKind.ORGANISATION


def _introduced(text: str) -> Iterator[tuple[str, str]]:
    """Give (name, alias) pairs of one block; the alias is "" where only a name is introduced."""
    upper = text.isupper() or sum(c.isupper() for c in text) > 0.6 * sum(c.isalpha() for c in text)
    for match in _BRACKET.finditer(text):
        yield from _bracketed(text[: match.start()], match[1].strip(), upper)
    for match in (_CALLING_UPPER if upper else _CALLING).finditer(text):
        if " " in match[1].strip() or _PART.match(match[1]) or not _ALIAS.search(text):
            yield _present(match[1].rstrip(".,"), upper), ""


def _bracketed(before: str, inside: str, upper: bool) -> Iterator[tuple[str, str]]:
    parts = [p.strip(" \"'“”") for p in re.split(r"\s*(?:;|,|--|—|–|\bor\b)\s+|\s+(?:--|—|–)\s+", inside) if p.strip()]
    cleaned = [_clean(part, upper) for part in parts]
    abbreviations = [p for p in cleaned if _ABBREVIATION.match(p) and " " not in p]
    name = next((s for a in abbreviations if (s := spelled_name(before, a))), "") or _name_before(before, abbreviations, upper)
    if not name or (" " not in name and not any(_ABBREVIATION.match(w) for w in (name, *abbreviations))):
        return
    if _ABBREVIATION.match(name) and len(cleaned) == 1 and " " in cleaned[0] and _initials_fit(name, cleaned[0]):
        yield _present(cleaned[0], upper), name
        return
    if not any(_ABBREVIATION.match(p) for p in cleaned) and not _KNOWN_INSIDE.search(inside):
        return
    for alias in cleaned:
        if len(alias) > 1 and alias[0].isupper() and len(alias.split()) < 9 and not re.search(r"\d{4}", alias):
            yield _present(name, upper), alias


_PART = re.compile(r"[A-Z]{2,}[-/][A-Z]")
_KNOWN_INSIDE = re.compile(r"\b(?:known as|also|initials|acronym|formerly|called)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:better|also|formerly|commonly|sometimes|often|locally|otherwise|previously|abbreviated|known|called|as|by|its|their|the|or|in|"
    r"[A-Z][a-z]+(?= initials| acronym| abbreviation)|initials|acronym|abbreviation|name)\b[\s,:]*)+",
    re.IGNORECASE,
)


def _clean(part: str, upper: bool) -> str:
    return part if upper else _LEAD.sub("", part).strip(" \"'“”")


def _name_before(before: str, abbreviations: list[str], upper: bool) -> str:
    """Give the name that ends where a bracket opens: the words that the initials fit, or else all capitalised ones."""
    words = list(_WORD.finditer(before[-160:]))
    tail = before[-160:]
    if not words or tail[words[-1].end() :].strip(" \"'“”’"):
        return ""
    first, n = len(words), len(words) - 1
    while n >= 0:
        word = words[n][0]
        gap = tail[words[n].end() : words[n + 1].start()] if n + 1 < len(words) else ""
        if gap.strip(" \"'") or _TIED.search(word) or (upper and word == "THE" and (n == 0 or words[n - 1][0].lower() not in _CONNECTOR)):
            break
        if (
            word[0].isupper()
            or word[0].isdigit()
            or word.lower() in _CONNECTOR
            or re.match(r"(?:al|an|as|ash|el)-[A-Z]", word)
        ):
            first = n if word.lower() not in _CONNECTOR else first
        else:
            break
        n -= 1
    chosen = [w[0] for w in words[first:]]
    return _fit(chosen, abbreviations)


def _fit(words: list[str], abbreviations: list[str]) -> str:
    """Cut a run of words to the shortest that the first abbreviation's letters spell in order; else keep all."""
    for abbreviation in abbreviations:
        for start in range(len(words) - 1, -1, -1):
            goes_on = start and words[start][0].islower() and words[start - 1][0].isupper()
            if not goes_on and words[start].lower() not in _CONNECTOR and _initials_fit(abbreviation, " ".join(words[start:])):
                return " ".join(words[start:])
    return " ".join(words)


def _initials_fit(abbreviation: str, name: str) -> bool:
    """Do the capitals of an abbreviation begin words of the name, in order, starting with the first?"""
    letters = [c.lower() for c in abbreviation if c.isupper()]
    keys = [k for k in name_keys(name) if k not in ("s",)]
    if not letters or not keys or keys[0][0] != letters[0]:
        return False
    n = 0
    for key in keys:
        if n < len(letters) and key[0] == letters[n]:
            n += 1
    return n == len(letters)


def _present(name: str, upper: bool) -> str:
    """Write a name of an upper-case text as names are written."""
    if not upper:
        return name.strip(" \"'“”")
    return " ".join(w.lower() if w.lower() in _CONNECTOR and n else w.capitalize() for n, w in enumerate(name.split()))

"""Names by how a text introduces them: spelled out by an abbreviation ("Union des forces de la Lagune (UFL)"), or as an alias."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contested.mentions.actors.name_index import fold
from contested.mentions.actors.words import word_set

_SMALL = word_set(
    """
    de la le les du des pour et en par sur dans l d al el los las y e da do dos das das por para con com del van der und
    of the for and in to
    """
)
_WORD = re.compile(r"[^\s()\[\],;:\"“”]+")
_ELIDED = re.compile(r"^[ldLD]['’]")
_RUN = r"[A-ZÀ-Þ][\w'’-]*(?: (?:(?:al|an|as|ash|ad|el)-[A-Z][\w'’-]*|(?:of|for|the|and|de|la|del|des|du)\b|[A-ZÀ-Þ][\w'’-]*)){0,7}"
_KNOWN_AS = re.compile(
    rf"(?:^|[.,;:]\s|\b[Tt]he |\b)(?P<name>{_RUN}),? (?:an? [^,.;:()\"“]{{3,60}} |which is |who are |that is )?"
    rf"(?:also |better |commonly |locally |widely |often |more often )?(?:known|referred to)(?: [a-z]+)? as (?:the )?[\"“']?(?P<alias>{_RUN})"
)
_BODY = word_set(
    """
    front movement brigade brigades army column cell guard guards alliance militia faction resistance battalion battalions companies
    company ansar harakat jaysh jaish kataib liwa saraya jabhat force forces sons shield hawks lions youth group network
    organisation organization mouvement frente ejercito fuerzas
    """
)
_REACH = 200
_MOST = 12


def spelled_name(before: str, abbreviation: str) -> str:
    """Give the name that ends where ``before`` ends and whose words the letters of an abbreviation begin, "" if none does.

    The name opens with a capital; each of its words but articles and prepositions gives at least its first letter.
    """
    tail = before[-_REACH:]
    words = list(_WORD.finditer(tail))
    letters = "".join(c for c in abbreviation if c.isalpha()).lower()
    if not words or tail[words[-1].end() :].strip(" \"'“”’") or len(letters) < 2:
        return ""
    for first in range(len(words) - 1, max(-1, len(words) - 1 - _MOST), -1):
        if first + 1 < len(words) and tail[words[first].end() : words[first + 1].start()].strip(" \"'"):
            break
        text = words[first][0]
        if text[0].isupper() and text.lower() not in _SMALL and _spells(letters, _keys([w[0] for w in words[first:]])):
            return tail[words[first].start() : words[-1].end()]
    return ""


def told_aliases(text: str) -> Iterator[tuple[str, str]]:
    """Give (name, alias) of bodies: "the Jund al-Barr, a small militia known as the Barr Brigades"; people are left out."""
    for match in _KNOWN_AS.finditer(text):
        name, alias = match["name"].removeprefix("The "), match["alias"]
        keys = {key for word in (*name.split(), *alias.split()) for key in fold(word)}
        if " " in name and keys & _BODY and name.split()[-1].lower() not in _SMALL:
            yield name, alias


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    """Give the words that letters must come from: hyphens part them, small words do not count."""
    plain = [_ELIDED.sub("", w) for w in words if w.lower() not in _SMALL]
    return tuple(key for word in plain for key in fold(word))


def _spells(letters: str, keys: Sequence[str]) -> bool:
    """Do the letters part into beginnings of all the keys, in order?"""
    if not keys:
        return not letters
    first = keys[0]
    for n in range(1, min(len(letters), len(first)) + 1):
        if letters[:n] == first[:n] and _spells(letters[n:], keys[1:]):
            return True
    return False

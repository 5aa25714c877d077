"""Groups of persons in a sentence: a figure with its noun, a person, bare plurals, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.mentions.counts.quantities import Quantity, rows_at
from contested.mentions.counts.tables import CountTables, word_set
from contested.model.syntax import Sentence

DETERMINERS = word_set("a an the his her its their our my this that these those another other")
_OPEN = word_set("a an another")
_LINKS = word_set("- – ' 's ’s ’ al el de")
_PART_BEFORE = (("including",), ("incl",), ("incl.",), ("includes",), ("among", "them"), ("among", "whom"), ("among", "these"), ("of", "whom"),
                ("among", "those"), ("included",), ("among", "the", "dead"))  # fmt: skip
_PART_AFTER = (("of", "them"), ("among", "them"), ("among", "these"), ("of", "whom"), ("of", "these"), ("included",))
_CALENDAR = word_set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tonight overnight last")
_COLLECTIVE = word_set("people personnel staff police crew men women children policemen family team crowd group band")
_NO_NAMES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"))
_BREAKING = frozenset(("object", "state", "subject"))


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens ``start`` to ``end`` that stand for persons; ``noun`` tells the tokens for whose, without the figure.

    ``side`` is that of the table, "" where the noun is in no table or absent; ``counted`` tells of a figure,
    ``named`` of a name alone, ``definite`` of "the soldiers" (told before), ``part`` of "eight of them",
    ``ordinal`` of "a third" (3).
    """

    start: int
    end: int
    head: int
    low: int | None
    high: int | None
    noun: tuple[int, int] | None
    side: str
    counted: bool = False
    named: bool = False
    definite: bool = False
    part: bool = False
    any: bool = False
    vague: bool = False
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence made ready: words in lower case, the groups in it, and which group covers each token (-1: none)."""

    sentence: Sentence
    lower: tuple[str, ...]
    groups: tuple[Group, ...]
    covering: tuple[int, ...]

    def group_at(self, i: int) -> Group | None:
        """Give the group that covers token i."""
        return self.groups[self.covering[i]] if 0 <= i < len(self.covering) and self.covering[i] >= 0 else None


def stage_scene(sentence: Sentence, lower: Sequence[str], found: Sequence[Quantity], tables: CountTables) -> Scene:
    """Find the groups of a sentence and index them by token."""
    starts = {q.start: q for q in found}
    inside = {i for q in found for i in range(q.start, q.end)}
    groups: list[Group] = []
    i = 0
    while i < len(lower):
        group = (
            _counted(sentence, lower, starts[i], tables)
            if i in starts
            else _uncounted(sentence, lower, i, tables, inside)
        )
        if group is not None:
            groups.append(group)
            i = group.end
        else:
            i = starts[i].end if i in starts else i + 1
    covering = [-1] * len(lower)
    for n, group in enumerate(groups):
        covering[group.start : group.end] = [n] * (group.end - group.start)
    return Scene(sentence, tuple(lower), tuple(groups), tuple(covering))


def side_of(lower: Sequence[str], start: int, head: int, tables: CountTables) -> str:
    """Give the side that the table gives to the noun at ``head``, alone or with the word before it; "" if none."""
    if head - 1 >= start and (side := tables.sides.get(f"{lower[head - 1]} {lower[head]}")):
        return side
    if head - 2 >= start and lower[head - 1] == "-" and (side := tables.sides.get(f"{lower[head - 2]}-{lower[head]}")):
        return side
    word = lower[head].lstrip("-")
    if side := tables.sides.get(word):
        return side
    return "any" if word.endswith(("men", "women", "person")) else ""


def _run(sentence: Sentence, lower: Sequence[str], i: int, tables: CountTables) -> int:
    """Give the end of the run of adjectives and nouns that begins at token i (i itself where there is none)."""
    tokens, end = sentence.tokens, i
    at = i
    while at < len(tokens):
        token, word = tokens[at], lower[at]
        if word in _CALENDAR or (token.ent in ("DATE", "TIME") and token.pos == "PROPN"):
            break
        noun = token.pos in ("NOUN", "PROPN") or (at == i and word in tables.plurals and token.pos == "VERB")
        if noun and not _breaks(sentence, lower, at, tables):
            end = at + 1
        elif word in _LINKS or (word.isdigit() and lower[at + 1 : at + 3] == ["-", "year"]):
            if word not in ("al", "el", "de") and at == i and not word.isdigit():
                break
        elif (end > i and token.pos == "VERB") or not _premodifies(sentence, lower, at, tables):
            break
        at += 1
    return end


def _breaks(sentence: Sentence, lower: Sequence[str], at: int, tables: CountTables) -> bool:
    """Tell whether a word that says what happened ("dead", "killed") ends the run here."""
    rows = tables.harms.get(lower[at])
    if not rows or not any(r.shape in _BREAKING and len(r.pattern) == 1 and r.strength != "many" for r in rows):
        return False
    after = at + 1
    if after >= len(lower):
        return True
    return not (sentence.tokens[after].pos in ("NOUN", "ADJ", "PROPN") and _is_person_word(lower[after], tables))


def _is_person_word(word: str, tables: CountTables) -> bool:
    return tables.sides.get(word, "thing") != "thing"


def _premodifies(sentence: Sentence, lower: Sequence[str], at: int, tables: CountTables) -> bool:
    token = sentence.tokens[at]
    if token.pos != "ADJ" and token.tag not in ("VBN", "VBG", "JJ", "JJR"):
        return False
    if _breaks(sentence, lower, at, tables):
        return False
    after = at + 1
    return after < len(lower) and (
        sentence.tokens[after].pos in ("NOUN", "PROPN", "ADJ") or (lower[after] == "-" and token.pos == "ADJ")
        or _is_person_word(lower[after], tables)
    )  # fmt: skip


def _counted(sentence: Sentence, lower: Sequence[str], q: Quantity, tables: CountTables) -> Group | None:
    at, part, whole = q.end, False, q.end
    if lower[at : at + 1] in (['"'], ["“"]):
        at = whole = at + 1
    if lower[at : at + 1] == ["of"] and at + 1 < len(lower):
        if lower[at + 1] in ("them", "whom", "these", "those", "which"):
            part, at = True, at + 2
            whole = at
        elif lower[at + 1] in DETERMINERS and lower[at + 2 : at + 3] in (["dead"], ["victims"], ["wounded"], ["injured"]):
            part, at = True, at + 3
            whole = at
        else:
            at += 2 if lower[at + 1] in DETERMINERS else 1
            if number := rows_at(lower, at, tables, ("number",)):
                at += len(number.words)
            elif lower[at : at + 1] and lower[at].isdigit():
                at += 1
            if lower[at : at + 1] == ["own"]:
                return Group(q.start, at + 1, q.end - 1, q.low, q.high, None, "any", counted=True, vague=q.vague)
    elif lower[at : at + 1] == ["other"] or lower[at : at + 1] == ["others"]:
        whole = at = at + 1
    if part and lower[at : at + 1] in (["a"], ["an"]):
        at += 1
    end = _run(sentence, lower, at, tables)
    if part and end == at > whole:
        at = end = whole
    if lower[at - 1] == "others":
        end = at
    if end == at and at > whole:
        return None
    if end > at:
        return _with_noun(sentence, lower, q, at, end, part, tables)
    aged = lower[q.start - 2] not in _COLLECTIVE if q.start >= 2 and not q.digits else True
    if q.start >= 2 and lower[q.start - 1] == "of" and not q.vague and aged and _is_person_word(lower[q.start - 2], tables):
        return None
    if lower[whole : whole + 1] == ["%"] or (whole < len(lower) and tables.sides.get(lower[whole]) == "thing"):
        return None
    return Group(
        q.start, whole, whole - 1 if not part else q.end - 1, q.low, q.high, None, "", counted=True,
        part=part or _is_part(lower, q.start, whole), any=q.any, vague=q.vague,
    )  # fmt: skip


def _with_noun(
    sentence: Sentence, lower: Sequence[str], q: Quantity, at: int, end: int, part: bool, tables: CountTables
) -> Group:
    side = side_of(lower, at, end - 1, tables)
    head = end - 1
    if end + 1 < len(lower) and lower[end] in ("and", "or") and side not in ("", "thing"):
        more = _run(sentence, lower, end + 1, tables)
        if more > end + 1 and side_of(lower, end + 1, more - 1, tables) not in ("", "thing") and sentence.tokens[more - 1].tag == "NNS":
            end = more
    of_end = _membership(sentence, lower, end, tables)
    generic = lower[head] in ("people", "persons", "person", "others", "dead") and head == at and of_end == end
    return Group(
        q.start, of_end, head, q.low, q.high, None if generic else (at, of_end), side, counted=True,
        part=part or _is_part(lower, q.start, of_end), any=q.any, vague=q.vague,
    )  # fmt: skip


def _membership(sentence: Sentence, lower: Sequence[str], end: int, tables: CountTables) -> int:
    """Step over "of the Northern Brigades", "from the police": words that tell whose people they are."""
    if end + 1 >= len(lower) or lower[end] not in ("of", "from"):
        return end
    at = end + 2 if lower[end + 1] in DETERMINERS and end + 2 < len(lower) else end + 1
    stop = _run(sentence, lower, at, tables)
    named = any(t.pos == "PROPN" and t.ent not in ("GPE", "LOC", "DATE", "TIME") for t in sentence.tokens[at:stop])
    return stop if stop > at and (named or lower[end] == "of") else end


def _uncounted(
    sentence: Sentence, lower: Sequence[str], i: int, tables: CountTables, inside: set[int]
) -> Group | None:
    token = sentence.tokens[i]
    determined = lower[i] in DETERMINERS
    if not determined and token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    at = i + 1 if determined else i
    row = rows_at(lower, at, tables, ("ordinal",)) if determined else None
    ordinal = int(row.value) if row else 0
    at += int(ordinal > 0 or (determined and lower[at : at + 1] == ["other"]))
    end = _run(sentence, lower, at, tables) if at < len(lower) else at
    end = next((k for k in range(at + 1, end) if k in inside), end)
    if ordinal and end <= at:
        return Group(i, at, at - 1, 1, 1, None, "", counted=True, ordinal=ordinal)
    if lower[i] == "another" and end <= at:
        return Group(i, at, i, 1, 1, None, "", counted=True)
    if end <= at or at in inside or (lower[max(0, i - 2) : i] == ["number", "of"]):
        return None
    head, side = end - 1, side_of(lower, at, end - 1, tables)
    last = sentence.tokens[head]
    if last.pos == "PROPN" and not side:
        side = next((s for k in range(at, head) if (s := tables.sides.get(lower[k])) and s != "thing"), "")
        if last.ent in _NO_NAMES or last.tag == "NNPS" or (determined and not side):
            return None
        part = _is_part(lower, i, end)
        return Group(i, end, head, 1, 1, (at, end), side, named=True, definite=determined, part=part)
    if side == "thing":
        return Group(i, end, head, None, None, None, side)
    if not side:
        return None
    plural = last.tag in ("NNS", "NNPS") or lower[head] in tables.plurals or lower[head] in _COLLECTIVE
    plural = plural and lower[i] not in _OPEN
    stop = _membership(sentence, lower, end, tables)
    definite = determined and lower[i] not in _OPEN and lower[i] not in ("other", "that")
    noun = None if lower[head] in ("people", "persons", "others") and stop == at + 1 else (at, stop)
    part = _is_part(lower, i, end)
    return Group(i, stop, head, 2 if plural else 1, None if plural else 1, noun, side, definite=definite, part=part, vague=plural, ordinal=ordinal)


def _is_part(lower: Sequence[str], start: int, end: int) -> bool:
    back = start - 1
    while back >= 0 and lower[back] in (",", "at", "also", "the", ":", "were", "being"):
        back -= 1
    for words in _PART_BEFORE:
        if tuple(lower[max(0, back + 1 - len(words)) : back + 1]) == words:
            return True
    return any(tuple(lower[end : end + len(words)]) == words for words in _PART_AFTER)

"""People with a name: which capitalised words are a person's, and what title stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from contested.mentions.actors.phrases import Phrase, in_place
from contested.mentions.actors.scene import Scene
from contested.mentions.actors.tables import Role
from contested.mentions.actors.words import word_set

_PARTICLES = word_set(
    """
    al el bin bint ibn ben abu umm de del la von van der da dos ould - – '
    """
)
TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
CALENDAR = word_set(
    """
    January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday
    """
)
_ALIAS = frozenset({"alias", "aka", "a.k.a.", "nicknamed"})
_SPEECH = word_set(
    """
    say tell state claim announce deny declare report add confirm admit reveal warn vow call accuse blame
    write note insist acknowledge concede argue describe explain reject dispute speak comment decline refuse
    maintain assert allege stress reply answer recall estimate count condemn urge ask
    """
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The tokens of a person's name, and the nouns for what the person is."""

    first: int
    last: int
    nouns: frozenset[str]
    sure: bool


def speaks(scene: Scene, i: int) -> bool:
    """Is a token the subject of a verb of speech?"""
    token = scene.sentence.tokens[i]
    return token.dep in ("nsubj", "nsubjpass") and scene.sentence.tokens[token.head].lemma.lower() in _SPEECH


def find_person(scene: Scene, phrase: Phrase) -> PersonName | None:
    """Decide whether a phrase ends in a person's name, and cut titles and roles off it."""
    tokens = scene.sentence.tokens
    head = tokens[phrase.head]
    if not (head.pos == "PROPN" and head.text[0].isupper()) or (not head.text[-1].isalpha() and head.text[-1] != "."):
        return None
    first = phrase.head
    while first > phrase.first and _name_part(scene, first - 1):
        first -= 1
    while first < phrase.head and tokens[first].text in "-–'":
        first += 1
    if first == phrase.head and scene.has_role(first, Role.TITLE):
        return None
    nouns = _nouns_before(scene, phrase.first, first)
    if (head.ent in TIMES and head.dep not in ("nsubj", "nsubjpass")) or head.text in CALENDAR:
        return None
    if not nouns and (
        in_place(scene.sentence, phrase.head)
        or scene.place_tokens.issuperset(range(first, phrase.head + 1))
        or (head.text in scene.place_words and first == phrase.head)
        or (first == phrase.head and _beside_place(scene, phrase.head))
    ):
        return None
    score = _score(scene, first, phrase.head, bool(nouns), phrase)
    while first < phrase.head and head.ent == "PERSON" and tokens[first].ent not in ("PERSON", ""):
        first += 1
    return PersonName(first, phrase.head, nouns, bool(nouns) or score > 2) if score > 0 else None


def _beside_place(scene: Scene, i: int) -> bool:
    """Is a name coordinated with a place: "against Koya, Zirgwez and Pirde"?"""
    tokens = scene.sentence.tokens
    while tokens[i].dep in ("conj", "appos") and tokens[i].head != i:
        i = tokens[i].head
        if i in scene.place_tokens and not scene.actor_at(i):
            return True
    return False


def _name_part(scene: Scene, i: int) -> bool:
    token = scene.sentence.tokens[i]
    if token.text.lower() in _PARTICLES:
        return True
    if not token.text[0].isupper() or token.pos in ("DET", "VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ", "NUM"):
        return False
    if scene.has_role(i, Role.TITLE, Role.OFFICE, Role.SPEAKS) and token.text.lower() not in (
        "prince",
        "king",
        "judge",
        "bo",
    ):
        return False
    return not scene.country_at(i) or token.ent == "PERSON"


def _nouns_before(scene: Scene, first: int, name: int) -> frozenset[str]:
    """Give the titles and nouns for people that stand right before a name."""
    found = []
    i = name - 1
    while i >= first:
        token = scene.sentence.tokens[i]
        if scene.has_role(i, Role.TITLE, Role.OFFICE, Role.SPEAKS, Role.CIVILIANS, Role.MEMBER, Role.FIGHTER):
            found.append(token.text.lower().rstrip("."))
        elif not (token.text in "-.," or token.pos in ("ADJ", "PROPN", "NOUN")) or (
            not found and token.text not in "-."
        ):
            break
        i -= 1
    return frozenset(found)


def _score(scene: Scene, first: int, last: int, titled: bool, phrase: Phrase) -> int:
    """Weigh the signs for (above 0) and against a person."""
    tokens = scene.sentence.tokens
    ents = {tokens[i].ent for i in range(first, last + 1)}
    score = 4 * titled + 3 * ("PERSON" in ents) - ("ORG" in ents) - 2 * bool(ents & {"GPE", "LOC", "FAC", "NORP"})
    score += 2 * (first == last - 1 or first == last - 2) * ("PERSON" in ents)
    if tokens[phrase.first].text.lower() in ("the", "a", "an", "this", "its", "their") and not titled:
        score -= 4
    if scene.has_role(last, Role.BODY, Role.GOVERNMENT, Role.OBJECT) or any(
        scene.has_role(i, Role.BODY) for i in range(first, last)
    ):
        score -= 4
    if tokens[last].text.isupper() and not scene.keys.upper and len(tokens[last].text) > 1:
        score -= 4
    if any(tokens[c].dep == "relcl" for c in scene.sentence.children[last]) and _who(scene, last):
        score += 2
    if last + 1 < len(tokens) and tokens[last + 1].text.lower() in _ALIAS:
        score += 4
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].text == ","
        and (
            scene.has_role(last + 2, Role.CIVILIANS, Role.OFFICE)
            or (tokens[last + 2].text.isdigit() and len(tokens[last + 2].text) == 2)
            or (
                tokens[last + 2].text in ("a", "the", "an")
                and last + 3 < len(tokens)
                and scene.has_role(last + 3, Role.CIVILIANS, Role.OFFICE)
            )
        )
    ):
        score += 3
    above = tokens[tokens[last].head]
    if above.dep == "pobj" and tokens[above.head].text.lower() == "of":
        above = tokens[tokens[above.head].head]
    if tokens[last].dep == "appos" and scene.has_role(above.i, Role.OFFICE, Role.CIVILIANS, Role.SOURCE, Role.SPEAKS):
        score += 4
    plain = all(tokens[i].text.isalpha() and tokens[i].text.istitle() for i in range(first, last + 1))
    if 0 < last - first < 3 and speaks(scene, last) and plain and phrase.first == first:
        score += 2
    if first < last and speaks(scene, last) and not ents & {"ORG", "GPE", "NORP"}:
        score += 1
    return score


def _who(scene: Scene, i: int) -> bool:
    return any(t.text.lower() in ("who", "whom", "whose") for t in scene.sentence.tokens[i + 1 : i + 4])

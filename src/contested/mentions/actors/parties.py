"""Which party one noun phrase denotes: by pronoun, country, name, role or context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contested.mentions.actors.describe import BESIDE_A_NAME, describe
from contested.mentions.actors.organisations import find_organisation, kind_of_name, nouns_of
from contested.mentions.actors.persons import TIMES, find_person, speaks
from contested.mentions.actors.phrases import Phrase, function_of, governor, in_place
from contested.mentions.actors.pronouns import NUMBERS, name_number, name_pronoun
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.spokesmen import body_of_spokesman, press_words
from contested.mentions.actors.tables import CountryWord, Role
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

_AGAINST = frozenset({"against", "by", "with", "between", "to", "of", "and"})

_BLAMED = word_set("accuse blame condemn charge")

_POWERS = word_set(
    """
    refuse send sign designate put list sanction accuse deny reject call condemn discuss keep move ask claim
    blame agree withdraw recall deploy warn announce declare protest expel order reply answer respond insist
    offer propose decide undertake ban outlaw proscribe list recognise recognize
    """
)


def name_phrase(scene: Scene, phrase: Phrase) -> Iterator[Named]:
    token = scene.sentence.tokens[phrase.head]
    if token.tag in ("PRP", "WP", "WDT", "EX") or token.pos == "PRON":
        found = name_pronoun(scene, phrase)
    elif scene.country_at(phrase.head):
        found = _country(scene, phrase)
    elif token.tag == "CD" or token.text.lower() in NUMBERS:
        found = name_number(scene, phrase)
    else:
        found = find_organisation(scene, phrase)
        if not found and not scene.heading and (person := find_person(scene, phrase)):
            yield from _with_office(scene, phrase, person.first)
            full = _full_name(scene, scene.words(person.first, person.last))
            found = Named(
                person.first,
                person.last,
                phrase.head,
                full,
                ActorKind.PERSON,
                "entity",
                "name of a person",
                nouns=person.nouns,
            )
        found = found or describe(scene, phrase) or (None if scene.heading else _entity(scene, phrase))
        found = found and _beside_name(scene, found)
        if found and found.rule == "object":
            yield from _force_before(scene, phrase, found)
        if found and found.rule == BESIDE_A_NAME and (body := body_of_spokesman(scene, phrase) or _body_of_press_officer(scene, phrase)):
            yield body
    if found:
        yield found


def _beside_name(scene: Scene, found: Named) -> Named:
    """Let a group that is described beside its name be the one named: "the Jund al-Barr, a small militia"."""
    if found.kind is not ActorKind.GROUP or found.via != "role" or found.plural:
        return found
    token = scene.sentence.tokens[found.head]
    beside = [token.head] if token.dep == "appos" else [c for c in scene.sentence.children[found.head] if scene.sentence.tokens[c].dep == "appos"]
    for i in beside:
        hit = scene.actor_at(i)
        if hit and hit.value.kind in (ActorKind.GROUP, ActorKind.ORGANISATION):
            actor = hit.value
            return replace(found, name=actor.name, kind=actor.kind, country=actor.country, via="coreference", rule="described beside its name", nouns=found.nouns | nouns_of(actor.name))
    return found


def _force_before(scene: Scene, phrase: Phrase, found: Named) -> Iterator[Named]:
    """Give the force that an object is named by: "the police post"."""
    for i in range(phrase.head - 1, phrase.first - 1, -1):
        if scene.has_role(i, Role.FORCE) and found.members:
            name = found.members[0]
            noun = frozenset({scene.sentence.tokens[i].text.lower()})
            yield Named(i, i, i, name, ActorKind.FORCE, "demonym", "owner of an object", found.country, nouns=noun, plural=True)
            return


def _with_office(scene: Scene, phrase: Phrase, first: int) -> Iterator[Named]:
    """Give the body that a named spokesman speaks for: "SAC spokesman Bo Kyaw"."""
    for i in range(first - 1, phrase.first - 1, -1):
        if scene.has_role(i, Role.SPEAKS):
            part = Phrase(phrase.first, i, i)
            found = describe(scene, part)
            if found and found.kind is not ActorKind.OFFICE:
                yield found
            return
        if body := _body_of_press_officer(scene, Phrase(phrase.first, i, i)):
            yield body
            return


def _body_of_press_officer(scene: Scene, phrase: Phrase) -> Named | None:
    """Give the body of "the Police Public Relations Officer"; its words end before those for the press."""
    before = press_words(scene, phrase)
    if before is None or scene.actor_at(before):
        return None
    part = Phrase(phrase.first, before, before)
    return find_organisation(scene, part) or describe(scene, part)


def _full_name(scene: Scene, name: str) -> str:
    """Take up a longer name of a person by its last part."""
    return scene.discourse.full_name(name)


def _country(scene: Scene, phrase: Phrase) -> Named | None:
    """A country acts by its government; its capital only where it speaks or decides; its people are civilians."""
    hit = scene.country_at(phrase.head)
    assert hit is not None
    sentence, country = scene.sentence, hit.country
    token = sentence.tokens[phrase.head]
    role = function_of(sentence, phrase.head)
    if hit.word is CountryWord.DEMONYM and token.text.lower() not in (country.name.lower(),):
        plural = (token.text.endswith("s") and token.tag in ("NNPS", "NNS")) or (
            token.pos == "PROPN" and token.text.endswith("s")
        )
        return (
            Named(
                phrase.first,
                phrase.head,
                phrase.head,
                token.text,
                ActorKind.CIVILIANS,
                "demonym",
                country.where,
                country.iso,
                plural=plural,
            )
            if token.pos != "ADJ"
            else None
        )
    verb = sentence.tokens[governor(sentence, phrase.head)]
    if hit.word is CountryWord.CAPITAL:
        acts = role == "nsubj" and (verb.lemma.lower() in _POWERS or speaks(scene, phrase.head))
        acts = acts or (role == "dobj" and verb.lemma.lower() in _BLAMED)
        return (
            Named(
                phrase.first,
                phrase.head,
                phrase.head,
                country.name,
                ActorKind.GOVERNMENT,
                "table",
                country.where,
                country.iso,
            )
            if acts
            else None
        )
    if role in ("nsubj", "nsubjpass", "dobj", "poss", "agent") or (role == "pobj" and verb.text.lower() in _AGAINST):
        if role in ("poss",) or (verb.text.lower() in ("of", "to") and sentence.tokens[verb.head].pos == "NOUN"):
            return None
        return Named(
            phrase.first,
            phrase.head,
            phrase.head,
            country.name,
            ActorKind.GOVERNMENT,
            "table",
            country.where,
            country.iso,
        )
    return None


def _is_known_subject(scene: Scene, i: int) -> bool:
    """Is it a person told of before whom the parser took into a date: "On 30 April Noor declared"?"""
    token = scene.sentence.tokens[i]
    return token.dep in ("nsubj", "nsubjpass") and _full_name(scene, token.text) != token.text


def _entity(scene: Scene, phrase: Phrase) -> Named | None:
    """A capitalised name that nothing else explains: a body where the parser or its verb says so."""
    tokens = scene.sentence.tokens
    token = tokens[phrase.head]
    if (
        token.text in scene.place_words
        or in_place(scene.sentence, phrase.head)
        or phrase.head in scene.place_tokens
        or (token.ent in TIMES and not _is_known_subject(scene, token.i))
    ):
        return None
    if token.pos != "PROPN" or not token.text[0].isupper() or (scene.keys.upper and token.ent != "ORG"):
        return None
    known = _full_name(scene, token.text)
    if known != token.text:
        return Named(
            phrase.head, phrase.head, phrase.head, known, ActorKind.PERSON, "coreference", "last part of a name"
        )
    first = phrase.first
    while first < phrase.head and (not tokens[first].text[0].isupper() or tokens[first].pos == "DET"):
        first += 1
    if token.ent == "ORG" or (token.ent in ("", "PRODUCT", "WORK_OF_ART", "NORP") and speaks(scene, phrase.head)):
        name = scene.words(first, phrase.head)
        return Named(
            first,
            phrase.head,
            phrase.head,
            name,
            kind_of_name(name),
            "entity",
            "name of a body by its context",
            nouns=nouns_of(name),
        )
    if token.ent == "NORP" and token.text.endswith("s"):
        return Named(
            first,
            phrase.head,
            phrase.head,
            scene.words(first, phrase.head),
            ActorKind.CIVILIANS,
            "entity",
            "people of a community",
            plural=True,
        )
    return None

"""Whom a pronoun means: by who was told of before, by who tells, by what was done to it."""

from __future__ import annotations

from dataclasses import replace

from contested.mentions.actors.discourse import Spoken
from contested.mentions.actors.organisations import nouns_of
from contested.mentions.actors.phrases import Phrase, function_of
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

_HUMAN = frozenset({"he", "she", "him", "her"})
_MANY = frozenset({"they", "them"})
_DULL = word_set(
    """
    seem appear rain be think expect learn know believe understand take
    """
)

_SUFFERED = word_set("abduct kidnap seize take free release kill wound injure torture rape execute behead detain hold rescue evacuate let")
_ACCOUNTS = word_set("version account claim statement communique communiqué message position report answer reply line story")
_HARMED = word_set("shoot stab beat bomb attack ambush hit strike target arrest hang murder assassinate torture burn stone drag carry whip flog")
_KIN = word_set("brother sister father mother wife husband son daughter uncle aunt cousin nephew niece family relative relatives widow lawyer friend colleague")
_MANY_KINDS = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.CIVILIANS, ActorKind.ORGANISATION})
NUMBERS = frozenset({"more", "others", "hundreds", "dozens", "scores", "several", "many"})
_DEEDS = word_set("responsibility attack killing bombing assassination ambush murder shooting blast explosion raid abduction")
_BANNED = word_set("designate outlaw ban proscribe list blacklist sanction dissolve disband")


def name_pronoun(scene: Scene, phrase: Phrase) -> Named | None:
    """Name the party that a pronoun means; None where it means none, or nobody told of before fits."""
    token = scene.sentence.tokens[phrase.head]
    word, n = token.text.lower(), scene.sentence.index
    if word in ("we", "us") and scene.document.issuer:
        return Named(
            phrase.head,
            phrase.head,
            phrase.head,
            scene.document.issuer,
            ActorKind.FORCE,
            "coreference",
            "the document's issuer",
            plural=True,
        )
    if function_of(scene.sentence, phrase.head) == "dobj":
        return _suffering(scene, phrase, word)
    if function_of(scene.sentence, phrase.head) not in ("nsubj", "nsubjpass"):
        return None
    verb = scene.sentence.tokens[token.head]
    if word == "it" and (
        verb.lemma.lower() in _DULL
        and any(
            scene.sentence.tokens[c].dep in ("ccomp", "xcomp", "advcl", "acomp")
            for c in scene.sentence.children[verb.i]
        )
    ):
        return None
    if word in ("it", "they") and (teller := _teller(scene, token.head)):
        return replace(teller, first=phrase.head, last=phrase.head, head=phrase.head, rule=f"'{word}'", via="coreference")
    discourse = scene.discourse
    if word == "it" and verb.lemma.lower() == "claim" and (group := discourse.group(n)) and any(_is_deed(scene, c) for c in scene.sentence.children[verb.i]):
        return Named(phrase.head, phrase.head, phrase.head, group.name, group.kind, "coreference", "'it'", group.country, nouns=group.nouns, plural=group.plural)
    suffered = function_of(scene.sentence, phrase.head) == "nsubjpass" and verb.lemma.lower() in _SUFFERED
    spoken = (
        discourse.person(n)
        if word in _HUMAN
        else (discourse.victims(n) if suffered else None) or discourse.people(n)
        if word in _MANY
        else discourse.party(n)
        if word == "it"
        else None
    )
    if not spoken:
        return None
    return Named(
        phrase.head,
        phrase.head,
        phrase.head,
        spoken.name,
        spoken.kind,
        "coreference",
        f"'{word}'",
        spoken.country,
        nouns=spoken.nouns,
        plural=spoken.plural,
    )


def name_number(scene: Scene, phrase: Phrase) -> Named | None:
    """Name whose people a bare number counts: "two soldiers were killed and seven more were captured"."""
    token = scene.sentence.tokens[phrase.head]
    verb = scene.sentence.tokens[token.head]
    if function_of(scene.sentence, phrase.head) not in ("nsubjpass", "dobj") or verb.lemma.lower() not in _SUFFERED | _HARMED | {"capture"}:
        return None
    if any(scene.sentence.tokens[c].dep == "prep" for c in scene.sentence.children[phrase.head]):
        return None
    told = [f for f in scene.found if f.head < phrase.head and f.plural and f.kind in _MANY_KINDS and f.rule != "object" and f.head in _hit_here(scene)]
    if not told:
        return None
    head, whole = phrase.head, told[-1]
    return Named(head, head, head, whole.name, whole.kind, "coreference", "a number of those named before", whole.country, nouns=whole.nouns, plural=True)


def _hit_here(scene: Scene) -> frozenset[int]:
    """Give the tokens to which something is done in the sentence."""
    return frozenset(t.i for t in scene.sentence.tokens if function_of(scene.sentence, t.i) in ("nsubjpass", "dobj"))


def _is_deed(scene: Scene, i: int) -> bool:
    """Is it what armed groups claim: responsibility, an attack, a killing?"""
    token = scene.sentence.tokens[i]
    return token.dep == "dobj" and token.lemma.lower() in _DEEDS


def _suffering(scene: Scene, phrase: Phrase, word: str) -> Named | None:
    """Name whom "him", "her", "them" or "it" means as the object of a deed: "took him", "outlawed it"."""
    tokens, n = scene.sentence.tokens, scene.sentence.index
    verb = tokens[phrase.head].head
    lemma = tokens[verb].lemma.lower()
    spoken = None
    if word in ("him", "her") and lemma in _SUFFERED | _HARMED:
        spoken = _of_kin(scene, verb) or scene.discourse.person(n)
    elif word == "them" and lemma in _SUFFERED | _HARMED:
        spoken = scene.discourse.victims(n) or scene.discourse.people(n)
    elif word == "it" and lemma in _BANNED:
        spoken = scene.discourse.main or scene.discourse.group(n)
    doers = {j for j in scene.sentence.children[verb] if tokens[j].dep == "nsubj"}
    if spoken is None or any(f.name == spoken.name for f in scene.found if f.head in doers):
        return None
    head = phrase.head
    return Named(head, head, head, spoken.name, spoken.kind, "coreference", f"'{word}'", spoken.country, nouns=spoken.nouns, plural=spoken.plural)


def _of_kin(scene: Scene, verb: int) -> Spoken | None:
    """Find whose brother tells what was done to "him": "Ali Noor's brother says that masked men took him"."""
    tokens = scene.sentence.tokens
    if tokens[verb].dep != "ccomp":
        return None
    for teller in scene.sentence.children[tokens[verb].head]:
        if tokens[teller].dep != "nsubj" or tokens[teller].lemma.lower() not in _KIN:
            continue
        for whose in scene.sentence.children[teller]:
            if tokens[whose].dep == "poss" and tokens[whose].pos == "PROPN":
                first = min(scene.sentence.subtree(whose))
                name = scene.discourse.full_name(scene.words(first, whose))
                return Spoken(name, ActorKind.PERSON, None, scene.sentence.index, False, False, nouns_of(name), True)
    return None


def _teller(scene: Scene, verb: int) -> Named | None:
    """Name whose account holds a clause: "Karo's version is that it struck", "the army's statement said it lost"."""
    tokens = scene.sentence.tokens
    if tokens[verb].dep != "ccomp":
        return None
    for subject in scene.sentence.children[tokens[verb].head]:
        if tokens[subject].dep != "nsubj" or tokens[subject].lemma.lower() not in _ACCOUNTS:
            continue
        for child in scene.sentence.children[subject]:
            if tokens[child].dep != "poss":
                continue
            if hit := scene.country_at(child):
                return Named(child, child, child, hit.country.name, ActorKind.GOVERNMENT, "table", hit.country.where, hit.country.iso)
            if body := scene.actor_at(child):
                return Named(child, child, child, body.value.name, body.value.kind, "table", body.value.where, body.value.country)
    return None

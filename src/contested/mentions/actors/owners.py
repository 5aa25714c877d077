"""Whose people or things a phrase tells of: "HTS units", "members of the group", "a post belonging to the army"."""

from __future__ import annotations

from dataclasses import dataclass

from contested.mentions.actors.naming import force_of, of_country
from contested.mentions.actors.organisations import find_organisation
from contested.mentions.actors.phrases import Phrase, left_edge, linked
from contested.mentions.actors.scene import Scene
from contested.mentions.actors.tables import Role
from contested.mentions.actors.words import word_set
from contested.model.vocabulary import ActorKind

_LOYAL = word_set(
    """
    backed affiliated led linked aligned supported trained funded allied sponsored controlled held born
    based
    """
)
_POSSESSING = word_set(
    """
    belong control hold man operate run own staff use associate affiliate
    """
)
_OF_TROOPS = word_set(
    """
    base camp outpost garrison warship airbase barracks patrol convoy frigate destroyer
    position post checkpoint trench bunker battery dugout emplacement
    """
)
_NAMING = frozenset({"know", "call", "name", "dub"})
_OF = frozenset({"of", "from", "in", "for", "with"})


HIS_PEOPLE = "the people of a leader"
_FOLLOWERS = word_set("men fighters forces troops followers soldiers militiamen guerrillas rebels column group faction")
SEVERAL = frozenset(
    {"parties", "groups", "organisations", "organizations", "movements", "factions", "alliances", "sides"}
)
UNNAMED = frozenset({"terrorists", "alliance", "coalition", "party", "network", "clan"})


@dataclass(frozen=True, slots=True)
class Owner:
    """The party that people or things belong to."""

    name: str
    kind: ActorKind
    country: str | None
    rule: str
    via: str = "table"


def find_owner(scene: Scene, phrase: Phrase) -> Owner | None:
    """Decide which party a phrase belongs to: by the words before its head, by "of", by a participle, by a possessor."""
    return _by_participle(scene, phrase) or _before(scene, phrase) or _after(scene, phrase) or _possessor(scene, phrase)


def loyal_only(scene: Scene, last: int) -> bool:
    """Is a name only the patron of the phrase ("Turkish-backed militias", "pro-government", "former")?"""
    tokens = scene.sentence.tokens
    after = [t.text.lower() for t in tokens[last + 1 : last + 3]]
    return bool(after) and (after[0] in _LOYAL or (after[0] == "-" and after[-1] in _LOYAL))


def phrase_country(scene: Scene, phrase: Phrase) -> str | None:
    """Give the country that a phrase itself names: "Malian soldiers", "the army of Mali", "Mali's army"."""
    for hit in reversed(scene.countries):
        if phrase.first <= hit.first and hit.last <= phrase.head and not loyal_only(scene, hit.last):
            return scene.chosen(hit).country.iso
    for j in linked(scene.sentence, phrase.head, frozenset({"of"})):
        if found := scene.country_at(j):
            return found.country.iso
    return None


def state_force(scene: Scene, phrase: Phrase, branch: str) -> Owner | None:
    """Name the force of the phrase's country, or of the country near, for a branch."""
    iso = phrase_country(scene, phrase) or _subject_country(scene, phrase.head) or scene.near
    if not iso:
        return None
    row = force_of(scene.tables, iso, branch, scene.day)
    return Owner(scene.shown.get(row.where, row.name), ActorKind.FORCE, iso, row.where, "demonym")


def _subject_country(scene: Scene, i: int) -> str | None:
    """Give the country that is the subject of the clause ("Chad keeps troops there")."""
    above = scene.sentence.tokens[i].head
    if scene.sentence.tokens[i].dep != "dobj":
        return None
    for child in scene.sentence.children[above]:
        token = scene.sentence.tokens[child]
        if token.dep == "nsubj":
            if token.tag == "WDT" and scene.sentence.tokens[above].dep == "relcl":
                child = scene.sentence.tokens[above].head
            hit = scene.country_at(child)
            return hit.country.iso if hit else None
    return None


def party_at(scene: Scene, i: int) -> Owner | None:
    """Name the party that a noun denotes, if it is one: a name, a force, "the group", a pronoun."""
    if hit := scene.actor_at(i):
        return Owner(hit.value.name, hit.value.kind, hit.value.country, hit.value.where)
    token = scene.sentence.tokens[i]
    phrase = Phrase(left_edge(scene.sentence, i), i, i)
    role = scene.role(i)
    if organisation := find_organisation(scene, phrase):
        return Owner(organisation.name, organisation.kind, organisation.country, organisation.rule, organisation.via)
    if role and role.has(Role.FORCE):
        return state_force(scene, phrase, role.branch(Role.FORCE))
    if (
        role
        and role.has(Role.GROUP)
        and phrase.first < i
        and scene.sentence.tokens[phrase.first].text.lower() in ("the", "this")
    ):
        return _called(scene, phrase) or _spoken(scene, token.text)
    if role and token.text.lower() in ("ministry", "government", "authorities", "regime"):
        iso = phrase_country(scene, phrase) or scene.near
        first = i if scene.sentence.tokens[phrase.first].dep != "det" else phrase.first + 1
        return Owner(
            of_country(scene.tables, iso, scene.words(min(first, i), i)),
            ActorKind.GOVERNMENT,
            iso,
            "government of a country",
            "syntax",
        )
    return None


def _called(scene: Scene, phrase: Phrase) -> Owner | None:
    """Name the group whose name stands before the word for it: "the Kan Daji vigilante group"."""
    named = [t.i for t in scene.sentence.tokens[phrase.first : phrase.head] if t.pos == "PROPN" and t.text[0].isupper() and not scene.country_at(t.i)]
    if not named or named[0] in scene.place_tokens or scene.keys.upper:
        return None
    last = max(i for i in range(named[0], named[-1] + 1) if i in named)
    return Owner(scene.words(named[0], last), ActorKind.GROUP, None, "name before the word for a group", "syntax")


def _spoken(scene: Scene, noun: str) -> Owner | None:
    n = scene.sentence.index
    loose = noun.lower() in SEVERAL or noun.lower() in UNNAMED
    spoken = scene.discourse.by_noun(noun, n) or (None if loose else scene.discourse.group(n))
    return (
        Owner(spoken.name, spoken.kind, spoken.country, f"'the {noun.lower()}' named before", "coreference")
        if spoken
        else None
    )


def _before(scene: Scene, phrase: Phrase) -> Owner | None:
    if phrase.first >= phrase.head:
        return None
    hit = scene.actor_within(phrase.first, phrase.head - 1)
    if hit and not loyal_only(scene, hit.last):
        return Owner(hit.value.name, hit.value.kind, hit.value.country, hit.value.where)
    for i in range(phrase.head - 1, phrase.first - 1, -1):
        role = scene.role(i)
        if role and role.has(Role.FORCE) and scene.sentence.tokens[i].dep != "poss":
            return state_force(scene, phrase, role.branch(Role.FORCE))
        if role and role.has(Role.BODY) and scene.sentence.tokens[i].text[0].isupper() and scene.sentence.tokens[i].dep != "poss":
            body = scene.discourse.by_noun(scene.sentence.tokens[i].text, scene.sentence.index)
            if body:
                return Owner(body.name, body.kind, body.country, "body named before", "coreference")
        if role and scene.sentence.tokens[i].text.lower() == "ministry":
            iso = phrase_country(scene, phrase) or scene.near
            first = i - 1 if i > phrase.first and scene.sentence.tokens[i - 1].dep != "det" else i
            return Owner(
                of_country(scene.tables, iso, scene.words(first, i)),
                ActorKind.GOVERNMENT,
                iso,
                "ministry of a country",
                "syntax",
            )
    if scene.sentence.tokens[phrase.head].lemma.lower() in _OF_TROOPS and phrase_country(scene, phrase):
        return state_force(scene, phrase, "military")
    return None


def _after(scene: Scene, phrase: Phrase) -> Owner | None:
    sentence = scene.sentence
    for j in linked(sentence, phrase.head, _OF):
        if found := _known_as(scene, j) or party_at(scene, j):
            return found
    return None


def _known_as(scene: Scene, i: int) -> Owner | None:
    """Name the group in "men of the gang known as Los Grises"."""
    sentence = scene.sentence
    marks = [c for c in sentence.children[i] if sentence.tokens[c].dep == "acl" and sentence.tokens[c].lemma in _NAMING]
    if not marks or not scene.has_role(i, Role.GROUP, Role.BODY):
        return None
    last = max(sentence.subtree(marks[0]))
    hit = next((h for h in scene.actors if marks[0] < h.first <= last), None)
    return Owner(hit.value.name, ActorKind.GROUP, hit.value.country, hit.value.where) if hit else None


def _by_participle(scene: Scene, phrase: Phrase) -> Owner | None:
    """Find who holds it by a participle, which tells more than an adjective: "a military vehicle belonging to X"."""
    sentence = scene.sentence
    for child in sentence.children[phrase.head]:
        token = sentence.tokens[child]
        if token.dep == "acl" and token.lemma.lower() in _POSSESSING:
            for below in sentence.children[child]:
                if sentence.tokens[below].dep in ("prep", "agent"):
                    for noun in sentence.children[below]:
                        if found := party_at(scene, noun):
                            return found
    return None


def _possessor(scene: Scene, phrase: Phrase) -> Owner | None:
    for child in scene.sentence.children[phrase.head]:
        token = scene.sentence.tokens[child]
        if token.dep != "poss":
            continue
        if token.tag == "PRP$":
            n = scene.sentence.index
            word = token.text.lower()
            if word in ("our", "my"):
                return (
                    Owner(scene.document.issuer, ActorKind.FORCE, None, "the document's issuer", "coreference")
                    if scene.document.issuer
                    else None
                )
            if word in ("his", "her") and scene.sentence.tokens[phrase.head].text.lower() in _FOLLOWERS:
                leader = scene.discourse.person(n)
                return Owner(leader.name, leader.kind, leader.country, HIS_PEOPLE, "coreference") if leader and leader.kind is ActorKind.PERSON else None
            spoken = (
                scene.discourse.people(n) if word == "their" else scene.discourse.party(n) if word == "its" else None
            )
            if word in ("its", "their") and not (spoken and spoken.known):
                spoken = scene.discourse.main
            return (
                Owner(spoken.name, spoken.kind, spoken.country, f"'{word}'", "coreference")
                if spoken and spoken.known
                else None
            )
        return party_at(scene, child)
    return None

"""Sentences -> the bodies, groups and persons that their noun phrases denote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.mentions.actors.context import document_period, find_countries, plain_keys
from contested.mentions.actors.describe import describe
from contested.mentions.actors.discourse import Discourse, Spoken
from contested.mentions.actors.display import display_names
from contested.mentions.actors.learning import LearnedNames, learn_names
from contested.mentions.actors.name_index import Hit, SentenceKeys
from contested.mentions.actors.organisations import find_organisation, kind_of_name, nouns_of
from contested.mentions.actors.persons import TIMES, find_person, speaks
from contested.mentions.actors.phrases import Phrase, find_phrases, find_place_words, function_of, governor, in_place
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.tables import Actor, ActorTables, CountryWord, Role
from contested.model.documents import BlockKind
from contested.model.mentions import ActorMention, PlaceMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import ActorKind

_AGAINST = frozenset({"against", "by", "with", "between", "to", "of", "and"})
_HUMAN = frozenset({"he", "she", "him", "her"})
_MANY = frozenset({"they", "them"})
_DULL = frozenset({"seem", "appear", "rain", "be", "think", "expect", "learn", "know", "believe", "understand", "take"})
_POWERS = frozenset(
    [
        "refuse",
        "send",
        "sign",
        "designate",
        "put",
        "list",
        "sanction",
        "accuse",
        "deny",
        "reject",
        "call",
        "condemn",
        "discuss",
        "keep",
        "move",
        "ask",
        "claim",
        "blame",
        "agree",
        "withdraw",
        "recall",
        "deploy",
        "warn",
        "announce",
        "declare",
        "protest",
        "expel",
        "order",
        "reply",
        "answer",
        "respond",
        "insist",
        "offer",
        "propose",
        "decide",
        "undertake",
    ]
)


def find_actors(
    analysis: Analysis, tables: ActorTables, places: Sequence[PlaceMention] = ()
) -> tuple[ActorMention, ...]:
    """Find every mention of a body, group or person, resolved to its fullest name, in the order of the text.

    Args: places: the document's places, if found already; they tell which country's police or army is meant.
    """
    learned = learn_names(analysis.document, tables)
    keys = [SentenceKeys.of(s.tokens) for s in analysis.sentences]
    countries = find_countries(analysis, keys, tables, places)
    actors = display_names(
        [_named_actors(k, tables, learned) for k in keys], keys, _elsewhere(analysis, tables, learned)
    )
    located: dict[int, list[PlaceMention]] = {}
    for place in places:
        located.setdefault(place.sentence, []).append(place)
    shown = {h.value.where: h.value.name for hits in actors for h in hits if h.value.kind is ActorKind.FORCE}
    place_words = find_place_words(analysis.sentences)
    discourse = Discourse(_main(analysis, learned, actors))
    day = document_period(analysis.document)
    mentions: list[ActorMention] = []
    for n, sentence in enumerate(analysis.sentences):
        scene = Scene(
            sentence,
            keys[n],
            tables,
            analysis.document,
            discourse,
            countries.near[n],
            day,
            actors[n],
            countries.hits[n],
            list(find_phrases(sentence)),
            place_words,
            shown,
            _within(sentence, located.get(n, ())),
            countries.fixed[n],
        )
        for named in _name_all(scene):
            mentions.append(_mention(scene, named))
            _remember(scene, named, learned)
    return tuple(mentions)


def _within(sentence: Sentence, places: Sequence[PlaceMention]) -> frozenset[int]:
    return frozenset(t.i for t in sentence.tokens for p in places if p.start <= t.start < p.end)


def _elsewhere(
    analysis: Analysis, tables: ActorTables, learned: LearnedNames
) -> list[tuple[SentenceKeys, list[Hit[Actor]]]]:
    """Find the names in the infobox, which has no sentences."""
    keys = [plain_keys(field.value) for field in analysis.document.infobox]
    return [(k, _named_actors(k, tables, learned)) for k in keys]


def _main(analysis: Analysis, learned: LearnedNames, actors: Sequence[Sequence[Hit[Actor]]]) -> Spoken | None:
    """Give the actor that the document is about: that of its infobox, or the only group that its title names."""
    main = learned.main
    if not main:
        blocks = analysis.document.blocks
        titled = {
            h.value.name: h.value
            for s, hits in zip(analysis.sentences, actors, strict=True)
            for h in hits
            if blocks[s.block].kind is BlockKind.TITLE and h.value.kind is ActorKind.GROUP
        }
        main = next(iter(titled.values())) if len(titled) == 1 else None
    return Spoken(main.name, main.kind, main.country, 0, True, False, nouns_of(main.name), True) if main else None


def _named_actors(keys: SentenceKeys, tables: ActorTables, learned: LearnedNames) -> list[Hit[Actor]]:
    """Find the names that the document or the tables know; where they overlap, the longer, then the document's."""
    found = [Hit(h.first, h.last, h.value[0]) for h in learned.index.find(keys)]
    for hit in tables.names.find(keys):
        rivals = [h for h in found if h.first <= hit.last and hit.first <= h.last]
        if all(h.last - h.first < hit.last - hit.first for h in rivals):
            found = [h for h in found if h not in rivals]
            found.append(Hit(hit.first, hit.last, hit.value[0]))
    return sorted(found, key=lambda h: h.first)


def _name_all(scene: Scene) -> Iterator[Named]:
    """Name the parties of a sentence by the order of their heads; each word of a name serves once."""
    taken: list[tuple[int, int]] = []
    units: list[tuple[int, Phrase | Hit[Actor]]] = [(_top(scene, h), h) for h in scene.actors]
    inside = {i for h in scene.actors for i in range(h.first, h.last + 1)}
    units += [(p.head, p) for p in scene.phrases if p.head not in inside]
    owned = _owners_inside(scene, inside)
    for _, unit in sorted(units, key=lambda u: u[0]):
        if isinstance(unit, Hit):
            if unit.first not in owned:
                yield _from_hit(scene, unit)
            continue
        if any(first <= unit.head <= last for first, last in taken):
            continue
        for named in _name_phrase(scene, unit):
            taken.append((named.first, named.last))
            yield named


def _owners_inside(scene: Scene, inside: set[int]) -> frozenset[int]:
    """Give the names that a phrase for its people takes over: "HTS units" is one mention of HTS."""
    found = set()
    for phrase in scene.phrases:
        if (
            phrase.head not in inside
            and scene.has_role(phrase.head, Role.UNIT, Role.MEMBER, Role.FIGHTER, Role.SPEAKS)
            and not scene.has_role(phrase.head, Role.OBJECT)
        ):
            hit = scene.actor_within(phrase.first, phrase.head - 1)
            if hit and scene.sentence.tokens[_top(scene, hit)].dep in ("compound", "nmod", "amod"):
                found.add(hit.first)
    return frozenset(found)


def _top(scene: Scene, hit: Hit[Actor]) -> int:
    """Give the token of a name that the rest of the name depends on."""
    tokens = scene.sentence.tokens
    return next(
        (
            i
            for i in range(hit.first, hit.last + 1)
            if not hit.first <= tokens[i].head <= hit.last or tokens[i].head == i
        ),
        hit.last,
    )


def _from_hit(scene: Scene, hit: Hit[Actor]) -> Named:
    actor = hit.value
    via = "document" if actor.where in ("document", "infobox") else "table"
    if via == "document" and scene.words(hit.first, hit.last).casefold() != actor.name.casefold():
        via = "abbreviation"
    return Named(
        hit.first,
        hit.last,
        _top(scene, hit),
        actor.name,
        actor.kind,
        via,
        actor.where,
        actor.country,
        nouns=nouns_of(actor.name),
    )


def _name_phrase(scene: Scene, phrase: Phrase) -> Iterator[Named]:
    token = scene.sentence.tokens[phrase.head]
    if token.tag in ("PRP", "WP", "WDT", "EX") or token.pos == "PRON":
        found = _pronoun(scene, phrase)
    elif scene.country_at(phrase.head):
        found = _country(scene, phrase)
    else:
        found = find_organisation(scene, phrase)
        if not found and (person := find_person(scene, phrase)):
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
        found = found or describe(scene, phrase) or _entity(scene, phrase)
    if found:
        yield found


def _with_office(scene: Scene, phrase: Phrase, first: int) -> Iterator[Named]:
    """Give the body that a named spokesman speaks for: "SAC spokesman Bo Kyaw"."""
    for i in range(first - 1, phrase.first - 1, -1):
        if scene.has_role(i, Role.SPEAKS):
            part = Phrase(phrase.first, i, i)
            found = describe(scene, part)
            if found and found.kind is not ActorKind.OFFICE:
                yield found
            return


def _full_name(scene: Scene, name: str) -> str:
    """Take up a longer name of a person by its last part."""
    key = nouns_of(name)
    for spoken in reversed(scene.discourse.said):
        if spoken.kind is ActorKind.PERSON and len(spoken.name) > len(name) and key <= nouns_of(spoken.name):
            return spoken.name
    return name


def _pronoun(scene: Scene, phrase: Phrase) -> Named | None:
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
    discourse = scene.discourse
    spoken = (
        discourse.person(n)
        if word in _HUMAN
        else discourse.people(n)
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
        return (
            Named(
                phrase.first,
                phrase.head,
                phrase.head,
                f"{country.demonym} government",
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


def _entity(scene: Scene, phrase: Phrase) -> Named | None:
    """A capitalised name that nothing else explains: a body where the parser or its verb says so."""
    tokens = scene.sentence.tokens
    token = tokens[phrase.head]
    if (
        token.text in scene.place_words
        or in_place(scene.sentence, phrase.head)
        or phrase.head in scene.place_tokens
        or token.ent in TIMES
    ):
        return None
    if token.pos != "PROPN" or not token.text[0].isupper() or (scene.keys.upper and token.ent != "ORG"):
        return None
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


def _mention(scene: Scene, named: Named) -> ActorMention:
    tokens = scene.sentence.tokens
    start, end = tokens[named.first].start, tokens[named.last].end
    return ActorMention(
        scene.sentence.index,
        start,
        end,
        scene.document.text[start:end],
        named.head,
        named.rule,
        named.name,
        named.kind,
        named.via,
        named.country,
        named.members,
    )


def _remember(scene: Scene, named: Named, learned: LearnedNames) -> None:
    """Keep what was named for later sentences; a body named by its words can be named again by them."""
    if named.rule == "object":
        return
    subject = function_of(scene.sentence, named.head) in ("nsubj", "nsubjpass") or (
        named.via == "role" and named.kind is not ActorKind.PERSON
    )
    known = named.kind is not ActorKind.GROUP or named.via not in ("role",)
    scene.discourse.add(
        Spoken(named.name, named.kind, named.country, scene.sentence.index, subject, named.plural, named.nouns, known)
    )
    if (
        named.via == "syntax"
        and named.kind in (ActorKind.GROUP, ActorKind.ORGANISATION)
        and " " in named.name
        and named.name[0].isupper()
    ):
        learned.index.add(named.name, Actor(named.name, named.kind, country=named.country, where="document"))

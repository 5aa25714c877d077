"""Sentences -> the bodies, groups and persons that their noun phrases denote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from contested.mentions.actors.arms import BY_ARMS, forces_by_arms
from contested.mentions.actors.context import document_period, find_countries, plain_keys
from contested.mentions.actors.discourse import Discourse, Spoken
from contested.mentions.actors.display import display_names
from contested.mentions.actors.learning import LearnedNames, learn_names
from contested.mentions.actors.name_index import Hit, SentenceKeys
from contested.mentions.actors.organisations import nouns_of
from contested.mentions.actors.parties import name_phrase
from contested.mentions.actors.phrases import Phrase, find_phrases, find_place_words, function_of
from contested.mentions.actors.scene import Named, Scene
from contested.mentions.actors.tables import Actor, ActorTables, Role
from contested.model.documents import BlockKind
from contested.model.mentions import ActorMention, PlaceMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import ActorKind

_SHORT = 3


def find_actors(
    analysis: Analysis, tables: ActorTables, places: Sequence[PlaceMention] = ()
) -> tuple[ActorMention, ...]:
    """Find every mention of a body, group or person, resolved to its fullest name, in the order of the text.

    Args: places: the document's places, if found already; they tell which country's police or army is meant.
    """
    learned = learn_names(analysis.document, tables)
    keys = [SentenceKeys.of(s.tokens) for s in analysis.sentences]
    countries = find_countries(analysis, keys, tables, places)
    day = document_period(analysis.document)
    named = frozenset(v.country.iso for hits in countries.hits for h in hits for v in h.value) | {
        p.country for p in places if p.country
    }
    actors = display_names(
        [_named_actors(k, tables, learned, named, day) for k in keys],
        keys,
        _elsewhere(analysis, tables, learned, named, day),
    )
    located: dict[int, list[PlaceMention]] = {}
    for place in places:
        located.setdefault(place.sentence, []).append(place)
    shown = {h.value.where: h.value.name for hits in actors for h in hits if h.value.kind is ActorKind.FORCE}
    place_words = find_place_words(analysis.sentences)
    discourse = Discourse(_main(analysis, learned, actors))
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
            analysis.document.blocks[sentence.block].kind is BlockKind.HEADING and sentence.text.isupper(),
        )
        for found in _name_all(scene):
            scene.found.append(found)
            mentions.append(_mention(scene, found))
            _remember(scene, found, learned)
    return tuple(mentions)


def _within(sentence: Sentence, places: Sequence[PlaceMention]) -> frozenset[int]:
    return frozenset(t.i for t in sentence.tokens for p in places if p.start <= t.start < p.end)


def _elsewhere(
    analysis: Analysis, tables: ActorTables, learned: LearnedNames, named: frozenset[str], day: date | None
) -> list[tuple[SentenceKeys, list[Hit[Actor]]]]:
    """Find the names in the infobox, which has no sentences."""
    keys = [plain_keys(field.value) for field in analysis.document.infobox]
    return [(k, _named_actors(k, tables, learned, named, day)) for k in keys]


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


def _choose(hit: Hit[list[Actor]], keys: SentenceKeys, named: frozenset[str], day: date | None) -> Actor | None:
    """Choose among the rows that one name can mean: those of countries in the text, then those of its time.

    Three letters that stand for a body of a country are no name of it in a text that names only other countries.
    """
    word = keys.tokens[hit.last].text
    near = [a for a in hit.value if a.country is None or a.country in named]
    if (
        named
        and not near
        and hit.first == hit.last
        and len(word) <= _SHORT
        and all(word in a.abbreviations for a in hit.value)
    ):
        return None
    rows = near or hit.value
    return next((a for a in rows if a.active(day)), rows[0])


def _named_actors(
    keys: SentenceKeys, tables: ActorTables, learned: LearnedNames, named: frozenset[str], day: date | None
) -> list[Hit[Actor]]:
    """Find the names that the document or the tables know; where they overlap, the longer, then the document's."""
    found = [Hit(h.first, h.last, h.value[0]) for h in learned.index.find(keys)]
    for hit in tables.names.find(keys):
        rivals = [h for h in found if h.first <= hit.last and hit.first <= h.last]
        if all(h.last - h.first < hit.last - hit.first for h in rivals):
            found = [h for h in found if h not in rivals]
            if actor := _choose(hit, keys, named, day):
                found.append(Hit(hit.first, hit.last, actor))
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
        for named in name_phrase(scene, unit):
            taken.append((named.first, named.last))
            yield named
    for named in forces_by_arms(scene):
        if not any(first <= named.head <= last for first, last in taken):
            yield named


def _owners_inside(scene: Scene, inside: set[int]) -> frozenset[int]:
    """Give the names that a phrase for its people takes over: "HTS units" is one mention of HTS."""
    found = set()
    for phrase in scene.phrases:
        if (
            phrase.head not in inside
            and scene.has_role(phrase.head, Role.UNIT, Role.MEMBER, Role.FIGHTER, Role.SPEAKS)
            and not scene.has_role(phrase.head, Role.OBJECT)
            and not any(scene.sentence.tokens[c].dep == "appos" and scene.sentence.tokens[c].pos == "PROPN" for c in scene.sentence.children[phrase.head])
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
        nouns=nouns_of(actor.name) | nouns_of(scene.words(hit.first, hit.last)),
    )


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
    if named.rule in ("object", BY_ARMS):
        return
    subject = function_of(scene.sentence, named.head) in ("nsubj", "nsubjpass") or (
        named.via == "role" and named.kind is ActorKind.CIVILIANS and scene.sentence.tokens[named.head].dep != "appos"
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

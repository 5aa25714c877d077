"""Whose position on an event a sentence tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from contested.coding.drafts import Toll, Voice
from contested.coding.roles import Roles
from contested.model.mentions import ActorMention, AttributionMention, CountMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind, Stance

_ABOUT_TOLL = frozenset({"killed", "injured", "missing", "abducted", "captured", "arrested", "displaced"})


_ACCUSED_REACH = 120
CONTINUED = "continued"
_REACH = 8
_SIDES_REACH = 16
_ARMED = frozenset({ActorKind.FORCE, ActorKind.GROUP})
_BODIES = _ARMED | {ActorKind.GOVERNMENT}
_REPRESENTING = frozenset({ActorKind.OFFICE, ActorKind.SOURCE, ActorKind.PERSON})
_SIDES = frozenset({"side", "sides", "each"})
_LEARNED = frozenset({"abbreviation", "document"})
_NEITHER = frozenset({"groups", "parties", "armies", "factions"})
_NOBODY = frozenset({"both", "some", "others", "other", "many", "accounts", "reports", "figures", "two", "them", "all", "men", "who", "one"})
_ACCUSABLE = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.PERSON})


Speaker = tuple[str, ActorMention | None]


def speaker_of(
    mention: AttributionMention, roles: Roles, issuer: ActorMention | None = None,
    actors: Mapping[int, Sequence[ActorMention]] | None = None, capitals: Mapping[str, str] = MappingProxyType({}),
) -> Speaker:
    """Name the party that speaks: by the actor at its words, or else by the words themselves.

    A speaker that is only implied ("Claim.", "It is clarified that") is ``issuer``, whose own words the passage is; one
    named in a neighbouring sentence is looked up in ``actors`` (of the document, by sentence). A capital that speaks
    stands for its state, named by ``capitals``.
    """
    if not mention.speaker:
        return (issuer.name, issuer) if issuer else ("", None)
    actor = roles.actor_at(mention.speaker_head) if mention.speaker_head >= 0 and mention.rule != CONTINUED else None
    if mention.rule == CONTINUED and actors:
        actor = _actor_around(mention, actors)
    if actor is None or actor.kind in _REPRESENTING or '"' in mention.speaker:
        actor = _body_in_title(mention, roles) or actor
    state = capitals.get(mention.speaker)
    if state and (actor is None or actor.kind is ActorKind.GOVERNMENT):
        return (state, replace(actor, name=state) if actor else None)
    return (actor.name, actor) if actor else (mention.speaker, None)


def _body_in_title(mention: AttributionMention, roles: Roles) -> ActorMention | None:
    """Find the body for which "the RSF liaison officer" or "the FRP information team" speaks: its initials open the words."""
    if mention.rule == CONTINUED or not mention.speaker or mention.speaker.isupper():
        return None
    if '"' in mention.speaker and (owner := next(iter(roles.actors_between(mention.speaker_start, mention.speaker_end)), None)):
        return owner if owner.start == mention.speaker_start and owner.kind in _BODIES | {ActorKind.ORGANISATION} else None
    first = mention.speaker.split()[0]
    if len(first) < 2 or not first.isupper():
        return None
    named = (a for a in roles.actors_between(mention.speaker_start, mention.speaker_end) if a.kind in _BODIES)
    return next((a for a in named if a.start == mention.speaker_start and a.text == first), None)


def _actor_around(mention: AttributionMention, actors: Mapping[int, Sequence[ActorMention]]) -> ActorMention | None:
    """Find the actor at the words for a speaker whom a sentence near by names."""
    for n in range(mention.sentence - _REACH, mention.sentence + _REACH + 1):
        around = [a for a in actors.get(n, ()) if (mention.speaker_start <= a.start and a.end <= mention.speaker_end) or a.start <= mention.speaker_start < a.end]
        if around:
            return next((a for a in around if a.head == mention.speaker_head), around[-1])
    return None


def voices_of_mention(
    mention: AttributionMention, speaker: Speaker, roles: Roles, actors: Mapping[int, Sequence[ActorMention]], *, whole: bool
) -> tuple[Voice, ...]:
    """Make the position of an attribution, one for each party that "both sides" means; none where nobody is named."""
    party, actor = speaker
    last = party.casefold().split()[-1] if party else ""
    if last in _SIDES:
        sides = _opposed(mention.sentence, actors)
        return tuple(_voice(mention, a.name, a, tuple(o for o in sides if o is not a), whole=whole) for a in sides)
    if party.casefold() in _NEITHER and (sides := _opposed(mention.sentence, actors)):
        return tuple(_voice(mention, a.name, a, (), whole=whole) for a in sides)
    if not party or last in _NOBODY:
        return ()
    if mention.stance is Stance.REPORTS and (source := _source_of_fire(mention, roles, actor)):
        mention = replace(mention, stance=Stance.ACCUSES, about="responsibility")
        return (_voice(mention, party, actor, (source,), whole=whole),)
    accused = _accused(mention, roles, actor) if mention.stance is Stance.ACCUSES else ()
    others = mention.stance is Stance.REPORTS and mention.rule != CONTINUED and roles.names_doer(mention.scope_start, mention.scope_end)
    return (replace(_voice(mention, party, actor, accused, whole=whole), by_others=others),)


def _opposed(sentence: int, actors: Mapping[int, Sequence[ActorMention]]) -> tuple[ActorMention, ...]:
    """Find the two bodies named last before a sentence, or none where there are not two."""
    found: dict[str, ActorMention] = {}
    for n in range(sentence, max(sentence - _SIDES_REACH, -1), -1):
        for actor in reversed(actors.get(n, ())):
            armed = actor.kind in _ARMED or (actor.kind is ActorKind.ORGANISATION and actor.via in _LEARNED)
            if armed and not actor.name.islower():
                found.setdefault(actor.name, actor)
            if len(found) == 2:
                return tuple(found.values())
    return ()


def _voice(mention: AttributionMention, party: str, actor: ActorMention | None, accused: tuple[ActorMention, ...], *, whole: bool) -> Voice:
    start, end = mention.start, mention.end
    if mention.rule == CONTINUED:
        start, end = mention.scope_start, mention.scope_end
    elif mention.speaker_start >= 0:
        start, end = min(start, mention.speaker_start), max(end, mention.speaker_end)
    return Voice(party, mention.stance, mention.about or "event", start, end, actor, whole, mention.rule, accused if mention.stance is Stance.ACCUSES else ())


def _accused(mention: AttributionMention, roles: Roles, speaker: ActorMention | None) -> tuple[ActorMention, ...]:
    """Find whom "blames X", "accused X of", "attributed it to X", "holds X responsible" names: the first bodies after the cue."""
    first, last = (mention.scope_start, mention.scope_end) if mention.scope_start >= 0 else (mention.end, mention.end + _ACCUSED_REACH)
    named = [a for a in roles.actors_between(min(first, mention.start), max(last, mention.end)) if a.kind in _ACCUSABLE and (speaker is None or a.name != speaker.name)]
    return tuple(a for a in named if a.start >= mention.end)[:1] or tuple(named[:1])


def _source_of_fire(mention: AttributionMention, roles: Roles, speaker: ActorMention | None) -> ActorMention | None:
    """Find the body from which the fire came, by what is said: "it came from an army drone", "the rockets were fired from a town held by X"."""
    if mention.rule == CONTINUED or mention.scope_start < 0:
        return None
    start = roles.origin_of_fire(mention.scope_start, mention.scope_end)
    if start is None:
        return None
    named = (a for a in roles.actors_between(start, mention.scope_end) if a.kind in _BODIES)
    own = {speaker.name} if speaker else set()
    return next((a for a in named if a.name not in own), None)


def covers(mention: AttributionMention, start: int, end: int) -> bool:
    """Does the content of the position hold these words?"""
    return 0 <= mention.scope_start <= start and end <= mention.scope_end


def is_about_toll(mention: AttributionMention) -> bool:
    """Is the position only about a figure?"""
    return mention.about in _ABOUT_TOLL


def toll_of(count: CountMention, speech: Sequence[AttributionMention], roles: Roles, speaker: Callable[[AttributionMention], Speaker]) -> Toll:
    """Find who asserts a figure, and whose people it counts."""
    asserted = next((speaker(m)[0] for m in speech if covers(m, count.start, count.end) and m.stance is not Stance.DENIES), None)
    victim = roles.actor_at(count.of_head) if count.of_head >= 0 else None
    return Toll(count, asserted or None, victim.name if victim else count.of, victim)


def cue_tokens(sentence: Sentence, speech: Sequence[AttributionMention]) -> frozenset[int]:
    """Give the tokens of the cues of attribution in a sentence."""
    return frozenset(m.head for m in speech if m.head >= 0)

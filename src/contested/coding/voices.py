"""Whose position on an event a sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.drafts import Toll, Voice
from contested.coding.roles import Roles
from contested.model.mentions import ActorMention, AttributionMention, CountMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind, Stance

_ABOUT_TOLL = frozenset({"killed", "injured", "missing", "abducted", "captured", "arrested", "displaced"})


_ACCUSED_REACH = 120
_ACCUSABLE = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.PERSON})


def speaker_of(mention: AttributionMention, roles: Roles) -> tuple[str, ActorMention | None]:
    """Name the party that speaks: by the actor at its words, or else by the words themselves."""
    actor = roles.actor_at(mention.speaker_head) if mention.speaker_head >= 0 else None
    return (actor.name, actor) if actor else (mention.speaker, None)


def voice_of(mention: AttributionMention, roles: Roles, *, whole: bool) -> Voice | None:
    """Make a position of an attribution; None where nobody is named."""
    party, actor = speaker_of(mention, roles)
    if not party:
        return None
    start, end = (mention.speaker_start, mention.speaker_end) if mention.speaker_start >= 0 else (mention.start, mention.end)
    accused = _accused(mention, roles, actor) if mention.stance is Stance.ACCUSES else ()
    return Voice(party, mention.stance, mention.about or "event", min(start, mention.start), max(end, mention.end), actor, whole, mention.rule, accused)


def _accused(mention: AttributionMention, roles: Roles, speaker: ActorMention | None) -> tuple[ActorMention, ...]:
    """Find whom "blames X", "accused X of", "attributed it to X", "holds X responsible" names: the first bodies after the cue."""
    first, last = (mention.scope_start, mention.scope_end) if mention.scope_start >= 0 else (mention.end, mention.end + _ACCUSED_REACH)
    named = [a for a in roles.actors_between(min(first, mention.start), max(last, mention.end)) if a.kind in _ACCUSABLE and a is not speaker]
    return tuple(a for a in named if a.start >= mention.end)[:1] or tuple(named[:1])


def covers(mention: AttributionMention, start: int, end: int) -> bool:
    """Does the content of the position hold these words?"""
    return 0 <= mention.scope_start <= start and end <= mention.scope_end


def is_about_toll(mention: AttributionMention) -> bool:
    """Is the position only about a figure?"""
    return mention.about in _ABOUT_TOLL


def toll_of(count: CountMention, speech: Sequence[AttributionMention], roles: Roles) -> Toll:
    """Find who asserts a figure, and whose people it counts."""
    asserted = next((speaker_of(m, roles)[0] for m in speech if covers(m, count.start, count.end) and m.stance is not Stance.DENIES), None)
    victim = roles.actor_at(count.of_head) if count.of_head >= 0 else None
    return Toll(count, asserted or None, victim.name if victim else count.of, victim)


def cue_tokens(sentence: Sentence, speech: Sequence[AttributionMention]) -> frozenset[int]:
    """Give the tokens of the cues of attribution in a sentence."""
    return frozenset(m.head for m in speech if m.head >= 0)

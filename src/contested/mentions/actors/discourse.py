"""Who has been named so far, so that "the group", "they", "its fighters" and "he" find the one meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from contested.mentions.actors.name_index import fold, name_keys
from contested.model.vocabulary import ActorKind

PARTY_KINDS = frozenset({ActorKind.GROUP, ActorKind.FORCE, ActorKind.GOVERNMENT, ActorKind.ORGANISATION})
_PERSON_KINDS = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.SOURCE, ActorKind.CIVILIANS})
_COLLECTIVE = frozenset(
    {"family", "crew", "staff", "crowd", "mob", "couple", "community", "people", "media", "press", "household"}
)
_OF_STATES = frozenset({"army", "forces", "force", "government", "council", "guards", "guard", "people"})
_MISSIONS = frozenset(
    {"mission", "unifil", "minusma", "monusco", "minusca", "unmiss", "unisfa", "unamid", "undof", "unficyp", "minustah", "unmil", "unoci", "unmis",
     "unmik", "onuc", "unprofor", "monuc", "minurcat", "amisom", "atmis", "amis", "misca", "afisma", "ecomog", "ecomib", "kfor", "isaf", "mss", "samim"}
)
_REACH_PRONOUN = 2
_REACH_PERSON = 3
_REACH_GROUP = 60
_REACH_FORCE = 8


@dataclass(frozen=True, slots=True)
class Spoken:
    """One naming of an actor. ``nouns`` are the keys of its name and of the words that described it."""

    name: str
    kind: ActorKind
    country: str | None
    sentence: int
    subject: bool
    plural: bool
    nouns: frozenset[str]
    known: bool


@dataclass(slots=True)
class Discourse:
    """The namings of a document in the order of the text, and the actor that it is about."""

    main: Spoken | None = None
    said: list[Spoken] = field(default_factory=list)
    people_named: dict[str, str] = field(default_factory=dict)

    def add(self, spoken: Spoken) -> None:
        """Remember a naming."""
        self.said.append(spoken)
        if spoken.kind is ActorKind.PERSON and " " in spoken.name:
            for key in name_keys(spoken.name):
                self.people_named[key] = spoken.name

    def full_name(self, name: str) -> str:
        """Give the longer name of a person last named by the words of a shorter one, or else the name itself."""
        keys = name_keys(name)
        longer = self.people_named.get(keys[-1], "") if keys else ""
        return longer if len(longer) > len(name) and set(keys) <= set(name_keys(longer)) else name

    def by_noun(self, noun: str, sentence: int) -> Spoken | None:
        """Find the party whose name or description holds a noun ("the column", "the cell"): the main one, or the last."""
        key = "".join(fold(noun))
        if self.main and key in self.main.nouns and key not in _OF_STATES:
            return self.main
        for spoken in reversed(self.said):
            if sentence - spoken.sentence > _REACH_GROUP:
                return None
            if key in spoken.nouns and spoken.known and spoken.kind in PARTY_KINDS:
                return spoken
        return None

    def force(self, noun: str, sentence: int) -> Spoken | None:
        """Find the force last named by a noun ("the soldiers"), at most a section ago."""
        key = "".join(fold(noun))
        for spoken in reversed(self.said):
            if sentence - spoken.sentence > _REACH_FORCE:
                return None
            if spoken.kind is ActorKind.FORCE and key in spoken.nouns:
                return spoken
        return None

    def mission(self, sentence: int) -> Spoken | None:
        """Find the peacekeeping mission last named, whose "peacekeepers" are meant."""
        recent = (s for s in reversed(self.said) if sentence - s.sentence <= _REACH_GROUP)
        return next((s for s in recent if s.kind is not ActorKind.PERSON and s.nouns & _MISSIONS), None)

    def group(self, sentence: int) -> Spoken | None:
        """Find the armed group that "the group" means: the main actor, or the last one, subjects first."""
        if self.main:
            return self.main
        recent = [s for s in self.said[-40:] if s.kind is ActorKind.GROUP and s.known]
        near = [s for s in recent if sentence - s.sentence <= 2]
        subjects = [s for s in near if s.subject]
        chosen = subjects or near or recent
        return chosen[-1] if chosen else None

    def party(self, sentence: int) -> Spoken | None:
        """Find the party that "it" or "its" means: the last subject of this sentence or the ones before."""
        return self._last(sentence, PARTY_KINDS, _REACH_PRONOUN, plural=None)

    def people(self, sentence: int) -> Spoken | None:
        """Find the party or people that "they" means."""
        return self._last(sentence, PARTY_KINDS | _PERSON_KINDS - {ActorKind.PERSON}, _REACH_PRONOUN, plural=True)

    def victims(self, sentence: int) -> Spoken | None:
        """Find the people that "they" means where it tells whom something was done to."""
        return self._last(sentence, _PERSON_KINDS - {ActorKind.PERSON}, _REACH_PRONOUN, plural=True)

    def person(self, sentence: int) -> Spoken | None:
        """Find the one person that "he" or "she" means."""
        named = self._last(sentence, frozenset({ActorKind.PERSON}), _REACH_PERSON, plural=False)
        return named or self._last(sentence, _PERSON_KINDS, _REACH_PERSON, plural=False, not_called=_COLLECTIVE)

    def bearer(self, noun: str, sentence: int) -> Spoken | None:
        """Find the named person last described by a noun ("the minister", "the commander")."""
        key = "".join(fold(noun))
        for spoken in reversed(self.said):
            if sentence - spoken.sentence > 12:
                return None
            if key in spoken.nouns and spoken.kind is ActorKind.PERSON:
                return spoken
        return None

    def _last(
        self,
        sentence: int,
        kinds: frozenset[ActorKind],
        reach: int,
        *,
        plural: bool | None,
        not_called: frozenset[str] = frozenset(),
    ) -> Spoken | None:
        """Give the last subject of the nearest sentence that has one that fits, else the last other naming."""
        for back in range(reach + 1):
            fitting = []
            for spoken in reversed(self.said):
                if spoken.sentence < sentence - back:
                    break
                if (
                    spoken.sentence == sentence - back
                    and spoken.kind in kinds
                    and _agrees(spoken, plural)
                    and not spoken.nouns & not_called
                ):
                    fitting.append(spoken)
            subjects = [s for s in fitting if s.subject]
            if subjects or fitting:
                return (subjects or fitting)[0] if back == 0 or not subjects else subjects[-1]
        return None


def _agrees(spoken: Spoken, plural: bool | None) -> bool:
    if plural is None:
        return spoken.known or not spoken.plural
    if plural:
        return spoken.plural or (spoken.kind in PARTY_KINDS and spoken.known)
    return not spoken.plural

"""Mentions: what the words of a sentence denote, before any event is made of them.

Every mention has ``sentence`` (index into ``Analysis.sentences``), ``start``/``end`` (document offsets, end
exclusive), ``text`` (the document's words at the offsets), ``head`` (index of its head token in the sentence,
-1 where it has none) and ``rule`` (what found it: a table row as ``file:line`` or the name of a rule).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from contested.model.vocabulary import ActorKind, CasualtyKind, DatePrecision, PlacePrecision, Stance


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of one sentence that denote something."""

    sentence: int
    start: int
    end: int
    text: str
    head: int
    rule: str


@dataclass(frozen=True, slots=True)
class TimeMention(Mention):
    """A date that the words give, resolved: both ends included; None where nothing resolves it.

    ``kind`` tells how it was made: "absolute" (year given), "partial" (year or month from context), "relative"
    (counted from another date), "same" (anaphoric), "duration", "recurring" ("every night"), "clock".
    ``from_context`` names what gave the missing part: "heading", "text", "document", "event" or "".
    """

    first: date | None
    last: date | None
    precision: DatePrecision
    kind: str
    from_context: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A place, resolved as far as the gazetteer goes.

    ``kind``: "settlement", "division1", "division2", "country", "region", "feature", "facility" or "unlisted".
    ``cue`` is the preposition or word before it ("in", "near", "from", "west of", "between"), or "".
    Latitude and longitude in degrees, WGS 84, only from the gazetteer.
    """

    name: str
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    kind: str
    cue: str = ""


@dataclass(frozen=True, slots=True)
class ActorMention(Mention):
    """A body, group or person; ``name`` is its fullest name in the document or the tables.

    ``via``: "table", "abbreviation", "document" (learned), "role", "demonym", "coreference", "syntax", "entity".
    ``country`` is the ISO 3166-1 alpha-2 code of the state it belongs to, if known. ``members`` are the names of
    the parties that a plural mention stands for ("the two", "both sides"), empty otherwise.
    """

    name: str
    kind: ActorKind
    via: str
    country: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountMention(Mention):
    """A toll. ``low``/``high`` by codebook 5, None where open; ``of`` are the words for whose ("eight pupils").

    ``of_start``/``of_end`` are their offsets (-1 where none), ``of_head`` their head token, ``governor`` the token
    of the verb or noun that makes it a toll ("killed", "dead", "losses"). ``part_of_previous`` is true for "eight of
    them children".
    """

    kind: CasualtyKind
    low: int | None
    high: int | None
    of: str | None
    of_start: int = -1
    of_end: int = -1
    of_head: int = -1
    governor: int = -1
    part_of_previous: bool = False


@dataclass(frozen=True, slots=True)
class WeaponMention(Mention):
    """A weapon or means; ``name`` is its normal form, ``action`` the act that its use makes, or ""."""

    name: str
    action: str


@dataclass(frozen=True, slots=True)
class ActMention(Mention):
    """Words that name an act. ``action`` is a row of the actions table.

    ``form``: "active", "passive", "noun", "participle" or "phrase". ``refusal`` tells why it is no event, or None.
    ``strength`` from 0 to 1 tells how surely the words alone make an event of this action.
    """

    action: str
    form: str
    strength: float
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class AttributionMention(Mention):
    """Somebody takes a position. start/end are those of the cue ("denied", "according to").

    ``speaker_start``/``speaker_end``/``speaker_head`` point at the words for the speaker (-1 where the speaker is
    only implied: "was claimed"); ``scope_start``/``scope_end`` delimit the words that are the content of the
    position (-1 where it is anaphoric, as in "The army denied this"); ``about`` as in codebook 6 where the words
    tell it ("event", "responsibility", "killed", "injured"), else "".
    """

    stance: Stance
    speaker: str
    speaker_start: int
    speaker_end: int
    speaker_head: int
    scope_start: int
    scope_end: int
    about: str = ""

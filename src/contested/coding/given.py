"""What is known of one sentence before its events are made: its mentions, its roles, and whose words it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.coding.issuers import Issuer
from contested.coding.roles import Roles
from contested.coding.tables import Tables
from contested.coding.telling import Telling
from contested.coding.voices import Speaker, speaker_of
from contested.coding.writers import Writers, is_writer
from contested.mentions.bundle import Mentions
from contested.model.mentions import (
    ActMention,
    ActorMention,
    AttributionMention,
    CountMention,
    PlaceMention,
    TimeMention,
    WeaponMention,
)
from contested.model.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Given:
    """One sentence with what was found in it.

    ``issuer`` is the body whose own words it is, ``office`` the body for which a press office speaks in it, ``all_actors``
    the actors of the whole document by sentence.
    """

    sentence: Sentence
    tables: Tables
    writers: Writers
    issuer: ActorMention | None
    office: ActorMention | None
    times: Sequence[TimeMention]
    places: Sequence[PlaceMention]
    counts: Sequence[CountMention]
    weapons: Sequence[WeaponMention]
    acts: Sequence[ActMention]
    speech: Sequence[AttributionMention]
    actors: Sequence[ActorMention]
    all_actors: Mapping[int, Sequence[ActorMention]]
    roles: Roles
    telling: Telling

    @classmethod
    def of(cls, sentence: Sentence, mentions: Mentions, tables: Tables, issuer: Issuer | None, office: ActorMention | None, writers: Writers) -> Given:
        """Gather what was found in a sentence."""
        n = sentence.index
        times, acts, speech = mentions.times.get(n, ()), mentions.acts.get(n, ()), mentions.attributions.get(n, ())
        actors = mentions.actors.get(n, ())
        roles = Roles(sentence, actors, tables.acts)
        return cls(
            sentence, tables, writers, issuer.body if issuer else None, office, times, mentions.places.get(n, ()),
            mentions.counts.get(n, ()), mentions.weapons.get(n, ()), acts, speech, actors, mentions.actors, roles,
            Telling(sentence, acts, times, speech, roles, tables.acts),
        )

    def speaker(self, mention: AttributionMention) -> Speaker:
        """Name the party that speaks in a position, and its actor; nobody where the writers do."""
        if self.office and any(mention.speaker.casefold().endswith(words) for words in self.tables.offices):
            return self.office.name, self.office
        party, speaker = speaker_of(mention, self.roles, self.issuer, self.all_actors, self.tables.capitals)
        return ("", None) if is_writer(party, speaker, self.writers) else (party, speaker)

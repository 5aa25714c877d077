"""Who speaks: implied, continued and collective speakers."""

from __future__ import annotations

from contested.coding.roles import Roles
from contested.coding.voices import CONTINUED, speaker_of, voices_of_mention
from contested.mentions.acts.table import ActTable
from contested.model.mentions import ActorMention, AttributionMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind, Stance


def actor(name: str, sentence: int, start: int = 0) -> ActorMention:
    return ActorMention(sentence, start, start + 4, name, 0, "name", name, ActorKind.GROUP, "table")


def mention(speaker: str, stance: Stance = Stance.CLAIMS, rule: str = "row", speaker_start: int = -1) -> AttributionMention:
    return AttributionMention(2, 200, 205, "claim", 1, rule, stance, speaker, speaker_start, speaker_start + 4, -1, 210, 240)


FRONT, COLUMN = actor("Karo Front", 0), actor("Red Column", 1, 100)
ACTORS = {0: (FRONT,), 1: (COLUMN,)}
NOBODY_NAMED = Roles(Sentence(2, 200, 250, "", (), 0), (), ActTable.load())


def test_an_implied_speaker_is_the_issuer() -> None:
    assert speaker_of(mention(""), NOBODY_NAMED, FRONT) == ("Karo Front", FRONT)
    assert speaker_of(mention(""), NOBODY_NAMED) == ("", None)


def test_a_continued_speaker_is_found_in_the_sentence_that_names_it() -> None:
    assert speaker_of(mention("the column", rule=CONTINUED, speaker_start=100), NOBODY_NAMED, None, ACTORS) == ("Red Column", COLUMN)


def test_each_side_is_the_two_bodies_named_last_and_accuses_the_other() -> None:
    voices = voices_of_mention(mention("Both sides", Stance.ACCUSES), ("Both sides", None), NOBODY_NAMED, ACTORS, whole=False)
    assert [(v.party, [a.name for a in v.accused]) for v in voices] == [("Red Column", ["Karo Front"]), ("Karo Front", ["Red Column"])]


def test_a_capital_speaks_for_its_state() -> None:
    assert speaker_of(mention("Bamako"), NOBODY_NAMED, capitals={"Bamako": "Mali"}) == ("Mali", None)


def test_neither_of_the_groups_means_the_two_bodies_named_last() -> None:
    voices = voices_of_mention(mention("groups", Stance.NO_COMMENT), ("groups", None), NOBODY_NAMED, ACTORS, whole=False)
    assert [v.party for v in voices] == ["Red Column", "Karo Front"]


def test_nobody_in_particular_takes_no_position() -> None:
    assert voices_of_mention(mention("some"), ("some", None), NOBODY_NAMED, ACTORS, whole=False) == ()

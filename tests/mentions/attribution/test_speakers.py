"""For whom the speaker speaks, and where the words for the speaker stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.model.mentions import AttributionMention

Reader = Callable[[str], tuple[AttributionMention, ...]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the Northern Alliance said the town had fallen.", "Northern Alliance"),
        ("An Interior Ministry spokesman said the town had fallen.", "Interior Ministry"),
        ("The village elder said that soldiers took the boys.", "village elder"),
        ("The governor, Peter Novak, said the bridge was hit.", "Peter Novak"),
        ("A statement signed by Omar Haddad said the prison was attacked.", "Omar Haddad"),
        ("The head of the border guard said that three trucks were burned.", "head of the border guard"),
    ],
)
def test_speaker_is_trimmed_to_its_name(read: Reader, text: str, speaker: str) -> None:
    assert [m.speaker for m in read(text)] == [speaker]


def test_speaker_offsets_open_its_words(read: Reader) -> None:
    text = "Shops were looted in the night, the provincial police said."
    (mention,) = read(text)
    assert text[mention.speaker_start : mention.speaker_end] == "provincial police"
    assert text[mention.start : mention.end] == "said"


def test_a_note_without_subject_has_an_implied_speaker(read: Reader) -> None:
    (mention,) = read("Takes responsibility for the bomb at the station.")
    assert (mention.speaker, mention.speaker_head, mention.speaker_start) == ("", -1, -1)


def test_a_later_verb_goes_on_with_the_first_speaker(read: Reader) -> None:
    found = read("The navy denies that any boat was sunk and blames the smugglers.")
    assert [(m.speaker, m.stance.value) for m in found] == [("navy", "denies"), ("navy", "accuses")]

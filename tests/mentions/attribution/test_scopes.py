"""Which words an attribution covers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.model.mentions import AttributionMention

Reader = Callable[[str], tuple[AttributionMention, ...]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police said that a bomb exploded and that two men died.", "a bomb exploded and that two men died"),
        ("A bomb exploded at noon, police said.", "A bomb exploded at noon"),
        ("According to police, a bomb exploded at noon.", "a bomb exploded at noon"),
        ("A bomb exploded at noon, according to police.", "A bomb exploded at noon"),
        ("The car, the group says, reached the gate.", "The car, the group says, reached the gate"),
        ("Police gave nine dead; the rebels fled.", "nine dead"),
    ],
)
def test_scope_is_what_is_told(read: Reader, text: str, told: str) -> None:
    mention = read(text)[0]
    assert text[mention.scope_start : mention.scope_end] == told


def test_scope_of_an_anaphoric_denial_is_empty(read: Reader) -> None:
    (mention,) = read("The army denied this.")
    assert (mention.scope_start, mention.scope_end, mention.about) == (-1, -1, "")


def test_open_quotation_carries_the_position_to_its_other_sentences(read: Reader) -> None:
    found = read('"This is false. Our soldiers never fired," Colonel Adam Reyes told reporters.')
    assert [(m.rule, m.sentence, m.speaker) for m in found if m.rule == "continued"] == [("continued", 0, "Adam Reyes")]


def test_a_list_carries_the_claim_that_announces_it(read: Reader) -> None:
    found = read("Claim of two acts:\n - 3 May, bomb under a patrol car;\n - 9 May, shots at a barracks.\n")
    assert [(m.stance.value, m.rule == "continued") for m in found] == [
        ("claims", False),
        ("claims", True),
        ("claims", True),
    ]

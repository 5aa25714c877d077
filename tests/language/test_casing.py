"""Text as the parser gets it: nothing moves."""

from __future__ import annotations

import pytest

from contested.language.casing import plain_for_parser
from contested.language.words import OrdinaryWords

LEMMAS = frozenset({"attack", "rebel", "of", "the", "united", "river", "front", "in", "goma", "near", "kill"})
WORDS = OrdinaryWords(LEMMAS, frozenset({"sudan"}), frozenset({"goma", "river"}), {"goma"}.__contains__)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Rebels[12] fled [note 3]", "Rebels     fled         "),
        ("3 May | Kani | a raid", "3 May ; Kani ; a raid"),
        ("3 May\tKani\t4 killed", "3 May:Kani 4 killed"),
        ("Jabhat (جبهة النصر) fled", "Jabhat " + " " * 12 + " fled"),
        ("Front (al-Nasr, 2012) fled", "Front (al-Nasr, 2012) fled"),
        ("REBELS OF THE UNITED RIVER FRONT (URF) ATTACKED IN GOMA", "Rebels of the United River Front (URF) attacked in Goma"),
        ("THE RIVER FRONT ATTACKED NEAR SUDAN", "The river front attacked near Sudan"),
    ],
)
def test_what_the_parser_stumbles_over_is_replaced_by_as_many_characters(text: str, plain: str) -> None:
    assert plain_for_parser(text, WORDS) == plain
    assert len(plain) == len(text)

"""Tolls in sentences of our own, by the rules of codebook 5."""

from __future__ import annotations

import pytest

from contested.language.syntax import Parser, analyse, load_parser
from contested.mentions.counts import find_counts
from contested.model.documents import Block, BlockKind, Document
from contested.model.mentions import CountMention


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def counts(text: str, parser: Parser) -> tuple[CountMention, ...]:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    return find_counts(analyse(Document("x", "x.txt", text, "", blocks=(block,)), parser))


def tolls(text: str, parser: Parser) -> set[tuple[str, int | None, int | None]]:
    return {(m.kind.value, m.low, m.high) for m in counts(text, parser)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb killed at least 14 soldiers and wounded 9 others.", {("killed", 14, None), ("injured", 9, 9)}),
        ("Up to 30 villagers were abducted by bandits.", {("abducted", None, 30)}),
        ("The raid left between 9 and 14 people dead.", {("killed", 9, 14)}),
        ("Fourteen bodies, most with gunshot wounds, were found in Oster.", {("killed", 14, 14)}),
        ("On 26 May some 30 people, most of them women, were killed.", {("killed", 30, 30)}),
        ("A shell wounded about two dozen shoppers.", {("injured", 24, 24)}),
        ("Militants attacked the post, killing soldiers.", {("killed", 2, None)}),
        ("Tens of thousands of people were displaced.", {("displaced", 10000, None)}),
        ("Thirty-four people lost their lives and dozens were injured.", {("killed", 34, 34), ("injured", 12, None)}),
        ("The army spoke of one possible death.", {("killed", 0, 1)}),
        ("Four of the six raiders were killed.", {("killed", 4, 4)}),
        ("2f killed, 11c wounded.", {("killed", 2, 2), ("injured", 11, 11)}),
        ("On 17 Apr 3 students were detained.", {("arrested", 3, 3)}),
        ("Mon: police arrest x2 suspects.", {("arrested", 2, 2)}),
        ("They gathered men and shot at least 14 of them.", {("killed", 14, None)}),
        ("A boy of fourteen lost his left eye.", {("injured", 1, 1)}),
        ("A nurse counted six dead, one of them a constable.", {("killed", 6, 6), ("killed", 1, 1)}),
        ("Clinic: x6 civ killed (incl x2 children).", {("killed", 6, 6), ("killed", 2, 2)}),
        ("Gunmen led 18 workers into the forest.", {("abducted", 18, 18)}),
        ("Gunmen killed the mayor, Joseph Marlow, and two guards.", {("killed", 3, 3)}),
        ("20 people were killed or wounded.", {("killed", 0, 20), ("injured", 0, 20)}),
    ],
)
def test_figures_bounds_and_vague_words(text: str, expected: set[object], parser: Parser) -> None:
    assert tolls(text, parser) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were no casualties.", {("killed", 0, 0), ("injured", 0, 0)}),
        ("Our forces suffered no losses.", {("killed", 0, 0)}),
        ("Nobody was hurt in the blast.", {("killed", 0, 0), ("injured", 0, 0)}),
        ("The army denied that any of its soldiers had been killed.", {("killed", 0, 0)}),
        ("The drones burned a shed without casualties.", {("killed", 0, 0), ("injured", 0, 0)}),
    ],
)
def test_nobody_is_a_toll_of_zero(text: str, expected: set[object], parser: Parser) -> None:
    assert tolls(text, parser) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The explosion killed the mayor and his driver.", {("killed", 2, 2)}),
        ("Shelling killed a nun and two novices.", {("killed", 3, 3)}),
        ("Four policemen and a teacher were killed.", {("killed", 4, 4), ("killed", 1, 1)}),
        ("One person was killed, two injured and a third went missing.",
         {("killed", 1, 1), ("injured", 2, 2), ("missing", 1, 1)}),
        ("The assassination of Judge Karim Dost shocked the city.", {("killed", 1, 1)}),
        ("Police found the bodies of 11 men in the river.", {("killed", 11, 11)}),
        ("The death toll rose to 58 on Monday.", {("killed", 58, 58)}),
        ("Medical staff put the dead at no fewer than 20.", {("killed", 20, None)}),
        ("Eight men died. The clinic later raised this to 11.", {("killed", 8, 8), ("killed", 11, 11)}),
    ],
)  # fmt: skip
def test_who_is_counted_and_how_it_is_told(text: str, expected: set[object], parser: Parser) -> None:
    assert tolls(text, parser) == expected


@pytest.mark.parametrize(
    "text",
    [
        "About 20 gunmen stormed the village and set fire to 14 houses.",
        "The group threatened to kill 30 hostages.",
        "The strike killed 12 cows.",
        "Fifteen rebels surrendered at the weekend.",
        "A wounded child was taken to the hospital, 14 km away, at 0920.",
    ],
)
def test_things_threats_and_distances_are_no_tolls(text: str, parser: Parser) -> None:
    assert not {(k, low) for k, low, _ in tolls(text, parser) if k in ("killed", "abducted", "captured", "displaced")}


def test_part_of_a_toll_is_marked_and_names_whose(parser: Parser) -> None:
    whole, part = counts("Iron shells killed 14 people, eight of them pupils.", parser)
    assert (whole.low, whole.of, whole.part_of_previous) == (14, None, False)
    assert (part.low, part.of, part.part_of_previous) == (8, "pupils", True)


def test_words_and_offsets_agree(parser: Parser) -> None:
    text = "On Friday a mine killed 3 border guards near Holm."
    (toll,) = counts(text, parser)
    assert text[toll.start : toll.end] == toll.text == "killed 3 border guards"
    assert text[toll.of_start : toll.of_end] == toll.of == "border guards"

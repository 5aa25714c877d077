"""Which event a position or a toll without an act of its own belongs to."""

from __future__ import annotations

from dataclasses import replace

from contested.coding.drafts import Draft, JoinTable, Toll, Voice
from contested.coding.passages import Passage
from contested.linking.attaching import about_tolls, attach, attach_ahead, attach_denial
from contested.model.documents import Block, BlockKind, Document
from contested.model.mentions import ActMention, ActorMention, CountMention, PlaceMention
from contested.model.syntax import Analysis, Sentence, Token
from contested.model.vocabulary import ActorKind, CasualtyKind, PlacePrecision, Stance

ARMY = ActorMention(0, 0, 4, "army", 0, "name", "Malian Armed Forces", ActorKind.FORCE, "table")
JOINS = JoinTable.load()


def analysis(*blocks: tuple[BlockKind, int], words: str = "") -> Analysis:
    """Build sentences without words, ``blocks`` giving kind and number of sentences of each block; the last has ``words``."""
    owners = [n for n, (_, count) in enumerate(blocks) for _ in range(count)]
    sentences = []
    for i, block in enumerate(owners):
        tokens = _tokens(words) if i == len(owners) - 1 else ()
        children = tuple(tuple(t.i for t in tokens if t.head == n and t.i != n) for n in range(len(tokens)))
        sentences.append(Sentence(i, 100 * i, 100 * i + 50, words if tokens else "", tokens, block, children))
    document = Document("d", "d", "", "0", blocks=tuple(Block(kind, 0, 0) for kind, _ in blocks))
    return Analysis(document, tuple(sentences))


def _tokens(words: str) -> tuple[Token, ...]:
    """Make every word depend on the last."""
    found = words.split()
    return tuple(
        Token(i=i, start=0, end=1, text=w, lemma=w.rstrip("s"), pos="NOUN", tag="NNS" if i == len(found) - 1 else "DT", dep="det", head=len(found) - 1)
        for i, w in enumerate(found)
    )


def place(name: str) -> PlaceMention:
    return PlaceMention(0, 0, 4, name, 0, "list", name, None, "ML", None, None, PlacePrecision.TOWN, "settlement")


def told(sentence: int, action: str = "ambush", at: str = "") -> Draft:
    act = ActMention(sentence, 0, 6, "attack", 1, "acts.csv:1", action, "noun", 0.9)
    return Draft((act,), action, (sentence,), place=place(at) if at else None)


def denial(sentence: int, *places: PlaceMention) -> Passage:
    return Passage(sentence, (), (Voice("Malian Armed Forces", Stance.DENIES, "event", 0, 1, ARMY),), places=places)


def toll(sentence: int, low: int = 4, speaker: str | None = None) -> Toll:
    return Toll(CountMention(sentence, 0, 4, "four dead", 0, "counts", CasualtyKind.KILLED, low, low, None), speaker, None)


def heard(events: list[Draft]) -> list[int]:
    return [n for n, e in enumerate(events) if e.voices or e.tolls]


def test_a_denial_that_names_a_place_is_about_what_happened_there_further_up() -> None:
    events = [told(0, at="Mora"), told(1, at="Dabo")]
    assert attach(denial(2, place("Mora")), events, analysis((BlockKind.PARAGRAPH, 1), (BlockKind.PARAGRAPH, 1), (BlockKind.PARAGRAPH, 1)), JOINS)
    assert heard(events) == [0]


def test_the_denial_of_an_act_goes_to_the_event_that_told_it() -> None:
    events = [told(0, "shelling", at="Mora")]
    denied = replace(told(1, "shooting"), voices=(Voice("Malian Armed Forces", Stance.DENIES, "event", 0, 1, ARMY, whole=True),))
    text = analysis((BlockKind.PARAGRAPH, 2))
    assert attach_denial(denied, Passage(1, (denied,)), events, text, JOINS)
    assert heard(events) == [0]
    assert not attach_denial(replace(denied, own_time=True), Passage(1, (denied,)), events, text, JOINS)


def test_a_denial_is_about_the_event_told_last() -> None:
    events = [told(0), told(1)]
    assert attach(denial(2), events, analysis((BlockKind.PARAGRAPH, 3)), JOINS)
    assert heard(events) == [1]


def test_a_named_place_chooses_the_event() -> None:
    events = [told(0, at="Karo"), told(1, at="Sebba")]
    attach(denial(2, place("Karo")), events, analysis((BlockKind.PARAGRAPH, 3)), JOINS)
    assert heard(events) == [0]


def test_both_attacks_are_both() -> None:
    events = [told(0), told(1)]
    attach(denial(2), events, analysis((BlockKind.PARAGRAPH, 3), words="both attacks"), JOINS)
    assert heard(events) == [0, 1]


def test_the_next_paragraph_remarks_on_the_one_before_but_the_next_item_does_not() -> None:
    for kind, expected in ((BlockKind.PARAGRAPH, [0]), (BlockKind.ITEM, [])):
        events = [told(0)]
        attach(denial(1), events, analysis((kind, 1), (kind, 1)), JOINS)
        assert heard(events) == expected


def test_the_dead_belong_to_what_can_kill() -> None:
    events = [told(0, "bombing"), told(1, "arrest")]
    attach(Passage(2, (), tolls=(toll(2),)), events, analysis((BlockKind.PARAGRAPH, 3)), JOINS)
    assert heard(events) == [0]


def test_an_agreement_has_no_dead() -> None:
    events = [told(0, "agreement")]
    attach(Passage(1, (), tolls=(toll(1),)), events, analysis((BlockKind.PARAGRAPH, 2)), JOINS)
    assert heard(events) == []


def test_a_bystander_who_tells_neither_act_nor_toll_takes_no_position() -> None:
    events = [told(0)]
    remark = Passage(1, (), (Voice("lawyer", Stance.REPORTS, "event", 0, 1, None),))
    assert attach(remark, events, analysis((BlockKind.PARAGRAPH, 2)), JOINS)
    assert heard(events) == []


def test_a_claim_that_opens_a_paragraph_is_about_what_follows() -> None:
    events = [told(1), told(2)]
    attach_ahead(denial(0), events, analysis((BlockKind.PARAGRAPH, 3)))
    assert heard(events) == [0]


def test_who_gives_a_toll_speaks_about_it() -> None:
    clinic = Voice("clinic", Stance.REPORTS, "event", 0, 1, None)
    assert [v.about for v in about_tolls((clinic,), (toll(0, speaker="clinic"),))] == ["killed"]
    assert [v.about for v in about_tolls((clinic,), ())] == ["event"]

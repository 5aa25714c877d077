"""Sentences, cased capitals and the arguments of verbs."""

from __future__ import annotations

import pytest

from coded_sentences import document_of, the_pipeline
from contested.language.casing import plain_for_parser, restore_case
from contested.language.frames import frame_of

COMMON = frozenset(["a", "bomb", "exploded", "in", "last", "night", "near", "the", "bank", "of", "police", "said"])


def test_capitals_are_read_as_cased_text_of_the_same_length() -> None:
    text = "A BOMB EXPLODED IN HUARAZ LAST NIGHT, FAC POLICE SAID"
    cased = restore_case(text, lambda w: w in COMMON)
    assert cased == "A bomb exploded in Huaraz last night, FAC police said"
    assert len(cased) == len(text)


def test_parser_text_keeps_every_offset() -> None:
    text = "“Two”\nwere killed[12] – he said"
    assert len(plain_for_parser(text)) == len(text)


def test_offsets_are_those_of_the_document() -> None:
    analysis = the_pipeline().analyse(document_of("= Title =\n\nRebels fled.\n\n- Soldiers came.\n"))
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            assert analysis.document.text[token.start : token.end] == token.text


def test_date_is_not_broken_into_two_sentences() -> None:
    analysis = the_pipeline().analyse(document_of("Nasir: 06 May approx 0540 hrs barges came under fire."))
    assert len(analysis.sentences) == 1


def test_a_shortened_word_ends_no_sentence() -> None:
    assert len(the_pipeline().analyse(document_of("Police kill three men, incl. a leader, near the port.")).sentences) == 1


@pytest.mark.parametrize(
    ("text", "verb", "agents", "patients"),
    [
        ("Rebels and bandits attacked the camp.", "attacked", ["Rebels", "bandits"], ["camp"]),
        ("The camp was attacked by rebels.", "attacked", ["rebels"], ["camp"]),
        ("Rebels stormed the camp, killing guards.", "killing", ["Rebels"], ["guards"]),
        ("The men who attacked the camp fled.", "attacked", ["men"], ["camp"]),
        ("On 25 May at least 100 men were lined up in a courtyard in Oster and shot.", "lined", [], ["men"]),
        ("The ministry claimed on Monday that its forces had taken Kupyansk.", "taken", ["forces"], ["Kupyansk"]),
    ],
)
def test_arguments_of_a_verb(text: str, verb: str, agents: list[str], patients: list[str]) -> None:
    sentence = the_pipeline().analyse(document_of(text)).sentences[0]
    frame = frame_of(sentence, next(t.i for t in sentence.tokens if t.text == verb))
    assert [sentence.tokens[i].text for i in frame.agents] == agents
    assert [sentence.tokens[i].text for i in frame.patients] == patients

"""Words that name an act, the row that fits them, and the words that take an act back."""

from __future__ import annotations

from pathlib import Path

import pytest

from coded_sentences import acts_of
from contested.errors import TableError
from contested.mentions.acts import ActTable
from contested.model.mentions import ActMention

ASSERTED = [
    ("The rebels ambushed a patrol near Goma.", "ambush"),
    ("A patrol was ambushed near Goma.", "ambush"),
    ("Rebels set fire to the town hall.", "arson"),
    ("Soldiers took control of the village.", "territory_seized"),
    ("The army retook Bunia.", "territory_regained"),
    ("Gunmen kidnapped two nurses.", "abduction"),
    ("Police arrested a teacher.", "arrest"),
    ("The front laid down its arms.", "surrender"),
    ("The two groups signed an accord.", "agreement"),
    ("Rockets fell on Goma.", "shelling"),
    ("A court sentenced the commander to ten years.", "conviction"),
    ("Soldiers had beaten dozens of traders.", "torture"),
    ("The raiders took with them a nurse.", "abduction"),
    ("Most of the garrison has left Bunia.", "withdrawal"),
    ("Two battalions were sent to Bunia.", "deployment"),
    ("The column entered the town unopposed.", "territory_seized"),
    ("Sappers rendered the device safe.", "weapons_disrupted"),
    ("Two herders killed, grain taken, says the chief.", "armed_attack"),
    ("Soldiers searched every house in the quarter.", "raid"),
    ("He is wanted in the murder of a judge.", "assassination"),
    ("Police broke up the march.", "force_against_protesters"),
    ("Fighters handed in their rifles.", "surrender"),
    ("The three growers who were carried off at gunpoint are free.", "abduction"),
]


@pytest.mark.parametrize(("text", "action"), ASSERTED)
def test_words_name_an_act(text: str, action: str) -> None:
    assert action in [a.action for a in acts_of(text) if a.refusal is None]


REFUSED = [
    ("The rebels did not attack the town.", "negated"),
    ("No attack took place.", "negated"),
    ("The rebels plan to attack the town.", "planned"),
    ("The rebels will attack the town.", "predicted"),
    ("An attack on the town is expected.", "predicted"),
    ("The rebels could attack the town.", "hypothetical"),
    ("If the rebels attack the town, people will leave.", "hypothetical"),
    ("The rebels regularly attack patrols.", "habitual"),
    ("Guerrillas have been murdered after every truce.", "habitual"),
    ("The march was cancelled.", "negated"),
    ("The hostages came home without a shot being fired.", "negated"),
    ("The group, which has bombed markets in the past, said nothing.", "background"),
    ("The rebels agreed to release the nurses.", "planned"),
    ("The rebels used to raid the village.", "habitual"),
    ("The feared attack did not happen.", "negated"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_words_take_an_act_back(text: str, why: str) -> None:
    assert why in [a.refusal for a in acts_of(text)]


def test_patient_chooses_the_row() -> None:
    def actions(text: str) -> list[str]:
        return [a.action for a in acts_of(text)]

    assert actions("Rebels seized the town of Goma.") == ["territory_seized"]
    assert actions("Rebels seized two teachers.") == ["abduction"]
    assert actions("Police seized a mortar.") == ["weapons_disrupted"]


def test_participle_with_an_article_stands_for_people() -> None:
    assert acts_of("The wounded were flown to Goma.") == ()


def test_rescue_from_rubble_and_fragments_are_no_acts() -> None:
    assert acts_of("Neighbours pulled three children out of the rubble.") == ()
    assert acts_of("Police found a bomb fragment.") == ()
    assert [a.action for a in acts_of("Gunmen pulled two traders from their car.")] == ["abduction"]


def test_month_is_no_march() -> None:
    assert acts_of("He left on 3 March.") == ()


def test_rule_names_the_row() -> None:
    act: ActMention = acts_of("The rebels ambushed a patrol.")[0]
    assert act.rule.startswith("acts.csv:")
    assert act.text == "ambushed"


def test_unknown_action_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text("words,form,needs,action,args,role\nzap,verb,,zapping,subj>obj,act\n")
    with pytest.raises(TableError, match=r"acts.csv:2: unknown action 'zapping'"):
        ActTable.load([tmp_path])


def test_user_adds_a_verb(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text("words,form,needs,action,args,role\nzap,verb,,shooting,subj>obj,act\n")
    assert ("verb", "zap") in ActTable.load([tmp_path]).rows

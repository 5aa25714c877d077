"""Who did it, and to whom, inside one sentence; parsed with the small English model."""

from __future__ import annotations

import pytest

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.coding.roles import Roles
from contested.mentions.acts.table import ActTable
from contested.model.documents import Document
from contested.reading.structure import find_blocks


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="module")
def table() -> ActTable:
    return ActTable.load()


@pytest.mark.parametrize(
    ("text", "action", "agents", "patients"),
    [
        ("In an attack blamed on the ADF, 12 people were killed in Beni on 3 May.", "armed_attack", ["ADF"], []),
        ("A convoy of the Karo Front was ambushed near Kidal on 3 May.", "ambush", [], ["Karo Front"]),
        ("The Karo Front and the Red Column said on 3 May that they had merged.", "merger", ["Karo Front", "Red Column"], []),
        ("An unknown group calling itself the True Karo Front attacked Bunia on 3 May.", "armed_attack", ["True Karo Front"], []),
        ("The mayor of Zahle, Karim Saab, was shot dead on 8 May.", "shooting", [], ["Karim Saab"]),
        ("An Israeli airstrike hit the army camp in Zahle on 8 May.", "air_strike", ["Israel Defense Forces"], []),
        ("On 3 May, clash Karo Front vs. Red Column near Bunia.", "clash", ["Karo Front"], ["Red Column"]),
        ("A feud between the Karo Front and the Red Column turned into clashes in Bria on 3 May.", "clash", ["Karo Front", "Red Column"], []),
        ("A court jailed three members of the Karo Front for the killing of nine traders in Bria on 3 May.", "armed_attack", ["Karo Front"], ["traders"]),
        ("Fire broke out after the death of ten soldiers at the hands of the Karo Front on 3 May in Bria.", "armed_attack", ["Karo Front"], ["Central African Armed Forces"]),
        ("An attack by rebels on the army in Bria was beaten off on 3 May.", "armed_attack", ["rebels"], ["Central African Armed Forces"]),
        ("A wing led by Ali Tal broke away on 3 May under the name of True Karo Front.", "split", ["True Karo Front"], []),
        ("Rebels accused soldiers of shooting two farmers near Bria on 3 May.", "shooting", ["Central African Armed Forces"], ["farmers"]),
        ("On 3 May gunmen attacked a bus carrying football fans near Bria.", "armed_attack", ["gunmen"], ["football fans"]),
        ("He said that soldiers chasing the attackers killed eight farmers near Bria on 3 May.", "armed_attack", ["Central African Armed Forces"], ["farmers"]),
        ("Ali Tal ordered the killing of a judge in Bria on 3 May.", "armed_attack", ["Ali Tal"], ["judge"]),
        ("Gunmen shot dead the mayor, Jean Bako, and two councillors on 3 May.", "shooting", ["Gunmen"], ["Jean Bako", "councillors"]),
    ],
)
def test_parties_of_an_act(pipeline: Pipeline, table: ActTable, text: str, action: str, agents: list[str], patients: list[str]) -> None:
    document = Document(id="d", name="d.txt", text=text, sha256="", blocks=find_blocks(text))
    analysis = pipeline.analyse(document)
    mentions, _ = pipeline.mentions(analysis)
    act = next(a for a in mentions.acts[0] if a.action == action)
    did, hit = Roles(analysis.sentences[0], mentions.actors.get(0, ()), table).parties(act)
    assert [a.name for a in did] == agents
    assert [p.name for p in hit if p.rule != "object"] == patients

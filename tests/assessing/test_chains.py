"""Who passed a position on."""

from __future__ import annotations

import pytest

from contested.assessing.chains import chain_of
from contested.model.events import Claim
from contested.model.spans import Evidence
from contested.model.vocabulary import Stance
from tellings import telling


@pytest.mark.parametrize(
    ("said", "cited", "speaker", "chain"),
    [
        ("Nine died, the Vale Agency reported, citing police.", {"Vale Agency": "Vale Agency reported", "police": "citing police"}, "police", ("Vale Agency", "police")),
        ("The Vale Agency, citing police, said that nine died.", {"Vale Agency": "Vale Agency, citing police, said", "police": "police"}, "police", ("Vale Agency", "police")),
        ("The Vale Agency, citing police, said that nine died.", {"Vale Agency": "Vale Agency, citing police, said"}, "Vale Agency", ("Vale Agency", "police")),
        ("State television quoted the ministry as saying that nine died.", {"State television": "State television quoted the ministry as saying"}, "State television", ("State television", "ministry")),
        ("Police told the Vale Agency that nine died.", {"police": "Police told"}, "police", ("Vale Agency", "police")),
        ("Nine died, police said.", {"police": "police said"}, "police", ("police",)),
        ("Police told reporters that nine died.", {"police": "Police told"}, "police", ("police",)),
    ],
)
def test_a_chain_ends_with_the_one_whose_words_they_are(said: str, cited: dict[str, str], speaker: str, chain: tuple[str, ...]) -> None:
    spans = {p: Evidence(start=said.index(w), end=said.index(w) + len(w), text=w) for p, w in cited.items()}
    claims = tuple(Claim(party=p, stance=Stance.REPORTS, about="event", evidence=(e,)) for p, e in spans.items())
    event = telling("wire", said=said).event.model_copy(update={"claims": claims})
    assert chain_of(event, speaker, (spans[speaker],)) == chain

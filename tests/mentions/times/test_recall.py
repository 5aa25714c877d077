"""How many gold dates stand in the sentence of the event's quote, or hold for it."""

import json
from pathlib import Path

import pytest

from contested.language.syntax import analyse
from contested.mentions.times import read_times
from contested.model.documents import Document
from contested.reading.published import find_published
from contested.reading.structure import find_blocks, find_infobox

SHARED = Path(__file__).parents[4] / "shared"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not next to the repository")
def test_dates_of_the_first_article_are_found(parser):
    text = (SHARED / "documents" / "syrian-popular-resistance.txt").read_text(encoding="utf-8")
    gold = json.loads((SHARED / "gold" / "syrian-popular-resistance.json").read_text(encoding="utf-8"))
    blocks = find_blocks(text)
    published = find_published(text, blocks)
    document = Document(
        "d", "d", text, "", published=published.day if published else None, blocks=blocks, infobox=find_infobox(text, blocks)
    )
    analysis = analyse(document, parser)
    times = read_times(analysis)
    found = 0
    for event in gold["events"]:
        at = text.find(event["quote"])
        sentence = next(s for s in analysis.sentences if s.start <= at < s.end)
        dates = [*times.by_sentence[sentence.index], times.contexts[sentence.index]]
        right = {event["date"]["start"], *(first for first, _ in event.get("alternatives", {}).get("date", []))}
        found += bool(right & {str(m.first) for m in dates if m})
    assert found >= 0.95 * len(gold["events"])

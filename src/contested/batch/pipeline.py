"""One document from text to coding: the stages in their order, with the tables and models they need."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import contested
from contested.assessing.confidence import ConfidenceTable, weigh
from contested.assessing.events import derive_events
from contested.assessing.trace import Trace
from contested.batch.refusals import explain_refusals
from contested.coding.body import read_passages
from contested.coding.passages import Passage
from contested.coding.profile import ProfileTables, code_profile
from contested.coding.tables import Tables
from contested.language.syntax import Parser, analyse, load_parser
from contested.language.words import OrdinaryWords
from contested.linking.armies import ForceOf, as_armies
from contested.linking.enemies import oppose
from contested.linking.stating import state_event
from contested.linking.within import Linked, link_passages
from contested.mentions.actors import ActorTables, find_actors
from contested.mentions.actors.context import document_period
from contested.mentions.actors.naming import force_of
from contested.mentions.acts import find_acts
from contested.mentions.acts.denotes import Denotations
from contested.mentions.acts.nouns import Nouns, common_nouns
from contested.mentions.attribution import AttributionTables, find_attributions
from contested.mentions.bundle import Mentions, by_sentence
from contested.mentions.counts import CountTables, find_counts
from contested.mentions.places import Gazetteer, PlaceWords, find_places, open_gazetteer
from contested.mentions.times import DocumentTimes, TimeWords, read_times
from contested.mentions.weapons import WeaponTables, find_weapons
from contested.model.documents import Document
from contested.model.events import Coding
from contested.model.mentions import ActorMention
from contested.model.statements import Statement
from contested.model.syntax import Analysis
from contested.model.vocabulary import ActorKind
from contested.resources import read_table

COUNTRY_COLUMNS = ("iso", "name", "demonyms", "capitals", "other_names")
NOTHING_CODED = "no event found: the text tells no act of violence, or none that it dates and asserts"


@dataclass(frozen=True)
class Resources:
    """Everything the stages look things up in."""

    parser: Parser
    ordinary: OrdinaryWords | None
    gazetteer: Gazetteer
    coding: Tables
    actors: ActorTables
    places: PlaceWords
    times: TimeWords
    counts: CountTables
    weapons: WeaponTables
    attribution: AttributionTables
    profile: ProfileTables
    confidence: ConfidenceTable
    nouns: Nouns


class Pipeline:
    """Code documents. Each stage is a method, so that the time of each can be measured."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self.coder = f"rules/{contested.__version__}"

    def code(self, document: Document) -> Coding:
        """Code one document: profile, events, and what was left out with the reason."""
        return self.trace(document).coding

    def trace(self, document: Document) -> Trace:
        """Code one document, and keep what each stage made."""
        analysis = self.analyse(document)
        mentions, times = self.mentions(analysis)
        passages = self.read(analysis, mentions)
        linked = self.link(analysis, passages, mentions, times)
        return Trace(analysis, mentions, passages, linked, self.assess(analysis, passages, linked))

    def analyse(self, document: Document) -> Analysis:
        """Parse the document."""
        return analyse(document, self._resources.parser, self._resources.ordinary)

    def mentions(self, analysis: Analysis) -> tuple[Mentions, DocumentTimes]:
        """Find what the words denote."""
        r = self._resources
        places = find_places(analysis, r.gazetteer, r.places)
        actors = find_actors(analysis, r.actors, places)
        weapons = by_sentence(find_weapons(analysis, r.weapons))
        times = read_times(analysis, words=r.times)
        denotes = Denotations(actors, places, (w for ws in weapons.values() for w in ws), r.nouns)
        acts = find_acts(analysis, r.coding.acts, denotes, weapons)
        return Mentions(
            by_sentence(times.mentions), by_sentence(places), by_sentence(actors), by_sentence(find_counts(analysis, r.counts)),
            weapons, by_sentence(acts), by_sentence(find_attributions(analysis, r.attribution)),
        ), times

    def read(self, analysis: Analysis, mentions: Mentions) -> tuple[Passage, ...]:
        """Read which events each sentence tells."""
        return read_passages(analysis, mentions, self._resources.coding)

    def link(self, analysis: Analysis, passages: Sequence[Passage], mentions: Mentions, times: DocumentTimes) -> Linked:
        """Join the passages that tell one event."""
        linked = link_passages(analysis, passages, self._resources.coding, times.context_date, mentions.places)
        named = self._forces(analysis.document)
        return replace(linked, events=oppose([as_armies(e, named) for e in linked.events], named))

    def _forces(self, document: Document) -> ForceOf:
        """Give what names a force of a state, by its code and branch, at the time of a document."""
        tables, day = self._resources.actors, document_period(document)

        def named(iso: str, branch: str) -> ActorMention | None:
            if iso not in tables.countries:
                return None
            row = force_of(tables, iso, branch, day)
            return ActorMention(0, 0, 0, "", -1, row.where, row.name, ActorKind.FORCE, "table", iso)

        return named

    def assess(self, analysis: Analysis, passages: Sequence[Passage], linked: Linked) -> Coding:
        """Make statements of the events, and derive the records from the statements."""
        document = analysis.document
        statements: list[Statement] = []
        for event in linked.events:
            statements.extend(weigh(state_event(event, analysis, self.coder), event, self._resources.confidence))
        events = derive_events(statements)
        return Coding(
            document=document.name, sha256=document.sha256, coder=self.coder, profile=code_profile(document, analysis, self._resources.profile), events=events,
            left_out=explain_refusals(analysis, passages, linked), statements=tuple(statements), notes=() if events else (NOTHING_CODED,),
        )


def _names(tables: Sequence[Path]) -> frozenset[str]:
    """Give the words that stay capitalised in text written in capitals: months, days, countries, peoples, capitals."""
    rows = read_table("countries.csv", COUNTRY_COLUMNS, tables)
    named = (row[c] for row in rows for c in ("name", "demonyms", "capitals", "other_names"))
    words = {w for names in named for name in names.lower().split("|") for w in name.split()}
    return frozenset(words | CALENDAR) - KEPT_LOWER


CALENDAR = frozenset(w.lower() for w in (*calendar.month_name, *calendar.day_name) if w) - {"march", "may"}
KEPT_LOWER = frozenset({"and", "of", "the", "republic", "state", "states", "new", "united", "saint", "south", "north", "east", "west", "islands", "island", "city", "port", "people's", "democratic", "islamic", "emirate", "kingdom", "central"})


def load_pipeline(*, tables: Sequence[Path] = (), gazetteer: Path | None = None, parser: Parser | None = None) -> Pipeline:
    """Load the models and tables; ``tables`` are a user's folders, ``gazetteer`` another folder of place lists."""
    parser = parser or load_parser()
    places = open_gazetteer(gazetteer)
    words, counts = PlaceWords.load(places, tables), CountTables.load(tables)
    return Pipeline(
        Resources(
            parser, OrdinaryWords.of_parser(parser, _names(tables), places.has_town), places, Tables.load(tables), ActorTables.load(tables),
            words, TimeWords.load(tables), counts, WeaponTables.load(tables), AttributionTables.load(tables),
            ProfileTables.load(tables), ConfidenceTable.load(tables), common_nouns(counts.sides, words.types.values()),
        )
    )

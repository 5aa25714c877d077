"""One sentence at a time: which events it tells, and what it adds to events told before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from contested.coding.affiliations import Sides, sides_of_document
from contested.coding.choose import Setting, choose_place, choose_time
from contested.coding.drafts import Draft, JoinTable, Toll, Voice, merge, same_place
from contested.coding.grouping import Group, group_acts, is_capture, is_entry
from contested.coding.issuers import Issuer, block_issuers, block_offices, load_offices
from contested.coding.own_words import OWN_DENIAL, asserted, issued
from contested.coding.owners import AWAY, find_owners
from contested.coding.refine import load_prominent, refine_action
from contested.coding.restate import promiser, restate
from contested.coding.roles import Roles
from contested.coding.sections import SectionKind, SectionTable, section_kinds
from contested.coding.states import load_capitals
from contested.coding.telling import Telling
from contested.coding.voices import (
    CONTINUED,
    Speaker,
    covers,
    cue_tokens,
    is_about_toll,
    speaker_of,
    toll_of,
    voices_of_mention,
)
from contested.coding.writers import Writers, is_writer, writers_of
from contested.language.frames import frame_of
from contested.mentions.acts.table import ActTable
from contested.mentions.bundle import Mentions
from contested.model.documents import BlockKind
from contested.model.mentions import (
    ActMention,
    ActorMention,
    AttributionMention,
    CountMention,
    PlaceMention,
    TimeMention,
)
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import ActorKind, Basis, CasualtyKind, Refusal, Stance

CODED_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
BARE_TOLL = "a place and its toll"
_BODIES = frozenset({ActorKind.FORCE, ActorKind.GROUP})
_STATED = frozenset({"threat", "call_to_arms"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: the events that it tells, and positions and tolls that belong to an event told elsewhere."""

    sentence: int
    drafts: tuple[Draft, ...]
    voices: tuple[Voice, ...] = ()
    tolls: tuple[Toll, ...] = ()
    refused: tuple[ActMention, ...] = ()
    summary: bool = False
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that coding needs."""

    acts: ActTable
    joins: JoinTable
    prominent: frozenset[str]
    sections: SectionTable
    capitals: Mapping[str, str]
    offices: frozenset[str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Tables:
        """Read the tables of acts, of joining, of prominent roles, of sections, of states and of press offices."""
        return cls(ActTable.load(extra), JoinTable.load(extra), load_prominent(extra), SectionTable.load(extra), load_capitals(extra), load_offices(extra))


def read_passages(analysis: Analysis, mentions: Mentions, tables: Tables) -> tuple[Passage, ...]:
    """Read every sentence of the body of a document."""
    kinds = section_kinds(analysis.document, tables.sections)
    issuers, offices = block_issuers(analysis, mentions), block_offices(analysis, mentions)
    sides, writers = sides_of_document(analysis, mentions), writers_of(analysis)
    return tuple(
        _sided(sides, _read(_Reader(sentence, mentions, tables, issuer := issuers.get(sentence.block) or _announcer(sentence, mentions, issuers), offices.get(sentence.block), writers), issuer, kinds.get(sentence.block)))
        for sentence in analysis.sentences
        if analysis.document.blocks[sentence.block].kind in CODED_KINDS
    )


def _sided(sides: Sides, passage: Passage) -> Passage:
    drafts = tuple(replace(d, agents=sides.of_agents(d.agents), voices=sides.of_voices(d.voices), tolls=sides.of_tolls(d.tolls)) for d in passage.drafts)
    return replace(passage, drafts=drafts, voices=sides.of_voices(passage.voices), tolls=sides.of_tolls(passage.tolls))


def _announcer(sentence: Sentence, mentions: Mentions, issuers: Mapping[int, Issuer]) -> Issuer | None:
    """Find whose statement announced an item of a list: "Claim of two acts:" and the items below it."""
    if not any(m.rule == CONTINUED and not m.speaker for m in mentions.attributions.get(sentence.index, ())):
        return None
    above = [b for b in issuers if b < sentence.block]
    return replace(issuers[max(above)], verbatim=False) if above else None


def _read(reader: _Reader, issuer: Issuer | None, kind: SectionKind | None) -> Passage:
    return _in_section(_issued(reader.passage(), issuer), kind)


def _issued(passage: Passage, issuer: Issuer | None) -> Passage:
    """Note whose own words the passage is."""
    if issuer is None:
        return passage
    if not issuer.verbatim:
        return replace(passage, drafts=tuple(replace(d, issuer=issuer.body) for d in passage.drafts))
    drafts = tuple(issued(d, issuer.body) for d in passage.drafts)
    return replace(passage, drafts=drafts, tolls=tuple(asserted(t, issuer.body) for t in passage.tolls))


def _in_section(passage: Passage, kind: SectionKind | None) -> Passage:
    """Mark what a summary tells, and refuse what an outlook or a glossary names."""
    if kind is None:
        return passage
    if kind is SectionKind.SUMMARY:
        return replace(passage, summary=True)
    reason = Refusal.PREDICTED if kind is SectionKind.OUTLOOK else Refusal.NO_ACT
    refused = tuple(replace(d.acts[0], refusal=reason) for d in passage.drafts)
    return Passage(passage.sentence, (), refused=passage.refused + refused)


class _Reader:
    """Read one sentence."""

    def __init__(self, sentence: Sentence, mentions: Mentions, tables: Tables, issuer: Issuer | None, office: ActorMention | None, writers: Writers) -> None:
        self._sentence, self._tables, self._writers = sentence, tables, writers
        self._issuer, self._office = issuer.body if issuer else None, office
        n = sentence.index
        self._times, self._places = mentions.times.get(n, ()), mentions.places.get(n, ())
        self._counts, self._weapons = mentions.counts.get(n, ()), mentions.weapons.get(n, ())
        self._acts, self._speech = mentions.acts.get(n, ()), mentions.attributions.get(n, ())
        self._actors, self._all_actors = mentions.actors.get(n, ()), mentions.actors
        self._roles = Roles(sentence, self._actors, tables.acts)
        self._telling = Telling(sentence, self._acts, self._times, self._speech, self._roles, tables.acts)

    def passage(self) -> Passage:
        read = [restate(a, self._sentence, self._roles) for a in self._acts if not self._telling.is_aside(a)]
        told = [a for a in read if a.refusal is None]
        refused = tuple(a for a in read if a.refusal is not None)
        groups = group_acts(self._sentence, told, self._tables.acts, self._tables.joins, self._times, self._places)
        by_head = {h: n for n, g in enumerate(groups) for h in g.heads}
        cues = cue_tokens(self._sentence, self._speech) - by_head.keys()
        fates = {a.head: AWAY for g in groups for a in g.acts if a.head > min(g.heads) and self._telling.is_later_fate(a)}
        owners = find_owners(self._sentence, by_head | self._carriers(groups, by_head.keys() | cues) | fates, cues)
        tolls = self._tolls(groups, owners)
        only_harm = all(self._tables.acts.role_of(a) == "harm" for g in groups for a in g.acts)
        if only_harm and (bare := self._bare_toll(colon=bool(groups))):
            return bare
        voices = self._voices(groups)
        drafts = self._joined(self._draft(n, g, owners, tolls.get(n, ()), voices.get(n, ())) for n, g in enumerate(groups))
        return Passage(self._sentence.index, drafts, tuple(voices.get(-1, ())), tuple(tolls.get(-1, ())), refused, places=tuple(self._places), times=tuple(self._times))

    def _carriers(self, groups: Sequence[Group], taken: Set[int]) -> dict[int, int]:
        """Give the verbs that only carry a noun's act ("shots were fired", "an attack took place") to its group."""
        found: dict[int, int] = {}
        for n, group in enumerate(groups):
            for act in group.acts:
                token = self._sentence.tokens[act.head]
                verb = self._sentence.tokens[token.head]
                if act.form == "noun" and token.dep in ("nsubj", "nsubjpass", "dobj") and verb.pos == "VERB" and verb.i not in taken:
                    found.setdefault(verb.i, n)
        return found

    def _bare_toll(self, *, colon: bool) -> Passage | None:
        """Make an event of a place with its toll ("Kyiv: 16 dead"), where the words name no act."""
        place = next((p for p in self._places if p.start == self._sentence.start), None)
        count = next((c for c in self._counts if c.kind in (CasualtyKind.KILLED, CasualtyKind.INJURED)), None)
        if place is None or count is None or self._sentence.text[place.end - self._sentence.start :][:1] not in ((":",) if colon else (":", ",")):
            return None
        if colon and any(t.pos == "AUX" or t.dep == "agent" for t in self._sentence.tokens):
            return None
        act = ActMention(self._sentence.index, count.start, count.end, count.text, count.head, BARE_TOLL, "armed_attack", "noun", 0.6)
        tolls = tuple(toll_of(c, self._speech, self._roles, self._speaker) for c in self._counts)
        draft = Draft((act,), "armed_attack", (self._sentence.index,), tolls=tolls, place=place, own_place=True)
        return Passage(self._sentence.index, (draft,), ())

    def _joined(self, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
        """Join drafts of one sentence in which the same party does compatible things to the same people."""
        found: list[Draft] = []
        for draft in drafts:
            home = next((n for n, d in enumerate(found) if self._is_retold(d, draft)), None)
            if home is None:
                found.append(draft)
            else:
                found[home] = merge(found[home], draft, self._tables.joins)
        return tuple(found)

    def _is_retold(self, first: Draft, second: Draft) -> bool:
        if {first.action, second.action} == {"raid", "arrest"}:
            return _share(first.agents, second.agents) and not (first.own_place and second.own_place and first.place != second.place)
        if not self._tables.joins.can_be_same(first.action, second.action) or self._tables.joins.rows[first.action].family != "violence":
            return False
        if (second.own_time and second.time != first.time) or (second.own_place and first.own_place and not same_place(first.place, second.place)):
            return False
        return _share(first.agents, second.agents) and _share(first.patients, second.patients)

    def _tolls(self, groups: Sequence[Group], owners: Sequence[int]) -> dict[int, tuple[Toll, ...]]:
        found: dict[int, list[Toll]] = {}
        last = -1
        for count in self._counts:
            owner = self._owner_of_count(count, groups, owners, last)
            last = owner
            found.setdefault(owner, []).append(toll_of(count, self._speech, self._roles, self._speaker))
        return {n: tuple(ts) for n, ts in found.items()}

    def _owner_of_count(self, count: CountMention, groups: Sequence[Group], owners: Sequence[int], last: int) -> int:
        if not groups:
            return -1
        if count.part_of_previous and last >= 0:
            return last
        for i in (count.governor, count.head):
            if 0 <= i < len(owners) and owners[i] >= 0 and self._takes_tolls(groups[owners[i]]):
                return owners[i]
        able = [n for n, g in enumerate(groups) if self._takes_tolls(g)]
        if not able:
            return -1
        at = max(count.governor, count.head, 0)
        before = [n for n in able if min(groups[n].heads) <= at]
        return before[-1] if before else able[0]

    def _takes_tolls(self, group: Group) -> bool:
        return self._tables.joins.rows[group.acts[0].action].family in (
            "violence", "taking", "custody", "territory", "siege", "displacement", "disruption", "protest", "escape", "withdrawal")

    def _voices(self, groups: Sequence[Group]) -> dict[int, list[Voice]]:
        found: dict[int, list[Voice]] = {}
        for mention in self._speech:
            homes = [n for n, g in enumerate(groups) if any(covers(mention, a.start, a.end) for a in g.acts)]
            homes = self._told_not_recalled(homes, groups)
            only_toll = is_about_toll(mention)
            if only_toll and homes:
                homes = homes[:1]
            if not homes:
                homes = self._nearest_home(mention, groups)
                whole = False
            else:
                whole = not only_toll
            for n in homes or [-1]:
                lead = n < 0 or any(covers(mention, a.start, a.end) for a in groups[n].acts[:1])
                voices = voices_of_mention(mention, self._speaker(mention), self._roles, self._all_actors, whole=whole and lead)
                found.setdefault(n, []).extend(voices)
        return found

    def _told_not_recalled(self, homes: Sequence[int], groups: Sequence[Group]) -> list[int]:
        """Leave out acts that are only recalled by "the ..." beside one that is told: "said that the march had been calm until they fired"."""
        told = [n for n in homes if any(a.form != "noun" or not self._telling.is_anaphoric(a, dated=False) for a in groups[n].acts)]
        return told if told and any(a.form != "noun" for n in told for a in groups[n].acts) else list(homes)

    def _speaker(self, mention: AttributionMention) -> Speaker:
        if self._office and any(mention.speaker.casefold().endswith(words) for words in self._tables.offices):
            return self._office.name, self._office
        party, speaker = speaker_of(mention, self._roles, self._issuer, self._all_actors, self._tables.capitals)
        return ("", None) if is_writer(party, speaker, self._writers) else (party, speaker)

    def _nearest_home(self, mention: AttributionMention, groups: Sequence[Group]) -> list[int]:
        """Find the event that "claimed the attack" or "denied it" is about inside its own sentence."""
        able = [n for n, g in enumerate(groups) if self._takes_tolls(g) and not self._describes_speaker(mention, g)]
        if not able:
            return []
        before = [n for n in able if min(groups[n].heads) < max(mention.head, 0)]
        return before[-1:] or able[:1]

    def _describes_speaker(self, mention: AttributionMention, group: Group) -> bool:
        """Do the acts only stand in a clause about the speaker: "the brigade, which did the fighting, called that untrue"?"""
        speakers = {m.speaker_head for m in self._speech if m.speaker_head >= 0 and m.rule != CONTINUED} if mention.speaker_head >= 0 else set()
        clauses = [c for s in speakers for c in self._sentence.children[s] if self._sentence.tokens[c].dep == "relcl"]
        return any(set(group.heads) <= set(self._sentence.subtree(c)) for c in clauses)

    def _draft(self, n: int, group: Group, owners: Sequence[int], tolls: Sequence[Toll], voices: Sequence[Voice]) -> Draft:
        telling, acts = self._telling, self._tables.acts
        joins = self._tables.joins.rows
        only_harm = self._tells_harm_only(group)
        violent = any(joins[a.action].family == "violence" and (only_harm or acts.role_of(a) != "harm") for a in group.acts)
        lead = max(group.acts, key=lambda a: (not self._is_described(a, group), not is_entry(self._sentence, a), not violent or joins[a.action].family == "violence", acts.role_of(a) in ("act", "means"), joins[a.action].rank, -a.head))
        agents, patients = self._parties(lead, group)
        if self._issuer and not agents and self._is_own(lead):
            agents = (self._issuer,)
        if self._issuer and (denied := self._own_denial(lead)):
            voices = (*voices, denied)
        setting = Setting(self._sentence, n, owners, group.heads, self._speech, frozenset(a.head for a in self._acts if a.refusal is not None))
        time, reported, at_act = choose_time(setting, lead.action, self._times)
        if setting.is_object_of_speech():
            reported = time is not None
        if time is not None and not at_act:
            reported = reported or telling.is_claimed(lead) or telling.is_outside_speech(lead, time)
        place, own_place = choose_place(setting, lead.action, self._places, self._actors, [a for a in agents if a.rule != "object"], time is not None and at_act)
        harmed = any(acts.role_of(a) == "harm" for a in group.acts)
        weapons = tuple(w for w in self._weapons if self._weapon_owner(w.head, owners, n))
        victims = tuple(p for a in group.acts for p in self._roles.parties(a)[1]) if harmed else patients
        action = refine_action(lead, group.acts, agents, victims, weapons, self._sentence, self._tables.prominent)
        if action in _STATED:
            reported = False
            agents = agents or promiser(lead, self._sentence, self._roles) or tuple(v.speaker for v in voices if v.speaker)[:1]
        if action == "ceasefire" and not agents and not patients:
            agents = promiser(lead, self._sentence, self._roles)
        anaphoric = telling.is_anaphoric(lead, dated=at_act and time is not None and not reported) or telling.is_harm_recalled(lead)
        harm_only = self._tells_harm_only(group) and not (self._is_deed(lead) and agents and patients and (at_act or own_place))
        own_time = time is not None and not (reported and (harm_only or anaphoric or (lead.form == "noun" and not at_act)))
        return Draft(
            (lead, *(a for a in group.acts if a is not lead)), action, (self._sentence.index,), agents, patients, weapons, tuple(tolls), tuple(voices),
            time, own_time and not telling.is_behind(lead), Basis.REPORT if reported else Basis.OCCURRENCE,
            place, own_place, anaphoric, harm_only, telling.is_total(lead, time, counted=bool(tolls) and harm_only),
            telling.is_spoken(lead), telling.is_headline(), telling.is_topic(lead), reported, telling.is_sequel(lead), telling.stands_alone(lead),
        )

    def _is_own(self, act: ActMention) -> bool:
        """Is the doer "we" or "our men"?"""
        tokens = self._sentence.tokens
        doers = frame_of(self._sentence, act.head).agents
        return any(tokens[i].lower in ("we", "us") or any(tokens[k].lower == "our" for k in self._sentence.children[i]) for i in doers)

    def _own_denial(self, lead: ActMention) -> Voice | None:
        """Give the issuer's denial of what the act came from: "we did not lay the mine that killed him"."""
        above = set(self._sentence.ancestors(lead.head))
        denied = next((a for a in self._acts if a.refusal is Refusal.NEGATED and a.head in above and self._is_own(a)), None)
        if denied is None or self._issuer is None:
            return None
        return Voice(self._issuer.name, Stance.DENIES, "responsibility", denied.start, denied.end, self._issuer, whole=True, rule=OWN_DENIAL)

    def _tells_harm_only(self, group: Group) -> bool:
        """Do the acts only tell what befell people: killed, wounded, taken prisoner with them?"""
        harms = [self._tables.acts.role_of(a) in ("harm", "effect") for a in group.acts]
        return any(harms) and all(h or is_capture(self._sentence, a) for h, a in zip(harms, group.acts, strict=True))

    def _is_deed(self, lead: ActMention) -> bool:
        """Does an active verb say who did the harm ("soldiers killed ...")?"""
        return lead.form == "active" and "subj" in self._tables.acts.row_of(lead).agent

    def _is_described(self, act: ActMention, group: Group) -> bool:
        """Does the act only describe somebody in a relative clause under another act: "soldiers who rounded them up killed ..."?"""
        if self._sentence.tokens[act.head].dep != "relcl":
            return False
        return any(h in group.heads for h in self._sentence.ancestors(act.head))

    def _weapon_owner(self, i: int, owners: Sequence[int], n: int) -> bool:
        owner = owners[i] if 0 <= i < len(owners) else -1
        return owner in (n, -1)

    def _parties(self, lead: ActMention, group: Group) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        """Find the parties: those of the leading act, and of the others where it names none."""
        agents, patients = self._roles.parties(lead)
        for act in group.acts:
            if act is lead or (act.action == "weapons_disrupted" and lead.action != act.action):
                continue
            more_agents, more_patients = self._roles.parties(act)
            if (not agents and self._tables.acts.role_of(act) != "harm") or (act.form != "noun" and not agents):
                agents = more_agents
            if not patients:
                patients = more_patients
            elif all(p.rule == "object" and not p.members for p in patients):
                patients += tuple(p for p in more_patients if p.kind in _BODIES)
        names = {a.name for a in agents}
        return agents, tuple(p for p in patients if p.name not in names)


def _share(left: Sequence[ActorMention], right: Sequence[ActorMention]) -> bool:
    return not {a.name for a in left}.isdisjoint(a.name for a in right)


def left_out(passages: Sequence[Passage]) -> Iterator[ActMention]:
    """Give the acts that were refused by their own words."""
    for passage in passages:
        yield from passage.refused

"""One event of a sentence: its action, parties, place, time, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.drafts import Draft, Toll, Voice
from contested.coding.given import Given
from contested.coding.grouping import Group, is_capture, is_entry
from contested.coding.locating import choose_place
from contested.coding.own_words import OWN_DENIAL
from contested.coding.refine import refine_action
from contested.coding.restate import promiser
from contested.coding.setting import Setting
from contested.coding.timing import choose_time
from contested.language.frames import frame_of
from contested.model.mentions import ActMention, ActorMention
from contested.model.vocabulary import ActorKind, Basis, Refusal, Stance

_BODIES = frozenset({ActorKind.FORCE, ActorKind.GROUP})
_STATED = frozenset({"threat", "call_to_arms"})


def make_draft(given: Given, n: int, group: Group, owners: Sequence[int], tolls: Sequence[Toll], voices: Sequence[Voice]) -> Draft:
    """Draft the event that a group of acts, the ``n``th of its sentence, tells; ``owners`` gives the group of each token."""
    telling, acts = given.telling, given.tables.acts
    joins = given.tables.joins.rows
    only_harm = _tells_harm_only(given, group)
    violent = any(joins[a.action].family == "violence" and (only_harm or acts.role_of(a) != "harm") for a in group.acts)
    lead = max(group.acts, key=lambda a: (not _is_described(given, a, group), not is_entry(given.sentence, a), not violent or joins[a.action].family == "violence", acts.role_of(a) in ("act", "means"), joins[a.action].rank, -a.head))
    agents, patients = _parties(given, lead, group)
    if given.issuer and not agents and _is_own(given, lead):
        agents = (given.issuer,)
    if given.issuer and (denied := _own_denial(given, lead)):
        voices = (*voices, denied)
    setting = Setting(given.sentence, n, owners, group.heads, given.speech, frozenset(a.head for a in given.acts if a.refusal is not None))
    time, reported, at_act = choose_time(setting, lead.action, given.times)
    if setting.is_object_of_speech():
        reported = time is not None
    if time is not None and not at_act:
        reported = reported or telling.is_claimed(lead) or telling.is_outside_speech(lead, time)
    place, own_place = choose_place(setting, lead.action, given.places, given.actors, [a for a in agents if a.rule != "object"], time is not None and at_act)
    harmed = any(acts.role_of(a) == "harm" for a in group.acts)
    weapons = tuple(w for w in given.weapons if _is_owned(w.head, owners, n))
    victims = tuple(p for a in group.acts for p in given.roles.parties(a)[1]) if harmed else patients
    action = refine_action(lead, group.acts, agents, victims, weapons, given.sentence, given.tables.prominent)
    if action in _STATED:
        reported = False
        agents = agents or promiser(lead, given.sentence, given.roles) or tuple(v.speaker for v in voices if v.speaker)[:1]
    if action == "ceasefire" and not agents and not patients:
        agents = promiser(lead, given.sentence, given.roles)
    anaphoric = telling.is_anaphoric(lead, dated=at_act and time is not None and not reported) or telling.is_harm_recalled(lead)
    harm_only = _tells_harm_only(given, group) and not (_is_deed(given, lead) and agents and patients and (at_act or own_place))
    own_time = time is not None and not (reported and (harm_only or anaphoric or (lead.form == "noun" and not at_act)))
    return Draft(
        (lead, *(a for a in group.acts if a is not lead)), action, (given.sentence.index,), agents, patients, weapons, tuple(tolls), tuple(voices),
        time, own_time and not telling.is_behind(lead), Basis.REPORT if reported else Basis.OCCURRENCE,
        place, own_place, anaphoric, harm_only, telling.is_total(lead, time, counted=bool(tolls) and harm_only),
        telling.is_spoken(lead), telling.is_headline(), telling.is_topic(lead), reported, telling.is_sequel(lead), telling.stands_alone(lead),
    )


def _is_own(given: Given, act: ActMention) -> bool:
    """Is the doer "we" or "our men"?"""
    tokens = given.sentence.tokens
    doers = frame_of(given.sentence, act.head).agents
    return any(tokens[i].lower in ("we", "us") or any(tokens[k].lower == "our" for k in given.sentence.children[i]) for i in doers)


def _own_denial(given: Given, lead: ActMention) -> Voice | None:
    """Give the issuer's denial of what the act came from: "we did not lay the mine that killed him"."""
    above = set(given.sentence.ancestors(lead.head))
    denied = next((a for a in given.acts if a.refusal is Refusal.NEGATED and a.head in above and _is_own(given, a)), None)
    if denied is None or given.issuer is None:
        return None
    return Voice(given.issuer.name, Stance.DENIES, "responsibility", denied.start, denied.end, given.issuer, whole=True, rule=OWN_DENIAL)


def _tells_harm_only(given: Given, group: Group) -> bool:
    """Do the acts only tell what befell people: killed, wounded, taken prisoner with them?"""
    harms = [given.tables.acts.role_of(a) in ("harm", "effect") for a in group.acts]
    return any(harms) and all(h or is_capture(given.sentence, a) for h, a in zip(harms, group.acts, strict=True))


def _is_deed(given: Given, lead: ActMention) -> bool:
    """Does an active verb say who did the harm ("soldiers killed ...")?"""
    return lead.form == "active" and "subj" in given.tables.acts.row_of(lead).agent


def _is_described(given: Given, act: ActMention, group: Group) -> bool:
    """Does the act only describe somebody in a relative clause under another act: "soldiers who rounded them up killed ..."?"""
    if given.sentence.tokens[act.head].dep != "relcl":
        return False
    return any(h in group.heads for h in given.sentence.ancestors(act.head))


def _is_owned(i: int, owners: Sequence[int], n: int) -> bool:
    """Does a token belong to the group, or to none?"""
    owner = owners[i] if 0 <= i < len(owners) else -1
    return owner in (n, -1)


def _parties(given: Given, lead: ActMention, group: Group) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Find the parties: those of the leading act, and of the others where it names none."""
    agents, patients = given.roles.parties(lead)
    for act in group.acts:
        if act is lead or (act.action == "weapons_disrupted" and lead.action != act.action):
            continue
        more_agents, more_patients = given.roles.parties(act)
        if (not agents and given.tables.acts.role_of(act) != "harm") or (act.form != "noun" and not agents):
            agents = more_agents
        if not patients:
            patients = more_patients
        elif all(p.rule == "object" and not p.members for p in patients):
            patients += tuple(p for p in more_patients if p.kind in _BODIES)
    names = {a.name for a in agents}
    return agents, tuple(p for p in patients if p.name not in names)

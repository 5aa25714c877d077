"""Which of a sentence's places is the event's."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.owners import AWAY, SPEECH, UNOWNED
from contested.coding.setting import Setting
from contested.model.mentions import ActorMention, PlaceMention
from contested.model.vocabulary import ActorKind

_EVENT_CUES = frozenset({"in", "at", "near", "on", "outside", "inside", "around", "between", "of", "over", "within", "across", "against", "into", "round", "to", "along", "under", "off", "above", "beside", "west of", "east of", "north of", "south of"})
_ALONG = frozenset({"road", "highway", "river", "route", "street", "avenue", "motorway"})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.SOURCE})
_CLOSE = 9
_CLOSE_IN_BRACKETS = 14
_CARE = frozenset({"hospital", "clinic", "morgue", "mortuary", "cmh", "phcc"})
_SAYINGS = frozenset(
    {"announcement", "audio", "broadcast", "call", "communique", "communiqué", "conference", "email", "interview", "leaflet", "letter", "message",
     "note", "post", "recording", "release", "report", "speech", "statement", "text", "tweet", "video"}
)
_SENT = frozenset({"shelling", "air_strike", "drone_strike", "armed_attack", "shooting"})
_LEAVING = frozenset({"withdrawal", "displacement", "escape"})
_PASSING = frozenset({"deployment", "displacement", "weapons_disrupted", "prisoner_release", "abduction", "escape"})
_AWAY_CUES = frozenset({"from", "towards", "toward", "via", "through", "since"})
NOWHERE = frozenset(
    {"threat", "call_to_arms", "designation", "dissolution", "formation", "leadership_change", "merger", "split", "talks_suspended",
     "restructuring", "allegiance", "sanction", "accusation"}
)
_FROM_IS_PLACE = frozenset({"abduction", "displacement", "withdrawal", "escape", "prisoner_release", "rescue", "hijacking"})
_FINENESS = {"facility": 0.5, "feature": 0.3, "settlement": 0.8, "unlisted": 0.8, "division2": 0.4, "division1": 0.0, "region": 0.1, "country": -1.2}


def choose_place(
    setting: Setting, action: str, places: Sequence[PlaceMention], actors: Sequence[ActorMention], agents: Sequence[ActorMention], own_time: bool
) -> tuple[PlaceMention | None, bool]:
    """Choose the place of a group of acts, the most specific one that the words tie to it: (place, whether it is its own)."""
    if action in NOWHERE:
        return None, False
    best: tuple[float, int] | None = None
    heads = {p.head for p in places if _is_spot(p)}
    for n, place in enumerate(places):
        hangs = _hangs_on_place(setting, place, heads) or _adds_to(setting, place, places[:n])
        score = _place_score(setting, action, place, actors, agents, own_time) - 1.6 * hangs
        if score > 0 and (best is None or score > best[0]):
            best = (score, n)
    if best is None:
        return None, False
    chosen = places[best[1]]
    return chosen, setting.owner(chosen) in (setting.group, UNOWNED)


def _is_spot(place: PlaceMention) -> bool:
    """Is the place more exact than what is said of where it lies: no road, and no building in a town?"""
    return place.kind != "facility" and not _ALONG & set(place.text.casefold().split())


def _adds_to(setting: Setting, place: PlaceMention, before: Sequence[PlaceMention]) -> bool:
    """Does the place, after a comma, only say where the one before it lies: "Ouargla, in the oil country of Algeria"?"""
    spots = [p for p in before if p.end <= place.start and _is_spot(p) and p.kind not in ("country", "division1", "region")]
    if not spots:
        return False
    between = [t for t in setting.sentence.tokens if spots[-1].end <= t.start and t.end <= place.start]
    most = _CLOSE_IN_BRACKETS if between and between[0].text == "(" else _CLOSE
    return 0 < len(between) <= most and between[0].text in (",", "(") and not any(t.pos in ("VERB", "AUX") or t.lower in ("and", "then") for t in between)


def _hangs_on_place(setting: Setting, place: PlaceMention, heads: set[int]) -> bool:
    """Does the place only say where another one lies: "Kawuri, in the Konduga area"?"""
    at = place.head
    while at >= 0 and at not in setting.heads and setting.sentence.tokens[at].head != at:
        at = setting.sentence.tokens[at].head
        if at in heads and at != place.head:
            return True
    return False


def _place_score(
    setting: Setting, action: str, place: PlaceMention, actors: Sequence[ActorMention], agents: Sequence[ActorMention], own_time: bool
) -> float:
    owner = setting.owner(place)
    if owner == AWAY or (place.cue == "to" and setting.is_brought_there(place)) or any(s.speaker_start <= place.start and place.end <= s.speaker_end for s in setting.speech):
        return 0.0
    if any(a.kind in _PEOPLE and (a.kind is ActorKind.PERSON or not place.cue) and a.start <= place.start and place.end <= a.end for a in actors):
        return 0.0
    if _is_care(setting, place) or _is_of_saying(setting, place) or (action in _SENT and _is_origin(setting, place)):
        return 0.0
    if any(a.start <= place.start and place.end <= a.end for a in agents) and place.cue not in ("in", "at", "near"):
        return 3.0 if action == "conviction" else 0.0
    base = {setting.group: 3.0, UNOWNED: 2.0, SPEECH: -2.0}.get(owner, 0.9)
    if owner not in (setting.group, UNOWNED, SPEECH):
        base = 0.5 if place.head > max(setting.heads) else -1.0 if own_time else 0.9
    if place.cue in _AWAY_CUES and not (place.cue == "through" and owner == setting.group and action not in _PASSING):
        base -= 0.2 if place.cue == "from" and action in _FROM_IS_PLACE and _leaves(setting, place, actors) else 4.0
    elif action in _LEAVING and _is_headed_for(setting, place):
        base -= 3.0
    elif place.cue in _EVENT_CUES:
        base += 0.5
    elif not place.cue:
        token = setting.sentence.tokens[place.head] if place.head >= 0 else None
        direct = token is not None and token.head in setting.heads and token.dep in ("dobj", "nsubj", "nsubjpass", "attr")
        base += 0.6 if direct else 0.0 if place.start == setting.sentence.start else -1.2
    if place.kind == "facility" and _is_named_after_place(place, actors):
        base += 0.6
    if place.head >= 0 and set(setting.sentence.ancestors(place.head)) & {a.head for a in agents if a.rule != "object"}:
        base -= 1.5
    if owner == setting.group and setting.crosses(place):
        base -= 1.0
    return base + _FINENESS.get(place.kind, 0.0) + 0.5 / (2 + setting.distance(place))


def _is_named_after_place(place: PlaceMention, actors: Sequence[ActorMention]) -> bool:
    """Does a building bear the name of its place ("X police station"), not that of a body ("X Brigade barracks")?"""
    if not place.text.split()[-1].islower():
        return False
    return not any(a.rule not in ("object", "owner of an object") and a.start <= place.start < a.end < place.end for a in actors)


def _is_care(setting: Setting, place: PlaceMention) -> bool:
    """Is the place only where the dead and wounded were brought?"""
    if not _CARE & set(place.text.casefold().split()):
        return False
    token = setting.sentence.tokens[place.head] if place.head >= 0 else None
    return token is None or not (token.head in setting.heads and token.dep in ("dobj", "nsubj", "nsubjpass"))


def _is_origin(setting: Setting, place: PlaceMention) -> bool:
    """Is the place only where the fire came from: "the rockets came from the north, in the area of Dori"?"""
    tokens = setting.sentence.tokens
    above = set(setting.sentence.ancestors(place.head)) if place.head >= 0 else set()
    origins = [
        k for h in above if tokens[h].lemma in ("come", "fire", "launch") for k in setting.sentence.children[h] if tokens[k].lower == "from" and k < place.head
    ]
    return bool(origins) and (bool(above & set(origins)) or place.cue == "in")


def _is_of_saying(setting: Setting, place: PlaceMention) -> bool:
    """Is the place only where somebody was told: "claimed the attack in a message to reporters in Dori"?"""
    if place.head < 0 or not setting.speech:
        return False
    for i in setting.sentence.ancestors(place.head):
        token = setting.sentence.tokens[i]
        if i in setting.heads:
            return False
        if token.lemma.lower() in _SAYINGS and token.dep == "pobj":
            return not any(i in setting.sentence.ancestors(h) for h in setting.heads)
    return False


def _is_headed_for(setting: Setting, place: PlaceMention) -> bool:
    """Is the place where those who leave go to: "left Alma for Kelda"?"""
    tokens = setting.sentence.tokens
    return place.head >= 0 and tokens[tokens[place.head].head].lower in ("for", "to", "into")


def _leaves(setting: Setting, place: PlaceMention, actors: Sequence[ActorMention]) -> bool:
    """Does the act itself start from the place ("taken from the hostel", "left Kelda"), and not the people ("students from Idlib")?"""
    if place.head < 0:
        return False
    tokens = setting.sentence.tokens
    if tokens[place.head].dep == "dobj":
        return tokens[place.head].head in setting.heads
    above = tokens[place.head].head
    while tokens[above].pos == "ADP" and tokens[above].head != above:
        above = tokens[above].head
    return above in setting.heads and not any(a.head == above and a.kind not in (ActorKind.ORGANISATION, ActorKind.UNKNOWN) for a in actors)

"""Which of a sentence's dates and places are the event's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.coding.owners import AWAY, SPEECH, UNOWNED
from contested.model.mentions import ActorMention, AttributionMention, Mention, PlaceMention, TimeMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind

_NO_DATE_KINDS = frozenset({"duration", "recurring", "clock", "deadline"})
_EVENT_CUES = frozenset({"in", "at", "near", "on", "outside", "inside", "around", "between", "of", "over", "within", "across", "against", "into", "round", "to", "along", "under", "off", "above", "beside", "west of", "east of", "north of", "south of"})
_ALONG = frozenset({"road", "highway", "river", "route", "street", "avenue", "motorway"})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.SOURCE})
_BROUGHT = frozenset({"take", "bring", "rush", "evacuate", "fly", "transfer", "transport", "carry", "airlift"})
_BRINGING = frozenset({"evacuate", "transfer", "transport", "rush", "bring", "airlift", "return", "travel", "head", "flee"})
_TELLING = frozenset({"announce", "make", "publish", "release", "report", "reveal", "say", "tell", "know", "issue", "disclose", "confirm", "quote"})
_CLOSE, _CLOSE_IN_BRACKETS = 9, 14
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
_SPOKEN_OF = frozenset({"ceasefire", "threat", "call_to_arms"})
_HOLDING = frozenset({"from", "for", "until", "till", "by", "effective", "before", "to", "through", "midnight", "as"})
DECLARED = frozenset({"ceasefire", "threat", "call_to_arms", "curfew"})
FROM_IS_PLACE = frozenset({"abduction", "displacement", "withdrawal", "escape", "prisoner_release", "rescue", "hijacking"})
_FINENESS = {"facility": 0.5, "feature": 0.3, "settlement": 0.8, "unlisted": 0.8, "division2": 0.4, "division1": 0.0, "region": 0.1, "country": -1.2}


@dataclass(frozen=True, slots=True)
class Setting:
    """One group of acts in its sentence: what the choice of its date and place looks at; ``refused`` are the heads of acts that are no events."""

    sentence: Sentence
    group: int
    owners: Sequence[int]
    heads: frozenset[int]
    speech: Sequence[AttributionMention]
    refused: frozenset[int] = frozenset()

    def owner(self, mention: Mention) -> int:
        """Give the group that a mention belongs to; words inside the content of a position are nobody's own."""
        owner = self.owners[mention.head] if 0 <= mention.head < len(self.owners) else UNOWNED
        if owner == SPEECH and not self.is_object_of_speech() and any(s.scope_start <= mention.start and mention.end <= s.scope_end for s in self.speech):
            return UNOWNED
        return owner

    def is_object_of_speech(self) -> bool:
        """Is the act a noun that somebody claims, confirms or denies: "claimed the attack"?"""
        cues = {s.head for s in self.speech}
        return any(self.sentence.tokens[h].dep in ("dobj", "pobj") and set(self.sentence.ancestors(h)[:2]) & cues for h in self.heads)

    def governs(self, mention: Mention) -> bool:
        """Does the verb over the mention stand over the act too?"""
        above = {a for h in self.heads for a in self.sentence.ancestors(h)} | self.heads
        verb = next((i for i in self.sentence.ancestors(mention.head) if self.sentence.tokens[i].pos in ("VERB", "AUX")), None)
        return verb is None or verb in above

    def distance(self, mention: Mention) -> int:
        """Count the tokens between a mention and the nearest act."""
        return min(abs(mention.head - h) for h in self.heads) if mention.head >= 0 else 50

    def is_aside(self, mention: Mention) -> bool:
        """Does the mention stand in a clause about something else than the act: "a truce, made public today, was signed on ..."?"""
        tokens = self.sentence.tokens
        above = {a for h in self.heads for a in self.sentence.ancestors(h)}
        at = mention.head
        while at >= 0 and at not in self.heads and at not in above and tokens[at].head != at:
            token = tokens[at]
            if token.pos == "VERB" and (token.dep == "relcl" or (token.dep == "acl" and token.lemma in _TELLING)) and (token.head not in self.heads or token.lemma in _TELLING):
                return True
            at = token.head
        return False

    def is_brought_there(self, mention: Mention) -> bool:
        """Is the place only where people were brought afterwards: "was hit and taken to Kelda"?"""
        tokens = self.sentence.tokens
        at = mention.head
        while at >= 0 and at not in self.heads and tokens[at].head != at:
            if tokens[at].pos == "VERB":
                return tokens[at].lemma in _BROUGHT
            at = tokens[at].head
        return False

    def is_of_refused(self, mention: Mention) -> bool:
        """Does a mention hang on a noun for an act that is no event: "fired them for raids in the summer"?"""
        for i in self.sentence.ancestors(mention.head) if mention.head >= 0 else ():
            if i in self.heads:
                return False
            if i in self.refused and self.sentence.tokens[i].pos == "NOUN":
                return not any(i in self.sentence.ancestors(h) for h in self.heads)
        return False

    def crosses(self, mention: Mention) -> bool:
        """Does the way from the mention up to the act lead through another coordinated verb?"""
        at = mention.head
        while at >= 0 and at not in self.heads and self.sentence.tokens[at].head != at:
            token = self.sentence.tokens[at]
            if token.pos == "VERB" and (token.dep == "conj" or token.lemma in _BRINGING):
                return True
            at = token.head
        return False


def choose_time(setting: Setting, action: str, times: Sequence[TimeMention]) -> tuple[TimeMention | None, bool, bool]:
    """Choose the time of a group of acts: (time, whether it is only that of the report, whether it stands at the act)."""
    best: tuple[float, TimeMention, bool] | None = None
    for time in times:
        if time.first is None or time.kind in _NO_DATE_KINDS:
            continue
        if action in _SPOKEN_OF and _holds_from(setting, time):
            continue
        score, reported = _time_score(setting, time)
        if action in DECLARED and _is_start(setting, time):
            score -= 1.7
        if best is None or score > best[0]:
            best = (score, time, reported)
    if best is None or best[0] <= 0:
        return None, False, False
    return best[1], best[2], best[0] >= 3


def _is_start(setting: Setting, time: TimeMention) -> bool:
    """Is the date, after the act, only that from which what was declared holds?"""
    return time.head > max(setting.heads)


def _holds_from(setting: Setting, time: TimeMention) -> bool:
    """Is the date, after the act, that from which or until which what was declared holds: "a truce from 3 May"?"""
    if not _is_start(setting, time):
        return False
    tokens = setting.sentence.tokens
    over = [i for i in setting.sentence.ancestors(time.head) if i > max(setting.heads)]
    words = {t.lower for t in tokens if time.start <= t.start < time.end} | {tokens[i].lower for i in over}
    return bool(words & _HOLDING) or any(tokens[i].lower == "force" for i in range(time.head - 4, time.head))


def _time_score(setting: Setting, time: TimeMention) -> tuple[float, bool]:
    if setting.is_of_refused(time):
        return 0.0, False
    owner = setting.owner(time)
    if owner == AWAY:
        return 0.0, False
    nearness = 1.0 / (2 + setting.distance(time))
    if owner == setting.group:
        return (0.0, False) if setting.is_aside(time) else (3 + nearness, False)
    if owner == SPEECH:
        return (2.2 if setting.governs(time) else 1.5) + nearness, True
    if owner == UNOWNED:
        return (2.0 if time.head < min(setting.heads) or setting.governs(time) else 0.8) + nearness, False
    first = min(setting.heads)
    if 0 <= time.head < first:
        between = any(setting.owners[i] not in (owner, UNOWNED) for i in range(time.head))
        return (0.5 if between else 1) + nearness, False
    return 0.0, False


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
        base -= 0.2 if place.cue == "from" and action in FROM_IS_PLACE and _leaves(setting, place, actors) else 4.0
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

"""Tolls told in a document (codebook 5)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from contested.mentions.counts.binding import victims
from contested.mentions.counts.figures import find_figures
from contested.mentions.counts.groups import Group, Scene, stage_scene
from contested.mentions.counts.quantities import find_quantities
from contested.mentions.counts.tables import CountTables, default_tables, word_set
from contested.mentions.counts.triggers import Trigger, find_triggers
from contested.model.documents import BlockKind
from contested.model.mentions import CountMention
from contested.model.syntax import Analysis
from contested.model.vocabulary import CasualtyKind

_DENIALS = word_set("deny denies denied denying without dismissed rejected rejects")
_POLICE = word_set("police policemen gendarmes intelligence authorities detectives")
_APPOSING = word_set(", ( : - – — and")
_HURT = word_set("hurt harmed injured wounded")
_SPAN_TOKENS = 14
_KILLED, _INJURED = CasualtyKind.KILLED, CasualtyKind.INJURED


@dataclass(frozen=True, slots=True)
class _Toll:
    """A toll before it becomes a mention."""

    kind: CasualtyKind
    low: int | None
    high: int | None
    group: Group
    governor: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the sentences before told: the last toll, and the last counted persons that "they" can mean."""

    block: int = -1
    toll: CountMention | None = None
    kinds: tuple[CasualtyKind, ...] = ()
    exact: tuple[tuple[CasualtyKind, int], ...] = ()
    persons: tuple[int | None, int | None] | None = None


def find_counts(analysis: Analysis, tables: CountTables | None = None) -> tuple[CountMention, ...]:
    """Find every toll that the sentences of a document tell, in the order of the text.

    ``tables`` are those of the package where none are given. Headings are read too: they tell tolls in digests.
    """
    tables = tables or default_tables()
    found: list[CountMention] = []
    memory = _Memory()
    for sentence in analysis.sentences:
        if analysis.document.blocks[sentence.block].kind == BlockKind.TITLE:
            continue
        lower = [token.text.lower() for token in sentence.tokens]
        if not any(w in tables.harms or w in tables.figures or w[0].isdigit() for w in lower):
            continue
        scene = stage_scene(sentence, lower, find_quantities(lower, tables), tables)
        told = _in_sentence(scene, tables, memory)
        found.extend(told)
        memory = _remember(scene, told, memory)
    return tuple(found)


def _remember(scene: Scene, told: list[CountMention], memory: _Memory) -> _Memory:
    persons = [(g.low, g.high) for g in scene.groups if g.counted and g.side not in ("", "thing") and (g.low or 0) > 1]
    last = [m for m in told if m.low != 0 or m.high != 0]
    return _Memory(
        scene.sentence.block if last else memory.block,
        last[-1] if last else memory.toll,
        tuple(m.kind for m in last) or memory.kinds,
        (*memory.exact, *((m.kind, m.low) for m in told if m.low is not None and m.low == m.high))[-6:],
        max(persons, key=lambda p: p[0] or 0) if persons else memory.persons,
    )


def _in_sentence(scene: Scene, tables: CountTables, memory: _Memory) -> list[CountMention]:
    tolls: list[_Toll] = []
    for trigger in find_triggers(scene, tables):
        for group in victims(scene, trigger, tables):
            tolls.extend(_with_more(scene, toll, tolls) for toll in _tolls_of(scene, trigger, group, memory))
    tolls.extend(_zeros(scene, tables))
    tolls = _undecided(scene, tolls)
    taken = [(t.group, t.kind) for t in tolls]
    starts = {t.group.start for t in tolls}
    context = _context(scene, tolls, memory)
    for kinds, group, governor in find_figures(scene, taken, tables, context):
        if group.start not in starts:
            tolls.extend(_Toll(k, group.low, group.high, group, governor, "figure") for k in kinds)
    mentions = [_mention(scene, toll) for toll in _distinct(tolls)]
    mentions.extend(_parts(scene, _distinct(tolls)))
    return sorted(mentions, key=lambda m: (m.start, m.end, m.kind))


def _with_more(scene: Scene, toll: _Toll, before: list[_Toll]) -> _Toll:
    """Add "two more died" to the toll of the same kind told before in the sentence."""
    group = toll.group
    if "more" not in scene.lower[group.end - 1 : group.end + 1] or toll.low is None or toll.low != toll.high:
        return toll
    same = [t for t in before if t.kind == toll.kind and t.low is not None and t.low == t.high]
    total = toll.low + (same[-1].low or 0) if same else toll.low
    return replace(toll, low=total, high=total)


def _context(scene: Scene, tolls: list[_Toll], memory: _Memory) -> tuple[CasualtyKind, ...]:
    """Give the kind that a bare figure counts: that of the toll before, the dead where they were told with others."""
    if scene.sentence.block - memory.block > 1:
        return ()
    kinds = memory.kinds or tuple(t.kind for t in tolls)
    return (_KILLED,) if _KILLED in kinds else kinds[:1]


def _tolls_of(scene: Scene, trigger: Trigger, group: Group, memory: _Memory) -> list[_Toll]:
    harm, low, high = trigger.harm, group.low, group.high
    kinds = harm.kinds
    if harm.strength == "zero" and high != 0:
        return []
    if group.any or (low is None and high is None):
        if group.any and not (trigger.negated or _denied(scene, trigger.start)):
            return []
        if not group.any:
            if memory.persons is None:
                return []
            low, high = memory.persons
    if group.definite and group.vague and not group.any and low == 2 and memory.persons:
        low, high = memory.persons
    if trigger.negated or group.any or _denies_act(scene, trigger):
        low = high = 0
    if low == high == 0 and group.noun is None and scene.lower[trigger.start] in _HURT:
        kinds = (_KILLED, _INJURED)
    if set(kinds) == {_KILLED, _INJURED} and high != 0:
        low = 0
    kinds = tuple(_by_custody(scene, trigger, group, kind) for kind in kinds)
    if not kinds:
        return []
    if group.ordinal > 2:
        low, high = _added(group.ordinal, kinds[0], memory, low, high)
    return [_Toll(kind, low, high, group, trigger.start, harm.where) for kind in kinds]


def _by_custody(scene: Scene, trigger: Trigger, group: Group, kind: CasualtyKind) -> CasualtyKind:
    """Persons "taken" in a sentence on police are arrested; fighters who are apprehended are captured."""
    if trigger.harm.strength == "from" and any(w in _POLICE for w in scene.lower):
        return CasualtyKind.ARRESTED
    if kind == CasualtyKind.ARRESTED and scene.lower[trigger.start].startswith("apprehend"):
        return CasualtyKind.CAPTURED if group.side == "militant" else kind
    return kind


def _added(
    ordinal: int, kind: CasualtyKind, memory: _Memory, low: int | None, high: int | None
) -> tuple[int | None, int | None]:
    """Count "a third had died" as three where two were told before."""
    return (ordinal, ordinal) if (kind, ordinal - 1) in memory.exact else (low, high)


def _denied(scene: Scene, i: int) -> bool:
    return any(w in _DENIALS or w in ("not", "n't", "never") for w in scene.lower[max(0, i - 12) : i])


def _denies_act(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the act itself is what somebody denies ("denied having killed them")."""
    tokens = scene.sentence.tokens
    near = [w for w in scene.lower[max(0, trigger.start - 3) : trigger.start] if w not in ("having", "been", "it", "had")]
    if near and near[-1] in _DENIALS:
        return True
    head = tokens[trigger.start].head
    return head < trigger.start and scene.lower[head] in _DENIALS and tokens[trigger.start].dep in ("ccomp", "xcomp", "pcomp", "dobj")


def _zeros(scene: Scene, tables: CountTables) -> list[_Toll]:
    """Find "without casualties", "denied any loss", "casualties: none"."""
    found: list[_Toll] = []
    for i, word in enumerate(scene.lower):
        if word not in _DENIALS:
            continue
        for k in range(i + 1, min(i + 5, len(scene.lower))):
            if scene.lower[k] in (",", "the", "that"):
                break
            for harm in tables.harms.get(scene.lower[k], ()):
                if harm.shape in ("toll", "noun") and harm.kinds and len(harm.pattern) == 1 and not _counted_at(scene, k):
                    group = Group(i, k + 1, k, 0, 0, None, "")
                    if scene.lower[i] == "without" or harm.shape == "toll" or scene.lower[k - 1] == "any":
                        found.extend(_Toll(kind, 0, 0, group, k, harm.where) for kind in harm.kinds)
    return found


def _counted_at(scene: Scene, k: int) -> bool:
    group = scene.group_at(k)
    return group is not None and group.counted and not group.any


def _undecided(scene: Scene, tolls: list[_Toll]) -> list[_Toll]:
    """Make "20 killed or wounded" 0 to 20 of each; a vague figure stays as it is."""
    out: list[_Toll] = []
    for toll in tolls:
        pair = {toll.kind} | {t.kind for t in tolls if t.group.start == toll.group.start and abs(t.governor - toll.governor) == 2}
        exact = toll.low is not None and toll.low == toll.high and toll.low > 1
        out.append(replace(toll, low=0) if pair == {_KILLED, _INJURED} and exact else toll)
    return out


def _distinct(tolls: list[_Toll]) -> list[_Toll]:
    kept: dict[tuple[CasualtyKind, int], _Toll] = {}
    for toll in tolls:
        kept.setdefault((toll.kind, toll.group.start), toll)
    return list(kept.values())


def _parts(scene: Scene, tolls: list[_Toll]) -> list[CountMention]:
    """Give "eight of them pupils", "including two nurses" the kind of the toll before."""
    found: list[CountMention] = []
    bound = {t.group.start for t in tolls}
    edge = -1
    for group in scene.groups:
        if group.start in bound or group.side == "thing" or group.any:
            continue
        before = [t for t in tolls if t.group.start < group.start]
        if not before:
            continue
        whole = max(before, key=lambda t: (t.group.start, t.governor))
        if not (group.part and _names_part(scene, group)) and not _apposed(scene, group, whole, edge):
            continue
        edge = group.end
        toll = _Toll(whole.kind, group.low, group.high, group, whole.governor, "part")
        found.append(_mention(scene, toll, part=True))
    return found


def _apposed(scene: Scene, group: Group, whole: _Toll, edge: int) -> bool:
    """Tell whether the group takes the toll apart: "12 died, nine soldiers and three nurses"; edge ends the last part."""
    if group.noun is None or group.side == "" or group.part or (group.named and edge < 0):
        return False
    if whole.low is not None and (group.low or 0) > whole.low:
        return False
    start = max(whole.group.end, whole.governor + 1, edge)
    between = scene.lower[start : group.start]
    if not between or not set(between) <= _APPOSING or (edge < start and (between == ("and",) or not group.counted)):
        return False
    return group.end >= len(scene.lower) or scene.sentence.tokens[group.end].pos not in ("VERB", "AUX")


def _names_part(scene: Scene, group: Group) -> bool:
    """Tell "eight of them pupils" from "two of whom had fled": the part must say who they are, not what they did."""
    if group.noun is not None and not group.vague:
        return True
    after = [w for w in scene.lower[group.end : group.end + 3] if w not in ("were", "was", "a", "the")]
    follows = scene.sentence.tokens[group.end].pos if group.end < len(scene.lower) else ""
    return bool(after) and (after[0] == "from" or (group.noun is not None and follows not in ("VERB", "AUX")))


def _mention(scene: Scene, toll: _Toll, part: bool = False) -> CountMention:
    tokens, group = scene.sentence.tokens, toll.group
    first, last = min(group.start, toll.governor), max(group.end - 1, toll.governor)
    if last - first > _SPAN_TOKENS:
        first, last = group.start, group.end - 1
    start, end = tokens[first].start, tokens[last].end
    of = _whose(scene, toll)
    return CountMention(
        sentence=scene.sentence.index, start=start, end=end, head=group.head, rule=toll.rule,
        text=scene.sentence.text[start - scene.sentence.start : end - scene.sentence.start],
        kind=toll.kind, low=toll.low, high=toll.high,
        of=scene.sentence.text[tokens[of[0]].start - scene.sentence.start : tokens[of[1] - 1].end - scene.sentence.start] if of else None,
        of_start=tokens[of[0]].start if of else -1, of_end=tokens[of[1] - 1].end if of else -1,
        of_head=group.head if of else -1, governor=toll.governor, part_of_previous=part or group.part,
    )  # fmt: skip


def _whose(scene: Scene, toll: _Toll) -> tuple[int, int] | None:
    """Give the tokens that tell whose toll it is; of "deaths of pupils" only the pupils."""
    noun = toll.group.noun
    if noun is None or not noun[0] <= toll.governor < noun[1]:
        return noun
    start = toll.governor + 1
    if start < noun[1] and scene.lower[start] == "of":
        start += 1
    while start < noun[1] and scene.lower[start] in ("the", "its", "their"):
        start += 1
    return (start, noun[1]) if start < noun[1] else None

"""Analysis -> every place where somebody takes a position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from contested.mentions.attribution.contents import Content, find_content
from contested.mentions.attribution.cues import Cue, find_cues, is_capitals, is_negated, is_note, outer_cues
from contested.mentions.attribution.names import IMPLIED, Speaker
from contested.mentions.attribution.nominal import LABELLED, Found, find_label, find_nouns, find_phrases, label_head
from contested.mentions.attribution.quotes import open_at_ends
from contested.mentions.attribution.speakers import coordinated, describe_speaker
from contested.mentions.attribution.stances import take_position
from contested.mentions.attribution.subjects import (
    adjacent_apposition,
    claimed_for,
    nearest_before,
    stands_after,
    subject_of,
)
from contested.mentions.attribution.tables import AttributionTables
from contested.model.documents import BlockKind
from contested.model.mentions import AttributionMention
from contested.model.syntax import Analysis, Sentence, Token
from contested.model.vocabulary import Stance

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_CONTESTING = frozenset({Stance.CLAIMS, Stance.DENIES, Stance.DISPUTES, Stance.ACCUSES, Stance.ACKNOWLEDGES})
_NOBODY = frozenset({"no", "neither", "none"})


def find_attributions(analysis: Analysis, tables: AttributionTables) -> tuple[AttributionMention, ...]:
    """Find who takes which position about what, in the order of the text; one mention for each coordinated speaker.

    The document's own voice ("we", "this report"), condemnations, threats and calls are left out. A sentence inside a
    quotation that its neighbour attributes gets a mention of its own with the rule "continued".
    """
    is_open = open_at_ends(analysis.document, analysis.sentences)
    found: list[AttributionMention] = []
    block = -1
    kinds = tuple(b.kind for b in analysis.document.blocks)
    for sentence in analysis.sentences:
        mentions = _in_sentence(sentence, sentence.block != block, kinds[sentence.block] in _HEADINGS, tables)
        block = sentence.block
        found.extend(mentions)
    carried = [*_continued(analysis.sentences, is_open, found), *_listed(analysis, found), *_labelled(analysis.sentences, tables)]
    return tuple(sorted([*found, *carried], key=_place_in_text))


def _place_in_text(mention: AttributionMention) -> tuple[int, int, int]:
    return mention.sentence, mention.start, mention.speaker_start


def _in_sentence(
    sentence: Sentence, block_start: bool, is_heading: bool, tables: AttributionTables
) -> list[AttributionMention]:
    if is_heading and sum(map(str.isupper, sentence.text)) > sum(map(str.islower, sentence.text)):
        return []
    found = list(_by_verbs(sentence, tables))
    found.extend(find_phrases(sentence, tables))
    found.extend(find_nouns(sentence, tables))
    label = find_label(sentence, block_start, tables)
    if label is not None:
        found.append(label)
    return [_mention(sentence, f, speaker) for f in found for speaker in f.speakers]


def _by_verbs(sentence: Sentence, tables: AttributionTables) -> Iterator[Found]:
    cues = find_cues(sentence, tables)
    outer = outer_cues(sentence, cues)
    for n, cue in enumerate(cues):
        head = _find_subject(sentence, cue, outer, tables)
        speakers = _speakers(sentence, cue, head, tables)
        if not speakers or _only_describes(sentence, cue):
            continue
        content = find_content(sentence, cue, head, cues[n + 1 :], outer)
        position = take_position(sentence, cue, _is_denied(sentence, cue, head), content, tables)
        if position is not None:
            rule = f"{cue.row.where} {position.why}".strip()
            told = _offsets(sentence, content)
            yield Found(cue.i, cue.last, speakers, position.stance, told, position.about, rule)


def _only_describes(sentence: Sentence, cue: Cue) -> bool:
    """Tell "two men who relatives said were traders": the words only describe the men."""
    tokens = sentence.tokens
    if tokens[cue.i].dep != "relcl" or cue.row.content != "clause":
        return False
    told = [k for k in sentence.children[cue.i] if tokens[k].dep == "ccomp" and k > cue.i]
    return any(tokens[k].lemma == "be" and not any(tokens[j].dep in ("nsubj", "expl") and j > cue.i for j in sentence.children[k]) for k in told)


def _find_subject(sentence: Sentence, cue: Cue, outer: Mapping[int, int], tables: AttributionTables) -> int | None:
    token = sentence.tokens[cue.i]
    if (
        cue.row.stance is Stance.REPORTS
        and not cue.row.rest
        and (after := stands_after(sentence, cue.i, tables)) is not None
    ):
        return after
    found = subject_of(sentence, outer.get(cue.i, cue.i), cue.row.speaker == "patient")
    if found is None:
        return nearest_before(sentence, cue.i) if _may_lack_subject(sentence, token) or is_note(sentence, token, tables) else None
    if found + 2 < cue.i and sentence.tokens[found + 1].text == ":":
        return nearest_before(sentence, cue.i)
    if sentence.tokens[found].lower == "all":
        return nearest_before(sentence, cue.i)
    return adjacent_apposition(sentence, found, cue.i)


def _may_lack_subject(sentence: Sentence, token: Token) -> bool:
    """Tell a verb whose subject was misread from one that has none (a passive, an infinitive)."""
    if is_capitals(token):
        return True
    passive = any(sentence.tokens[k].dep in ("auxpass", "nsubjpass") for k in sentence.children[token.i])
    return token.i > 0 and token.tag in ("VBZ", "VBD", "VBP", "NNS") and not passive and token.dep != "relcl"


def _is_denied(sentence: Sentence, cue: Cue, head: int | None) -> bool:
    """Tell a negated cue, by its own words or by its subject ("neither of them has given figures")."""
    return is_negated(sentence, cue) or (head is not None and _is_nobody(sentence, head))


def _is_nobody(sentence: Sentence, head: int) -> bool:
    return sentence.tokens[head].lower in _NOBODY or any(
        sentence.tokens[k].lower in _NOBODY for k in sentence.children[head]
    )


def _speakers(sentence: Sentence, cue: Cue, head: int | None, tables: AttributionTables) -> tuple[Speaker, ...]:
    if head is None or cue.row.speaker == "issuer":
        return (IMPLIED,) if _opens_without_subject(sentence, cue) else ()
    if sentence.tokens[head].lower == "we" and cue.row.stance in _CONTESTING:
        return (IMPLIED,)
    if _is_nobody(sentence, head):
        return _silent_speakers(sentence, cue, head, tables)
    if cue.row.stance is Stance.CLAIMS and (owner := claimed_for(sentence, cue.i, head)) is not None:
        head = owner
    return tuple(s for h in coordinated(sentence, head) if (s := describe_speaker(sentence, h, tables)) is not None)


def _silent_speakers(sentence: Sentence, cue: Cue, head: int, tables: AttributionTables) -> tuple[Speaker, ...]:
    """Read "no representative of the army was available" and "neither side has given figures" as silence."""
    if cue.row.negated is not Stance.NO_COMMENT or cue.row.content != "none":
        return ()
    joined = coordinated(sentence, head)
    if len(joined) > 1:
        return tuple(s for h in joined if (s := describe_speaker(sentence, h, tables)) is not None)
    for k in sentence.children[head]:
        if sentence.tokens[k].dep == "prep":
            for p in sentence.children[k]:
                if sentence.tokens[p].dep == "pobj" and (speaker := describe_speaker(sentence, p, tables)) is not None:
                    return (speaker,)
    return ()


def _opens_without_subject(sentence: Sentence, cue: Cue) -> bool:
    """Tell the note style of logs: "Takes responsibility for ...", "Also says that ..."."""
    token = sentence.tokens[cue.i]
    if cue.row.speaker == "issuer":
        return token.tag == "VBN" or token.lemma == "be"
    return (
        token.tag in ("VBZ", "VBD")
        and token.text[:1].isupper() is (cue.i == 0)
        and all(t.pos in ("ADV", "PUNCT") for t in sentence.tokens[: cue.i])
        and token.dep in ("ROOT", "ccomp")
    )


def _offsets(sentence: Sentence, content: Content | None) -> tuple[int, int]:
    if content is None or content.first < 0:
        return -1, -1
    return sentence.tokens[content.first].start, sentence.tokens[content.last].end


def _mention(sentence: Sentence, found: Found, speaker: Speaker) -> AttributionMention:
    start, end = sentence.tokens[found.first].start, sentence.tokens[found.last].end
    return AttributionMention(
        sentence=sentence.index,
        start=start,
        end=end,
        text=sentence.text[start - sentence.start : end - sentence.start],
        head=found.first,
        rule=found.rule,
        stance=found.stance,
        speaker=speaker.text,
        speaker_start=speaker.start,
        speaker_end=speaker.end,
        speaker_head=speaker.head,
        scope_start=found.told[0],
        scope_end=found.told[1],
        about=found.about,
    )


def _continued(
    sentences: Sequence[Sentence], is_open: Sequence[bool], found: Sequence[AttributionMention]
) -> Iterator[AttributionMention]:
    """Give the sentences of a quotation that an attribution in a neighbouring sentence of the block introduces."""
    spoken = {m.sentence for m in found}
    for mention in found:
        if mention.scope_start < 0 or mention.rule == "continued":
            continue
        at = mention.sentence
        while at + 1 < len(sentences) and is_open[at] and at + 1 not in spoken and _same_block(sentences, at, at + 1):
            at += 1
            yield _carried(mention, sentences[at])
        at = mention.sentence
        if mention.scope_start > mention.start:
            continue
        while at > 0 and is_open[at - 1] and at - 1 not in spoken and _same_block(sentences, at, at - 1):
            at -= 1
            yield _carried(mention, sentences[at])


def _listed(analysis: Analysis, found: Sequence[AttributionMention]) -> Iterator[AttributionMention]:
    """Give the items of a list that a position announces: "Claim of two acts:" and the items below it."""
    blocks, sentences = analysis.document.blocks, analysis.sentences
    for mention in found:
        sentence = sentences[mention.sentence]
        if not sentence.text.endswith(":") or mention.scope_end < sentence.end - 1:
            continue
        block = sentence.block
        for other in sentences[mention.sentence + 1 :]:
            if other.block > block + 1 or blocks[other.block].kind is not BlockKind.ITEM:
                break
            block = other.block
            yield _carried(mention, other)


def _labelled(sentences: Sequence[Sentence], tables: AttributionTables) -> Iterator[AttributionMention]:
    """Give the sentence after a label that the parser cut off inside a block: "... RLF: | two guards killed"."""
    for before, sentence in pairwise(sentences):
        head = label_head(before) if before.index and _same_block(sentences, before.index - 1, before.index) else None
        if head is None or not _same_block(sentences, before.index, sentence.index):
            continue
        speaker = describe_speaker(before, head, tables)
        if speaker is not None:
            found = Found(head, head, (speaker,), Stance.REPORTS, (-1, -1), "", LABELLED)
            yield _carried(_mention(before, found, speaker), sentence)


def _same_block(sentences: Sequence[Sentence], a: int, b: int) -> bool:
    return sentences[a].block == sentences[b].block


def _carried(mention: AttributionMention, sentence: Sentence) -> AttributionMention:
    """Repeat a position for another sentence; the speaker's head token lies in the first one, so it is -1 here."""
    return replace(
        mention,
        sentence=sentence.index,
        head=-1,
        speaker_head=-1,
        scope_start=sentence.start,
        scope_end=sentence.end,
        about="",
        rule="continued",
    )

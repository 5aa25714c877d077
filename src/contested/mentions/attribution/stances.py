"""Decide which position a cue and its content make, and about what."""

from __future__ import annotations

from dataclasses import dataclass

from contested.mentions.attribution.contents import Content, segment
from contested.mentions.attribution.cues import Cue
from contested.mentions.attribution.matters import CAUSES, is_outlook, tells_cause, tells_identity
from contested.mentions.attribution.tables import AttributionTables
from contested.mentions.attribution.told import (
    AUTHORSHIP,
    aims_only_at,
    denies,
    denies_identity,
    harm_denied,
    has_done,
    is_future,
    is_own_deed,
    is_partial,
    knows_nothing,
    names_author,
    sets_apart,
)
from contested.mentions.attribution.unreal import is_no_speech, is_planned, is_unreal
from contested.model.syntax import Sentence, Token
from contested.model.vocabulary import Stance

IDENTITY = "who was hit"
_QUOTES = frozenset({'"', "``", "''"})


@dataclass(frozen=True, slots=True)
class Position:
    """The stance, the field it is about ("" where the words do not tell), and what changed the cue's own stance."""

    stance: Stance
    about: str
    why: str = ""


def take_position(
    sentence: Sentence, cue: Cue, negated: bool, content: Content | None, tables: AttributionTables
) -> Position | None:
    """Give the position, or None where the words make none (a plan, a hypothesis, an object that is no fact)."""
    row = cue.row
    stance = row.negated if negated else row.stance
    if stance is None or (stance is not Stance.NO_COMMENT and is_unreal(sentence, cue)) or is_no_speech(sentence, cue):
        return None
    if stance is Stance.NO_COMMENT and is_planned(sentence, cue):
        return None
    if stance is Stance.NO_COMMENT:
        return Position(stance, "event") if not negated or row.content == "none" or _is_asked(sentence, cue) else None
    if not _is_content_fit(sentence, cue, content, tables):
        return None
    if stance is Stance.ACKNOWLEDGES and content is not None and sentence.tokens[content.first].lower == "no":
        return Position(Stance.NO_COMMENT, "event", "nothing granted")
    if stance is Stance.ACCUSES and _names_cause(sentence, cue):
        return Position(Stance.DISPUTES, "event", "put down to a cause")
    if row.about:
        passing = row.content == "none" and sentence.tokens[cue.i].tag == "VBG"
        return None if passing else Position(stance, row.about)
    if stance in (Stance.ACKNOWLEDGES, Stance.CONFIRMS) and is_partial(sentence, cue.last):
        return Position(Stance.DISPUTES, "event", "granted in part")
    if stance in (Stance.REPORTS, Stance.CLAIMS, Stance.CONFIRMS):
        return _told_position(sentence, cue, stance, content, tables)
    if stance in (Stance.DENIES, Stance.DISPUTES):
        return Position(stance, _denied_field(sentence, content, tables))
    return Position(stance, _granted_field(sentence, content, tables))


def _is_spoken_of(cue: Cue) -> bool:
    return len(cue.row.rest) == 1 and "of" in cue.row.rest[0][0]


def _names_cause(sentence: Sentence, cue: Cue) -> bool:
    """Tell "put the death down to heart failure" from "attributed the bomb to the rebels"."""
    after = sentence.tokens[cue.last + 1 : segment(sentence, cue.i)[1]]
    return any(t.lemma.lower() in CAUSES for t in after) and not any(t.pos == "PROPN" for t in after)


def _granted_field(sentence: Sentence, content: Content | None, tables: AttributionTables) -> str:
    if (
        content is not None
        and content.root >= 0
        and sentence.tokens[content.root].lower in ("responsibility", "authorship")
    ):
        return "responsibility"
    return _toll_field(sentence, content, tables) or "event"


def _is_asked(sentence: Sentence, cue: Cue) -> bool:
    """Tell "could not confirm the report" from "did not admit that it was weak": both are silence here."""
    return cue.row.negated is not None and sentence.tokens[cue.i].pos != "NOUN"


def _is_content_fit(sentence: Sentence, cue: Cue, content: Content | None, tables: AttributionTables) -> bool:
    kind = cue.row.content
    if kind in ("any", "none"):
        return True
    if kind == "toll":
        return _has_toll(sentence, cue, content, tables)
    if content is None:
        return False
    if content.clause:
        return kind != "deed" or not is_future(sentence, content)
    root = sentence.tokens[content.root] if content.root >= 0 else None
    if kind == "claim":
        return (
            content.first < 0
            or _has_quote(sentence, content)
            or (
                root is not None
                and (root.pos == "PRON" or tables.is_a(root.lemma.lower(), "plea") or root.lower in ("this", "that"))
            )
        )
    if kind == "deed":
        return root is not None and root.lemma.lower() not in tables.nouns["undeed"]
    return _is_told_without_verb(sentence, cue, content, tables)


def _is_told_without_verb(sentence: Sentence, cue: Cue, content: Content, tables: AttributionTables) -> bool:
    """Accept "said so", a quotation, a toll, or a bare name ("says RSF")."""
    if content.first < 0:
        return sentence.tokens[content.root].lower in ("so", "this", "that", "it")
    tokens = sentence.tokens[content.first : content.last + 1]
    says = sentence.tokens[cue.i].lemma.lower() in ("say", "state")
    if _has_quote(sentence, content) or (tokens[0].lower in ("no", "nobody") and says):
        return True
    if any(_is_number(t) for t in tokens) and any(
        t.lemma.lower() in tables.nouns["killed"] | tables.nouns["injured"] for t in tokens
    ):
        return True
    if tokens[0].pos in ("NUM",) and tokens[0].ent not in ("DATE", "TIME"):
        return True
    if content.root >= 0 and sentence.tokens[content.root].dep == "dobj":
        return _is_bare_name(tokens)
    return any(t.pos in ("VERB", "AUX") and t.dep not in ("relcl", "acl", "amod") for t in tokens) or _is_bare_name(
        tokens
    )


def _is_bare_name(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) <= 3 and all(t.pos == "PROPN" and t.ent not in ("DATE", "TIME") for t in tokens)


def _has_quote(sentence: Sentence, content: Content) -> bool:
    return any(t.text in _QUOTES for t in sentence.tokens[max(0, content.first - 1) : content.last + 1])


def _is_number(token: Token) -> bool:
    return (
        token.pos == "NUM" or token.tag == "CD" or (token.text[:1] == "x" and token.text[1:].isdigit())
    ) and token.ent not in ("DATE", "TIME")


def _has_toll(sentence: Sentence, cue: Cue, content: Content | None, tables: AttributionTables) -> bool:
    """Tell whether a number, or a word for a toll, is what the verb gives."""
    tokens = sentence.tokens
    low, high = segment(sentence, cue.i)
    nouns = tables.nouns
    told = (
        range(content.first, content.last + 1)
        if content is not None and content.first >= 0 and not content.final
        else range(cue.i + 1, high)
    )
    given = cue.i < cue.last < len(tokens) - 1 and tokens[cue.last].lower in ("at", "to", "as") and tokens[cue.last + 1].pos == "NUM"
    number = given or any(_is_number(tokens[k]) for k in told)
    words = {tokens[k].lemma.lower() for k in told}
    grave = nouns["killed"] | nouns["injured"]
    if not number:
        return (
            bool(words & nouns["killed"])
            and cue.row.rest == ()
            and tokens[cue.i].lemma in ("give", "revise", "correct")
        )
    near = words | {tokens[k].lemma.lower() for k in sentence.children[cue.i]}
    if tokens[cue.i].lemma.lower() == "have" and not cue.row.rest:
        return bool(words & (grave | {"name"}))
    return (
        bool(near & (grave | nouns["toll"]))
        or bool(words & {"it", "this", "that"})
        or any(tokens[k].lemma.lower() in grave for k in range(low, high))
    )


def _told_position(
    sentence: Sentence, cue: Cue, stance: Stance, content: Content | None, tables: AttributionTables
) -> Position | None:
    """Read the clause that is told: whose deed it is, whether it denies, whom it names."""
    if content is None or content.first < 0:
        return Position(stance, "responsibility" if stance is Stance.CLAIMS else "")
    if not content.clause:
        return _told_object(sentence, cue, stance, content, tables)
    if is_future(sentence, content) and not has_done(sentence, content.root):
        return None
    if stance is Stance.REPORTS and is_outlook(sentence, content.root):
        return None
    if knows_nothing(sentence, content.root):
        return Position(Stance.NO_COMMENT, "event", "nothing known")
    if stance is Stance.REPORTS and (tells_identity(sentence, content) or tells_cause(sentence.tokens[content.first : content.last + 1])):
        return Position(Stance.DISPUTES, "targets", IDENTITY)
    own = is_own_deed(sentence, content, confirmed=stance is Stance.CONFIRMS)
    if denies(sentence, content, cue.i) and stance is not Stance.CONFIRMS:
        if denies_identity(sentence, content):
            return Position(Stance.DISPUTES, "targets", "negated identity")
        return Position(Stance.DENIES, _denied_field(sentence, content, tables), "negated content")
    if aims_only_at(sentence, content):
        return Position(Stance.DISPUTES, "targets", "only target")
    if names_author(sentence, content):
        return Position(Stance.CLAIMS if own else Stance.ACCUSES, "responsibility", "authorship")
    if own:
        if harm_denied(sentence, content, cue.i):
            return Position(Stance.DISPUTES, "event", "own deed without harm")
        return Position(Stance.CLAIMS, "event", "own deed")
    field = _toll_field(sentence, content, tables) or "event"
    if stance is Stance.CLAIMS and sentence.tokens[content.root].dep != "xcomp":
        return Position(Stance.REPORTS, field)
    return Position(stance, field)


def _told_object(sentence: Sentence, cue: Cue, stance: Stance, content: Content, tables: AttributionTables) -> Position:
    tokens = sentence.tokens[content.first : content.last + 1]
    if tokens[0].lower in ("no", "nobody", "none") and stance is not Stance.CONFIRMS and cue.row.content != "toll":
        return Position(Stance.DENIES, _denied_field(sentence, content, tables), "negated content")
    if stance is Stance.REPORTS and _is_bare_name(tokens) and cue.row.content == "clause":
        return Position(Stance.ACCUSES, "responsibility", "bare name")
    if stance is Stance.REPORTS and any(t.lemma.lower() in ("error", "mistake") for t in tokens):
        return Position(Stance.ACKNOWLEDGES, "event", "called an error")
    if stance is Stance.REPORTS and (sets_apart(tokens) or (_is_spoken_of(cue) and any(t.lemma.lower() in CAUSES for t in tokens))):
        return Position(Stance.DISPUTES, "event", "told apart")
    field = _toll_field(sentence, content, tables)
    if cue.row.content == "toll":
        return Position(stance, field or "killed")
    if all(_is_number(t) or t.pos in ("ADP", "ADV", "SYM") for t in tokens):
        return Position(stance, "killed" if stance is Stance.REPORTS else "")
    return Position(stance, field or ("responsibility" if stance is Stance.CLAIMS else "event"))


def _denied_field(sentence: Sentence, content: Content | None, tables: AttributionTables) -> str:
    if content is None or content.first < 0:
        return ""
    words = [t.lemma.lower() for t in sentence.tokens[content.first : content.last + 1]]
    if any(w in AUTHORSHIP and w != "do" for w in words) or ("do" in words and "with" in words):
        return "responsibility"
    return _toll_of(words, tables) or "event"


def _toll_of(words: list[str], tables: AttributionTables) -> str:
    if any(w in tables.nouns["killed"] for w in words):
        return "killed"
    return "injured" if any(w in tables.nouns["injured"] for w in words) else ""


def _toll_field(sentence: Sentence, content: Content | None, tables: AttributionTables) -> str:
    """Give "killed" or "injured" where a toll is all that is told: a number, words for it, and no act beside it."""
    if content is None or content.first < 0:
        return ""
    tokens = sentence.tokens[content.first : content.last + 1]
    grave = tables.nouns["killed"] | tables.nouns["injured"] | tables.nouns["toll"]
    if not any(_is_number(t) for t in tokens):
        return ""
    acts = [
        t
        for t in tokens
        if t.pos == "VERB" and t.lemma.lower() not in grave and t.lemma not in ("have", "take", "bring", "treat")
    ]
    if acts or any(t.dep == "agent" for t in tokens):
        return ""
    return _toll_of([t.lemma.lower() for t in tokens], tables)

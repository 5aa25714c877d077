"""Decide the status of an event from who asserts, grants or rejects it (codebook 6, in its order)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from contested.model.events import Claim
from contested.model.vocabulary import CasualtyKind, Stance, Status

ABOUT_THE_ACT = frozenset({"event", "responsibility"})
REJECTIONS = frozenset({Stance.DENIES, Stance.DISPUTES})
_ADMISSIONS = frozenset({Stance.ACKNOWLEDGES, Stance.CONFIRMS, Stance.CLAIMS, Stance.RETRACTS})
_ASSERTIONS = frozenset({Stance.CLAIMS, Stance.REPORTS, Stance.ACCUSES, Stance.ACKNOWLEDGES, Stance.CONFIRMS})
_REJECTED = {"event": "that it happened", "responsibility": "its author", "targets": "who was targeted"}
_VERBS = {
    Stance.CLAIMS: "claims it for its own side", Stance.REPORTS: "reports it", Stance.ACCUSES: "names an author",
    Stance.ACKNOWLEDGES: "grants it", Stance.CONFIRMS: "confirms it", Stance.DENIES: "denies",
    Stance.DISPUTES: "disputes",
}  # fmt: skip


class Side(StrEnum):
    """Where a party stands towards an event."""

    PERPETRATOR = "perpetrator's side"
    VICTIM = "victim's side"
    THIRD = "third party"


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim that says the event took place, and the side that it comes from."""

    claim: Claim
    side: Side

    @property
    def words(self) -> str:
        """Say who asserts it and how, in plain words."""
        return f"{self.claim.party} ({self.side}) {_VERBS[self.claim.stance]}"


def same_body(left: str, right: str) -> bool:
    """Are two names of parties the same but for capitals and "the"?"""
    return _plain(left) == _plain(right)


def derive_status(
    claims: Sequence[Claim],
    perpetrators: Sequence[str],
    targets: Sequence[str] = (),
    *,
    own_voice: bool = True,
    attributed_to: Sequence[str] = (),
    same_side: Callable[[str, str], bool] = same_body,
) -> tuple[Status, tuple[str, ...]]:
    """Decide how far an event is contested: disputed, corroborated, claimed, alleged, or only reported.

    Args:
        claims: the positions taken, in the order of the text (a later admission lifts an earlier denial).
        perpetrators, targets: names; a claim's party is on the side of the name that ``same_side`` finds it in.
        own_voice: the document itself asserts the event in some sentence.
        attributed_to: speakers to whom every telling sentence is attributed as a whole, if there are any.
        same_side: does a party (first) speak for a perpetrator or target (second)?
    Returns: the status, and why in plain words.
    """
    rejections = tuple(c for i, c in enumerate(claims) if c.stance in REJECTIONS and not _lifted(c, claims[i + 1 :]))
    if rejections:
        return Status.DISPUTED, tuple(f"{c.party} {_VERBS[c.stance]} {_rejected(c.about)}" for c in rejections)
    assertions = _assertions(claims, perpetrators, targets, own_voice, same_side)
    because = tuple(dict.fromkeys(a.words for a in assertions))
    if _of_different_sides(assertions):
        return Status.CORROBORATED, because
    if any(a.side is Side.PERPETRATOR or a.claim.stance is Stance.CLAIMS for a in assertions):
        return Status.CLAIMED, (*because, "no other side asserts it")
    if assertions:
        return Status.ALLEGED, (*because, "neither the perpetrator's side nor the document itself asserts it")
    if attributed_to and not own_voice:
        return _attributed(attributed_to, perpetrators, same_side)
    return Status.REPORTED, ("the document itself says so, and cites nobody for more than the toll",)


def _attributed(
    speakers: Sequence[str], perpetrators: Sequence[str], same_side: Callable[[str, str], bool]
) -> tuple[Status, tuple[str, ...]]:
    """Decide between claimed and alleged where the telling sentences belong to their speakers."""
    own = all(any(same_side(s, p) for p in perpetrators) for s in speakers)
    because = tuple(f"the sentence as a whole is attributed to {s}" for s in dict.fromkeys(speakers))
    return (Status.CLAIMED if own else Status.ALLEGED), because


def _lifted(rejection: Claim, later: Sequence[Claim]) -> bool:
    """Does the same party admit later what it rejected?"""
    return any(
        same_body(c.party, rejection.party) and c.stance in _ADMISSIONS and c.about == rejection.about for c in later
    )


def _assertions(
    claims: Sequence[Claim],
    perpetrators: Sequence[str],
    targets: Sequence[str],
    own_voice: bool,
    same_side: Callable[[str, str], bool],
) -> tuple[Assertion, ...]:
    """Choose the claims that assert the act: a toll alone asserts it only where nothing else does, or beside another.

    Who claims "we killed 12" claims the act too, once the act is anybody's assertion; a toll by others stands behind
    the act only where somebody acknowledges it, because an admission grants what others said.
    """
    retracted = [c for c in claims if c.stance is Stance.RETRACTS]
    standing = [c for c in claims if c.stance in _ASSERTIONS and not _withdrawn(c, retracted)]
    of_act = [c for c in standing if c.about in ABOUT_THE_ACT or c.stance is Stance.ACKNOWLEDGES]
    tolls = [c for c in standing if c not in of_act]
    if not of_act:
        chosen = [] if own_voice else tolls
    elif any(c.stance is Stance.ACKNOWLEDGES for c in of_act):
        chosen = [*of_act, *tolls]
    else:
        chosen = [*of_act, *(c for c in tolls if c.stance is Stance.CLAIMS)]
    return tuple(Assertion(c, _side(c, chosen, perpetrators, targets, same_side)) for c in chosen)


def _withdrawn(claim: Claim, retracted: Sequence[Claim]) -> bool:
    return any(same_body(r.party, claim.party) and r.about == claim.about for r in retracted)


def _side(
    claim: Claim,
    claims: Sequence[Claim],
    perpetrators: Sequence[str],
    targets: Sequence[str],
    same_side: Callable[[str, str], bool],
) -> Side:
    """Decide the side that a claim comes from: who claims or admits an act is concerned in it even if not named."""
    if claim.stance is not Stance.ACCUSES and any(same_side(claim.party, p) for p in perpetrators):
        return Side.PERPETRATOR
    if any(same_side(claim.party, t) for t in targets):
        return Side.VICTIM
    if claim.stance is Stance.CLAIMS:
        return Side.PERPETRATOR
    if claim.stance is Stance.ACKNOWLEDGES:
        others_claim = any(c.stance is Stance.CLAIMS and not same_body(c.party, claim.party) for c in claims)
        return Side.VICTIM if others_claim else Side.PERPETRATOR
    return Side.VICTIM if any(same_side(claim.party, p) for p in perpetrators) else Side.THIRD


def _of_different_sides(assertions: Sequence[Assertion]) -> bool:
    """Do two parties of different sides assert it? Rivals who accuse each other do."""
    rivals = {_plain(a.claim.party) for a in assertions if a.side is Side.VICTIM and a.claim.stance is Stance.ACCUSES}
    return len({a.side for a in assertions}) > 1 or len(rivals) > 1


def _rejected(about: str) -> str:
    return _REJECTED.get(about) or (f"the number {about}" if about in set(CasualtyKind) else f"the {about}")


def _plain(name: str) -> str:
    return " ".join(w for w in name.casefold().split() if w != "the")

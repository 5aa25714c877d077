"""What follows from a passage being a party's own words: it asserts the events and the tolls (codebook 6)."""

from __future__ import annotations

from dataclasses import replace

from contested.coding.drafts import Draft, Toll, Voice
from contested.model.mentions import ActorMention
from contested.model.vocabulary import Stance

OWN_WORDS = "own words"
OWN_DENIAL = "own words that deny"


def issued(draft: Draft, issuer: ActorMention) -> Draft:
    """Make the event the issuer's assertion where the passage gives it to no other speaker, and its tolls likewise."""
    tolls = tuple(asserted(t, issuer) for t in draft.tolls)
    if any(v.whole or v.party == issuer.name for v in draft.voices):
        return replace(draft, issuer=issuer, tolls=tolls)
    lead = draft.acts[0]
    own = Voice(issuer.name, Stance.REPORTS, "event", lead.start, lead.end, issuer, whole=True, rule=OWN_WORDS)
    return replace(draft, issuer=issuer, tolls=tolls, voices=(own, *draft.voices))


def asserted(toll: Toll, issuer: ActorMention) -> Toll:
    """Make a toll that nobody else asserts the issuer's."""
    return toll if toll.asserted_by else replace(toll, asserted_by=issuer.name)

"""Actors: the list, and a page for each: profile, events by role, claims and how they fared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel
from starlette.responses import HTMLResponse

from contested.linking.actors.records import ActorRelation
from contested.model.events import Claim, Coding, Event, Profile
from contested.model.vocabulary import Stance
from contested.report.actors import ProfileView, view_profile
from contested.report.excerpts import Excerpts
from contested.store.ask import StoredEvent, find_document
from contested.store.bodies import Body, BodyCount, events_of, find_body, list_bodies, profiles_of
from contested.store.database import Store
from contested.store.remembering import Remembered
from contested.store.ties import opponents_in_events
from contested.web.explore import ListedEvent
from contested.web.pages import page
from contested.web.shown import ShownEvent, claim_label, show_event, show_events
from contested.web.ties import names_over_time, ties_of

NAMES_A_PAGE, EVENTS_SHOWN, PROFILES_SHOWN = 100, 100, 5
AGAINST = frozenset({Stance.DENIES, Stance.DISPUTES})
ROLES = ("perpetrator", "target", "claimant")
BONDS = {
    ActorRelation.SAME: "is", ActorRelation.RENAMED: "was renamed to", ActorRelation.MERGED: "merged into", ActorRelation.SPLIT: "split from",
    ActorRelation.PART_OF: "is part of",
}  # fmt: skip
GRANTING = frozenset({Stance.ACKNOWLEDGES, Stance.CONFIRMS})


class Fate(StrEnum):
    """How others took a claim."""

    CONFIRMED = "confirmed"
    DENIED = "denied"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Faring:
    """A claim of an actor on an event, how it fared, and who answered it."""

    shown: ShownEvent
    claim: Claim
    label: str
    fate: Fate
    by: tuple[str, ...]


class ActorList(BaseModel):
    """Some of the actors, the most active first, and how many there are."""

    total: int
    actors: list[BodyCount]


class ActorDetail(BaseModel):
    """What is known of an actor under all its names: profiles by document, and events by role."""

    name: str
    names: list[str]
    profiles: dict[str, Profile]
    perpetrator: list[ListedEvent]
    target: list[ListedEvent]
    claimant: list[ListedEvent]


Part = Annotated[str, Query(max_length=200)]


def actor_routes(remembered: Remembered) -> APIRouter:
    """Give the routes of actors."""
    routes = APIRouter(tags=["actors"])
    store = remembered.store

    @routes.get("/actors", include_in_schema=False)
    def actors(q: Part = "", number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1) -> HTMLResponse:
        found = remembered.ask(list_bodies, q)
        return page(
            "actors.html.j2", q=q, total=len(found), rows=found[(number - 1) * NAMES_A_PAGE : number * NAMES_A_PAGE], number=number,
            pages=max(1, ceil(len(found) / NAMES_A_PAGE)),
        )  # fmt: skip

    @routes.get("/actors.json", summary="Actors with their numbers of events")
    def actors_json(q: Part = "", number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1) -> ActorList:
        found = remembered.ask(list_bodies, q)
        return ActorList(total=len(found), actors=list(found[(number - 1) * NAMES_A_PAGE : number * NAMES_A_PAGE]))

    @routes.get("/actor", include_in_schema=False)
    def actor(name: Annotated[str, Query(max_length=500)]) -> HTMLResponse:
        body = remembered.ask(find_body, name)
        roles = {role: events_of(store, body, role, EVENTS_SHOWN) for role in ROLES}
        profiles = profiles_of(store, body)
        if not profiles and not any(number for number, _ in roles.values()):
            raise HTTPException(404, f"There is no actor {name} in this store.")
        views, excerpts = _profile_views(store, profiles[:PROFILES_SHOWN])
        fared = how_claims_fared(body.names, roles["claimant"][1])
        return page(
            "actor.html.j2", name=body.name, body=body, bonds=bonds_told(body), profiles=views, profiles_found=len(profiles), quotes=excerpts.records,
            graph=ties_of([p for _, p in profiles], opponents_in_events(store, body)), names=names_over_time(body.names, [*roles["perpetrator"][1], *roles["target"][1]]),
            acted=(roles["perpetrator"][0], show_events(roles["perpetrator"][1])), hit=(roles["target"][0], show_events(roles["target"][1])),
            fared=fared, fates=Counter(f.fate.value for f in fared), claims=roles["claimant"][0],
        )  # fmt: skip

    @routes.get("/actor.json", summary="What is known of an actor")
    def actor_json(name: Annotated[str, Query(max_length=500)]) -> ActorDetail:
        body = remembered.ask(find_body, name)
        perpetrator, target, claimant = (_listed(events_of(store, body, role, EVENTS_SHOWN)[1]) for role in ROLES)
        return ActorDetail(
            name=body.name, names=list(body.names), profiles=dict(profiles_of(store, body)), perpetrator=perpetrator, target=target, claimant=claimant
        )

    return routes


def _listed(found: Sequence[StoredEvent]) -> list[ListedEvent]:
    return [ListedEvent(document=f.document, name=f.name, reviewed=f.reviewed, event=f.event) for f in found]


def bonds_told(body: Body) -> tuple[tuple[str, str, str, str], ...]:
    """Say of each bond of a body's names how the first stands to the second, and when: the words "from" and "until" with their days."""
    return tuple(
        (b.left, BONDS[b.relation], b.right, " ".join(f"{word} {day}" for word, day in (("from", b.start), ("until", b.end)) if day)) for b in body.bonds
    )


def _profile_views(store: Store, profiles: Sequence[tuple[str, Profile]]) -> tuple[list[tuple[str, ProfileView]], Excerpts]:
    documents = {d: read for d, _ in profiles if (read := find_document(store, d))}
    excerpts = Excerpts(documents)
    views = [(d, view_profile(Coding(document=d, sha256="", coder="", profile=p), excerpts)) for d, p in profiles]
    return [(d, view) for d, view in views if view], excerpts


def how_claims_fared(names: Collection[str], found: Sequence[StoredEvent]) -> tuple[Faring, ...]:
    """Say of each claim of an actor of these names who confirmed it, who denied it, or that nobody else answered it."""
    fared = []
    for number, stored in enumerate(found):
        shown = show_event(number, stored)
        for claim in stored.event.claims:
            if claim.party in names:
                fate, by = _fate(claim, stored.event)
                fared.append(Faring(shown, claim, claim_label(claim), fate, by))
    return tuple(fared)


def _fate(claim: Claim, event: Event) -> tuple[Fate, tuple[str, ...]]:
    others = [c for c in event.claims if c.party != claim.party and c.about in (claim.about, "event", "responsibility")]
    denying = claim.stance in AGAINST
    against = [c.party for c in others if (c.stance not in AGAINST and c.stance is not Stance.NO_COMMENT if denying else c.stance in AGAINST)]
    granting = [c.party for c in others if (c.stance in AGAINST if denying else c.stance in GRANTING)]
    if against:
        return Fate.DENIED, tuple(dict.fromkeys(against))
    return (Fate.CONFIRMED, tuple(dict.fromkeys(granting))) if granting else (Fate.SILENT, ())

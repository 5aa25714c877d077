"""What each role may ask for. What is named nowhere is decided by its verb: seeing is for readers, changing for coders."""

from __future__ import annotations

import re

from contested.exchange.release.releasing import Audience
from contested.model.people import Role
from contested.web.visitor import Visitor

SAFE_METHODS = frozenset({"GET", "HEAD"})
LEADS_ONLY = ("/accounts",)
LEADS_CHANGE = re.compile(r"/double(/[^/]+/(settle|agreed|close))?/?")
"""Who codes blind, and what becomes of two codings, is for leads; to see both sides, and to code, is not."""
EVERYBODYS = frozenset({"/leave", "/account/password", "/account/sessions", "/export.zip"})
"""Requests that change nothing of the record. What an export may hold is decided where it is written."""
OWN_PAGE = "/account"
OF_TEMPORARY = frozenset({OWN_PAGE, "/account/password", "/leave"})
"""All that somebody may ask for who has not yet chosen a password."""


def needed_role(method: str, path: str) -> Role:
    """Give the least role that a request needs."""
    if any(path == one or path.startswith((f"{one}/", f"{one}.")) for one in LEADS_ONLY):
        return Role.LEAD
    if method not in SAFE_METHODS and LEADS_CHANGE.fullmatch(path):
        return Role.LEAD
    return Role.READER if method in SAFE_METHODS or path in EVERYBODYS else Role.CODER


def audiences_for(visitor: Visitor) -> tuple[Audience, ...]:
    """Give those for whom a person may export: coders also what partners get, leads all that the store holds."""
    needed = {Audience.PUBLIC: Role.READER, Audience.PARTNER: Role.CODER, Audience.INTERNAL: Role.LEAD}
    return tuple(a for a in Audience if visitor.role.may(needed[a]))


def must_choose_password(visitor: Visitor, path: str) -> bool:
    """Must the person first take a password of their own?"""
    return visitor.temporary and path not in OF_TEMPORARY

"""Readings for tests of exports: codings with a document each, told whole."""

from collections.abc import Sequence
from dataclasses import replace

from contested.exchange.readings import Reading, bare_document
from contested.exchange.release.releasing import Audience, Terms
from contested.model.events import Coding

INTERNAL = Terms(Audience.INTERNAL)


def bare(codings: Sequence[Coding]) -> list[Reading]:
    """Give each coding a document of its name, with an id of its own."""
    return [(replace(bare_document(c), id=f"{c.document}-{n}"), c) for n, c in enumerate(codings, 1)]

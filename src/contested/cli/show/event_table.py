"""A table of events."""

from __future__ import annotations

from collections.abc import Sequence

from contested.cli.show.output import print_table
from contested.cli.show.wording import (
    DOUBTFUL_BELOW,
    action_words,
    date_words,
    party_words,
    place_words,
    toll_words,
)
from contested.model.events import Event

COLUMNS = ("id", "date", "place", "act", "perpetrators", "targets", "toll", "status")


def print_events(events: Sequence[Event]) -> None:
    """Print events, one a row."""
    rows = [
        (
            short_id(e), date_words(e.date), place_words(e.place), action_words(e), party_words(e.perpetrators),
            party_words(e.targets), toll_words(e.casualties), e.status.value,
        )
        for e in events
    ]
    print_table(COLUMNS, rows, doubtful=[e.confidence < DOUBTFUL_BELOW for e in events])


def short_id(event: Event) -> str:
    """Give the part of an id that tells events apart; the act stands in its own column."""
    return event.id.removeprefix(f"{event.action}-")

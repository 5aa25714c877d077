"""Moments in UTC: the store keeps them without a zone, and they leave it with one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import PlainSerializer


def _with_zone(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)


UtcMoment = Annotated[datetime, PlainSerializer(_with_zone, return_type=datetime)]
"""A moment in UTC that is written with its zone in JSON, as RFC 3339 asks."""

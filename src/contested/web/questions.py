"""What the address of a page asks for: filters, order and page, and the addresses that differ in one of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from contested.model.vocabulary import Status
from contested.store.ask import EventFilter
from contested.store.bodies import with_bodies
from contested.store.database import Store
from contested.store.schema import POLICIES

PAGE_SIZE = 50
_NO_FILTERS = frozenset({"page", "order", "policy", "against"})
Order = Literal["date", "-date", "toll", "doubt"]
Review = Literal["no", "yes", "accepted", "corrected", "added", "rejected"]


Box = tuple[float, float, float, float]
DEFAULT_POLICY = "by_source"


def _empty_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


Text = Annotated[Annotated[str, Field(max_length=200)] | None, BeforeValidator(_empty_is_none)]


def _check_box(value: str | None) -> str | None:
    if value is not None:
        read_box(value)
    return value


def read_box(value: str) -> Box:
    """Read "west,south,east,north" in degrees.

    Raises: ValueError: it is written otherwise.
    """
    ends = [float(part) for part in value.split(",")]
    if len(ends) != 4 or not (-90 <= ends[1] <= ends[3] <= 90 and all(-180 <= end <= 180 for end in ends[::2])):
        raise ValueError("write west,south,east,north in degrees, south first")
    return ends[0], ends[1], ends[2], ends[3]


def _check_policy(value: Any) -> Any:
    if value in (None, ""):
        return DEFAULT_POLICY
    if value not in POLICIES:
        raise ValueError(f"choose one of {', '.join(POLICIES)}")
    return value


Policy = Annotated[str, Query(max_length=50), BeforeValidator(_check_policy)]
PolicyOrNone = Annotated[str, BeforeValidator(_check_policy)]
Day = Annotated[date | None, BeforeValidator(_empty_is_none)]


class EventsAsked(BaseModel):
    """The filters of a view of events. An empty value asks for nothing."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    first: Day = Field(default=None, alias="from", description="Only events of this day and later (YYYY-MM-DD).")
    last: Day = Field(default=None, alias="to", description="Only events of this day and earlier (YYYY-MM-DD).")
    action: Text = Field(default=None, description="Only events of this act, for instance ambush.")
    status: Annotated[Status | None, BeforeValidator(_empty_is_none)] = Field(default=None, description="Only events of this status.")
    country: Text = Field(default=None, description="Only events in this country (two letters, ISO 3166-1).")
    actor: Text = Field(default=None, description="Only events with a party whose name holds these words.")
    place: Text = Field(default=None, description="Only events at a place whose name holds these words.")
    source: Text = Field(default=None, description="Only events told by the document of this id, or by the documents of this publisher.")
    box: Annotated[Text, AfterValidator(_check_box)] = Field(
        default=None, description="Only events placed in this stretch of the map: west,south,east,north in degrees."
    )
    sure: Annotated[float, BeforeValidator(lambda v: 0.0 if v == "" else v)] = Field(
        default=0.0, ge=0, le=1, description="Leave away events that are less sure than this."
    )
    reviewed: Annotated[Review | None, BeforeValidator(_empty_is_none)] = Field(default=None, description="Only events decided on so by a person.")
    policy: PolicyOrNone = Field(default=DEFAULT_POLICY, description=f"Count the killed by this policy: one of {', '.join(POLICIES)}.")
    against: PolicyOrNone = Field(default=DEFAULT_POLICY, description="Mark the events of which this policy has another figure.")
    changed: Annotated[bool, BeforeValidator(lambda v: False if v == "" else v)] = Field(
        default=False, description="Only events of which the two policies have different figures."
    )
    order: Order = Field(default="date", description="The order of the list.")
    page: int = Field(default=1, ge=1, le=1_000_000, description="Which page of the list, from 1 on.")

    def filter(self, store: Store) -> EventFilter:
        """Give the filter for a store, which knows the other names of the actors meant."""
        wanted = EventFilter(
            first=self.first, last=self.last, country=self.country, action=self.action, status=self.status, actor=self.actor,
            min_confidence=self.sure, place=self.place, reviewed=self.reviewed,
            source=self.source, box=read_box(self.box) if self.box else None, changed=(self.policy, self.against) if self.changed else None,
        )  # fmt: skip
        return with_bodies(store, wanted)

    def address(self, **changes: Any) -> str:
        """Give the query part of the address of this view with some values changed; any change goes to the first page."""
        values = self._values()
        values.pop("page", None)
        values.update(changes)
        kept = {k: v for k, v in values.items() if v not in (None, "")}
        return f"?{urlencode(kept)}" if kept else "?"

    def without_page(self) -> str:
        """Give the query part that asks for the same events, ready for another view."""
        return self.address(order=None)

    def asked(self) -> list[tuple[str, str, str]]:
        """Give each filter in force: its name, its value, and the address without it."""
        return [(name, str(value), self.address(**{name: None})) for name, value in self._values().items() if name not in _NO_FILTERS]

    def _values(self) -> dict[str, Any]:
        values = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return values | ({"changed": "yes"} if self.changed else {})

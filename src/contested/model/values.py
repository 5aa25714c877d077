"""Normalised values of statements: what can be said of an event."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Stance


class Value(BaseModel):
    """Base of all normalised values: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ActionValue(Value):
    """A row of the actions table."""

    action: str


class DateValue(Value):
    """When it took place, both ends included (codebook 3). None where the text gives no date."""

    start: date | None
    end: date | None
    precision: DatePrecision
    basis: Basis = Basis.OCCURRENCE


class PlaceValue(Value):
    """Where it took place (codebook 4). Degrees, WGS 84; only the gazetteer gives coordinates."""

    text: str
    name: str
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN


class PartyValue(Value):
    """A perpetrator or target: fullest name, and the words as written."""

    name: str
    text: str
    kind: str = ""


class WeaponValue(Value):
    """A weapon or means, in its normal form and as written."""

    name: str
    text: str


class CasualtyValue(Value):
    """A toll (codebook 5): people, both ends included, None where open. The speaker is the statement's."""

    kind: CasualtyKind
    low: int | None
    high: int | None
    of: str | None = None


class ClaimValue(Value):
    """A position of a party towards a field of the event (codebook 6)."""

    party: str
    stance: Stance
    about: str


class FlagValue(Value):
    """A property that is simply true of the event (aggregate, told)."""

    holds: bool = True


AnyValue = ActionValue | DateValue | PlaceValue | PartyValue | WeaponValue | CasualtyValue | ClaimValue | FlagValue

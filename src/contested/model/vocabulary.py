"""The words of the codebook: every closed list that a coded value can be taken from."""

from __future__ import annotations

from enum import StrEnum


class DatePrecision(StrEnum):
    """How finely a date is known (codebook 3)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """Whether a date is that of the act or only that of its report (codebook 3)."""

    OCCURRENCE = "occurrence"
    REPORT = "report"


class PlacePrecision(StrEnum):
    """How finely a place is known (codebook 4)."""

    EXACT = "exact"
    NEIGHBOURHOOD = "neighbourhood"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class CasualtyKind(StrEnum):
    """What happened to the people that a toll counts (codebook 5)."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    CAPTURED = "captured"
    ARRESTED = "arrested"
    DISPLACED = "displaced"


class Stance(StrEnum):
    """The position that a party takes towards a fact (codebook 6)."""

    CLAIMS = "claims"
    REPORTS = "reports"
    ACCUSES = "accuses"
    ACKNOWLEDGES = "acknowledges"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DISPUTES = "disputes"
    NO_COMMENT = "no_comment"
    RETRACTS = "retracts"


class Status(StrEnum):
    """What the claims about an event add up to (codebook 6, in its order)."""

    DISPUTED = "disputed"
    CORROBORATED = "corroborated"
    CLAIMED = "claimed"
    ALLEGED = "alleged"
    REPORTED = "reported"


class ActorKind(StrEnum):
    """What sort of body or person a mention denotes."""

    FORCE = "force"
    GROUP = "group"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    PERSON = "person"
    CIVILIANS = "civilians"
    OFFICE = "office"
    SOURCE = "source"
    UNKNOWN = "unknown"


class Refusal(StrEnum):
    """Why words that name an act were not coded as an event (codebook 2)."""

    NEGATED = "negated"
    PLANNED = "planned"
    PREDICTED = "predicted"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"
    NO_DATE = "no date"
    BACKGROUND = "background"
    REPEATED = "told elsewhere"
    REACTION = "reaction, not an event"
    NO_ACT = "no act named"


class Property(StrEnum):
    """What a statement says of its subject."""

    ACTION = "action"
    DATE = "date"
    PLACE = "place"
    PERPETRATOR = "perpetrator"
    TARGET = "target"
    WEAPON = "weapon"
    CASUALTY = "casualty"
    CLAIM = "claim"
    AGGREGATE = "aggregate"
    TOLD = "told"

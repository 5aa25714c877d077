"""Who takes which position: sentences -> attribution mentions."""

from contested.mentions.attribution.find import find_attributions
from contested.mentions.attribution.tables import AttributionTables

__all__ = ["AttributionTables", "find_attributions"]

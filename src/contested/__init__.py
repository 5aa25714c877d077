"""Turn narrative reports of political violence into claim-aware event data, every value with its quotation."""

__version__ = "0.1.0"

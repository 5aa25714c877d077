"""An offline HTML page."""

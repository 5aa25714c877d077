"""Named rules by which one set of accounts gives figures, dates, places and grades."""

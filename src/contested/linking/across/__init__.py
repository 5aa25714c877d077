"""Events of different documents: which are the same, which belong together, and why."""

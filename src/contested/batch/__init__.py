"""Many documents: read, coded and kept one by one, on one or several processes."""

"""The locality map: what it can show, what is chosen on it, and the panel beside it."""

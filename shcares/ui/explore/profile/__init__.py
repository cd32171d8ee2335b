"""One authority on every indicator."""

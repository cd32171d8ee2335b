"""Registers of the GP practices: what is held of one, its figures, its tables, what is said of it."""

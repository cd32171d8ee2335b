"""The locality map: one layer at a time, and a panel about what is chosen on it."""

from shcares.ui.places.locality.page import show_map

show_map()

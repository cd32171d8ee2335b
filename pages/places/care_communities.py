"""The care communities: who their patients are, how their practices compare, all four side by side."""

from shcares.ui.places.communities.page import show_communities

show_communities()

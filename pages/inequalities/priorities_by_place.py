"""Priorities by place: where each care community’s people carry a higher burden."""

from shcares.ui.inequalities.by_place.page import show_by_place

show_by_place()

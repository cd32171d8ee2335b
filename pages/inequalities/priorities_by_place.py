"""Priorities by place: which focus areas each care community's people carry most."""

from shcares.ui.inequalities.by_place.page import show_by_place

show_by_place()

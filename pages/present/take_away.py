"""Packs and sheets to take away."""

from shcares.ui.present.take_away import show_page

show_page()

"""One figure by its ID."""

from shcares.ui.figure_page import show_page

show_page()

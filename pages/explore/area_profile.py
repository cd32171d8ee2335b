"""One authority on every indicator."""

from shcares.ui.explore.profile.page import show_page

show_page()

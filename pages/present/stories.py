"""Stories to tell a room."""

from shcares.ui.present.page import show_page

show_page()

"""Any indicator, any way."""

from shcares.ui.explore.page import show_page

show_page()

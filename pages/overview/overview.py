"""The plan on a page."""

from shcares.ui import filters, overview

choice = filters.current()
overview.show_answer(choice)
overview.show_priorities(choice)
overview.show_place(choice)
overview.show_measures(choice)
overview.show_changes(choice)

"""The plan on a page."""

from shcares.ui import filters, measures_table, overview

choice = filters.current()
overview.show_answer()
overview.show_priorities(choice)
overview.show_place(choice)
measures_table.show_measures(choice)
measures_table.show_changes(choice)

"""The plan on a page; a care community's own figures come first when one is chosen."""

from shcares.ui import filters, measures_table, overview

choice = filters.current()
overview.show_answer()
sections = [overview.show_priorities, overview.show_place]
for show in sections if choice.is_borough else reversed(sections):
    show(choice)
measures_table.show_measures(choice)
measures_table.show_changes(choice)

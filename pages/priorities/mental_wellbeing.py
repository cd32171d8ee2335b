"""Mental Wellbeing: are its measures on course, and why."""

from shcares.ui.priorities.page import show_priority

show_priority("mental_wellbeing")

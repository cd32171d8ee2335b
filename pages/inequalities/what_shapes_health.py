"""What shapes health: the plan's model, and the figures that hang on each of its parts."""

from shcares.ui.inequalities.model.page import show_model

show_model()
